-- Where each archive lay when it was imported, so that another one of the same name is not taken for it.
CREATE TABLE import_archive (
    name_hash VARCHAR(64) PRIMARY KEY,
    place VARCHAR(5000) NOT NULL
);
