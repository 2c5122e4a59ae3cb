-- The library. The files themselves are in folders, under their addresses.
CREATE TABLE media (
    address VARCHAR(100) PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    alt VARCHAR(500) NOT NULL,
    words VARCHAR(2200) NOT NULL,
    bytes BIGINT NOT NULL,
    added_by UUID REFERENCES author (id),
    added_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX media_newest ON media (added_at, address);

-- Which posts show which files: followed from the change feed, so a file need not be in the library.
CREATE TABLE media_use (
    address VARCHAR(100) NOT NULL,
    post_id UUID NOT NULL REFERENCES post (id),
    PRIMARY KEY (address, post_id)
);
CREATE INDEX media_use_post ON media_use (post_id);
