-- The same for H2 and PostgreSQL. Lengths are those of the domain's values; instants are kept to the microsecond.

CREATE TABLE author (
    id UUID PRIMARY KEY,
    handle VARCHAR(80) NOT NULL,
    name VARCHAR(100) NOT NULL,
    biography VARCHAR(2000) NOT NULL,
    avatar VARCHAR(100),
    version BIGINT NOT NULL,
    CONSTRAINT author_handle UNIQUE (handle)
);

CREATE TABLE author_link (
    author_id UUID NOT NULL REFERENCES author (id),
    position INTEGER NOT NULL,
    label VARCHAR(60) NOT NULL,
    address VARCHAR(2000) NOT NULL,
    PRIMARY KEY (author_id, position)
);

CREATE TABLE tag (
    id UUID PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    slug VARCHAR(80) NOT NULL,
    description VARCHAR(1000) NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT tag_slug UNIQUE (slug)
);

-- What lists show of a post. Its text is in post_revision, so that a list never reads it.
CREATE TABLE post (
    id UUID PRIMARY KEY,
    kind VARCHAR(10) NOT NULL CHECK (kind IN ('ARTICLE', 'PAGE')),
    slug VARCHAR(80) NOT NULL,
    status VARCHAR(10) NOT NULL CHECK (status IN ('DRAFT', 'SCHEDULED', 'PUBLISHED', 'ARCHIVED')),
    scheduled_for TIMESTAMP(6) WITH TIME ZONE,
    published_at TIMESTAMP(6) WITH TIME ZONE,
    revision INTEGER NOT NULL,
    revised_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    title VARCHAR(300) NOT NULL,
    excerpt VARCHAR(1000) NOT NULL,
    cover VARCHAR(100),
    cover_alt VARCHAR(500),
    language VARCHAR(255) NOT NULL,
    words INTEGER NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT post_slug UNIQUE (slug),
    CHECK ((status = 'SCHEDULED') = (scheduled_for IS NOT NULL)),
    CHECK (status <> 'PUBLISHED' OR published_at IS NOT NULL)
);
CREATE INDEX post_due ON post (scheduled_for, id);
CREATE INDEX post_visible ON post (status, id);

-- All that was ever written; a row is never changed. The present text is the one with the number post.revision.
CREATE TABLE post_revision (
    post_id UUID NOT NULL REFERENCES post (id),
    number INTEGER NOT NULL,
    title VARCHAR(300) NOT NULL,
    excerpt VARCHAR(1000) NOT NULL,
    cover VARCHAR(100),
    cover_alt VARCHAR(500),
    language VARCHAR(255) NOT NULL,
    canonical VARCHAR(2000),
    markdown VARCHAR(500000) NOT NULL,
    html VARCHAR(1000000) NOT NULL,
    contents VARCHAR(1000000) NOT NULL,
    plain VARCHAR(1000000) NOT NULL,
    words INTEGER NOT NULL,
    written_by UUID REFERENCES author (id),
    written_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (post_id, number)
);

CREATE TABLE post_tag (
    post_id UUID NOT NULL REFERENCES post (id),
    position INTEGER NOT NULL,
    tag_id UUID NOT NULL,
    PRIMARY KEY (post_id, tag_id)
);
CREATE INDEX post_tag_tag ON post_tag (tag_id, post_id);
ALTER TABLE post_tag ADD CONSTRAINT post_tag_exists FOREIGN KEY (tag_id) REFERENCES tag (id);

CREATE TABLE post_author (
    post_id UUID NOT NULL REFERENCES post (id),
    position INTEGER NOT NULL,
    author_id UUID NOT NULL,
    PRIMARY KEY (post_id, author_id)
);
CREATE INDEX post_author_author ON post_author (author_id, post_id);
ALTER TABLE post_author ADD CONSTRAINT post_author_exists FOREIGN KEY (author_id) REFERENCES author (id);

-- The published posts once for each list that holds them, so that any page of any list is one stretch of one index.
-- A scope is the identity of a tag or an author, or one of the two that the program knows for all articles and all pages.
CREATE TABLE listing (
    scope UUID NOT NULL,
    published_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    post_id UUID NOT NULL,
    PRIMARY KEY (scope, published_at, post_id)
);
CREATE INDEX listing_post ON listing (post_id, scope);
ALTER TABLE listing ADD CONSTRAINT listing_post_exists FOREIGN KEY (post_id) REFERENCES post (id);

-- How many rows of listing a scope has: kept, so that no reader waits for counting.
CREATE TABLE tally (
    scope UUID PRIMARY KEY,
    posts BIGINT NOT NULL CHECK (posts >= 0)
);

-- Paths are longer than PostgreSQL lets an index entry be, so they are found by their SHA-256.
CREATE TABLE redirect (
    path_hash VARCHAR(64) PRIMARY KEY,
    path VARCHAR(1000) NOT NULL,
    target_kind VARCHAR(10) NOT NULL CHECK (target_kind IN ('POST', 'TAG', 'AUTHOR', 'PATH', 'ADDRESS', 'GONE')),
    target VARCHAR(2000),
    reason VARCHAR(10) NOT NULL CHECK (reason IN ('MOVED', 'IMPORTED', 'WRITTEN')),
    since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    version BIGINT NOT NULL,
    CHECK ((target_kind = 'GONE') = (target IS NULL))
);

-- The one row that every writer locks first: so writers queue, and positions become visible in order and without gaps.
CREATE TABLE change_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    position BIGINT NOT NULL
);
INSERT INTO change_head (id, position) VALUES (1, 0);

CREATE TABLE change_feed (
    position BIGINT PRIMARY KEY,
    type VARCHAR(50) NOT NULL,
    subject VARCHAR(1000) NOT NULL,
    happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    payload VARCHAR(100000) NOT NULL
);

CREATE TABLE change_bookmark (
    reader VARCHAR(80) PRIMARY KEY,
    position BIGINT NOT NULL
);
