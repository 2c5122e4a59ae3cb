-- What each file of a former blog became, so that importing it again changes only what has changed. A file is known by the
-- SHA-256 of its archive's name and its path.

CREATE TABLE import_post (
    file_hash VARCHAR(64) PRIMARY KEY,
    source VARCHAR(5000) NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    post_id UUID NOT NULL,
    slug VARCHAR(80) NOT NULL,
    imprint VARCHAR(64) NOT NULL
);

CREATE TABLE import_medium (
    file_hash VARCHAR(64) PRIMARY KEY,
    source VARCHAR(5000) NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    address VARCHAR(100) NOT NULL
);
