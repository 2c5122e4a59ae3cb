-- The settings as they were saved last. No row as long as nobody has saved them: then the configuration holds.
CREATE TABLE site_settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    title VARCHAR(100) NOT NULL,
    tagline VARCHAR(300) NOT NULL,
    logo VARCHAR(100),
    logo_alt VARCHAR(200),
    language VARCHAR(35) NOT NULL,
    zone VARCHAR(100) NOT NULL,
    posts_per_page INTEGER NOT NULL,
    accent VARCHAR(7) NOT NULL,
    typeface VARCHAR(20) NOT NULL,
    search_engines VARCHAR(20) NOT NULL,
    version BIGINT NOT NULL,
    CHECK ((logo IS NULL) = (logo_alt IS NULL))
);

CREATE TABLE site_navigation (
    position INTEGER PRIMARY KEY,
    label VARCHAR(40) NOT NULL,
    target VARCHAR(500) NOT NULL
);
