-- What is written in a published post waits in revisions above post.revision until somebody publishes it; posts are submitted
-- for review and thrown into the trash. The table is made anew because the checks of the old one have no name to drop them by.

CREATE TABLE post_anew (
    id UUID NOT NULL,
    kind VARCHAR(10) NOT NULL,
    slug VARCHAR(80) NOT NULL,
    status VARCHAR(10) NOT NULL,
    scheduled_for TIMESTAMP(6) WITH TIME ZONE,
    published_at TIMESTAMP(6) WITH TIME ZONE,
    trashed_at TIMESTAMP(6) WITH TIME ZONE,
    trashed_from VARCHAR(10),
    revision INTEGER NOT NULL,
    revised_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    pending INTEGER,
    revisions INTEGER NOT NULL,
    text_version BIGINT NOT NULL,
    edited_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    newest_title VARCHAR(300) NOT NULL,
    title VARCHAR(300) NOT NULL,
    excerpt VARCHAR(1000) NOT NULL,
    cover VARCHAR(100),
    cover_alt VARCHAR(500),
    language VARCHAR(255) NOT NULL,
    words INTEGER NOT NULL,
    version BIGINT NOT NULL
);

INSERT INTO post_anew (id, kind, slug, status, scheduled_for, published_at, revision, revised_at, revisions, text_version,
    edited_at, newest_title, title, excerpt, cover, cover_alt, language, words, version)
SELECT id, kind, slug, status, scheduled_for, published_at, revision, revised_at, revision, version,
    revised_at, title, title, excerpt, cover, cover_alt, language, words, version
FROM post;

DROP TABLE post CASCADE;
ALTER TABLE post_anew RENAME TO post;

ALTER TABLE post ADD CONSTRAINT post_key PRIMARY KEY (id);
ALTER TABLE post ADD CONSTRAINT post_slug UNIQUE (slug);
ALTER TABLE post ADD CONSTRAINT post_kind CHECK (kind IN ('ARTICLE', 'PAGE'));
ALTER TABLE post ADD CONSTRAINT post_status
    CHECK (status IN ('DRAFT', 'IN_REVIEW', 'SCHEDULED', 'PUBLISHED', 'ARCHIVED', 'TRASHED'));
ALTER TABLE post ADD CONSTRAINT post_scheduled CHECK ((status = 'SCHEDULED') = (scheduled_for IS NOT NULL));
ALTER TABLE post ADD CONSTRAINT post_published CHECK (status <> 'PUBLISHED' OR published_at IS NOT NULL);
ALTER TABLE post ADD CONSTRAINT post_pending CHECK (status = 'PUBLISHED' OR pending IS NULL);
ALTER TABLE post ADD CONSTRAINT post_trashed
    CHECK ((status = 'TRASHED') = (trashed_at IS NOT NULL) AND (status = 'TRASHED') = (trashed_from IS NOT NULL));
CREATE INDEX post_due ON post (scheduled_for, id);
CREATE INDEX post_visible ON post (status, id);
CREATE INDEX post_edited ON post (edited_at, id);
CREATE INDEX post_edited_in ON post (status, edited_at, id);

ALTER TABLE post_revision ADD CONSTRAINT post_revision_post FOREIGN KEY (post_id) REFERENCES post (id);
ALTER TABLE post_tag ADD CONSTRAINT post_tag_post FOREIGN KEY (post_id) REFERENCES post (id);
ALTER TABLE post_author ADD CONSTRAINT post_author_post FOREIGN KEY (post_id) REFERENCES post (id);
ALTER TABLE listing ADD CONSTRAINT listing_post_exists FOREIGN KEY (post_id) REFERENCES post (id);

-- Links by which somebody without an account reads a post. The secret in a link is known here by its SHA-256 only.
CREATE TABLE post_preview (
    id UUID PRIMARY KEY,
    post_id UUID NOT NULL,
    secret VARCHAR(64) NOT NULL,
    since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    until_time TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    revoked_at TIMESTAMP(6) WITH TIME ZONE,
    version BIGINT NOT NULL,
    CONSTRAINT post_preview_secret UNIQUE (secret),
    CONSTRAINT post_preview_post FOREIGN KEY (post_id) REFERENCES post (id)
);
CREATE INDEX post_preview_of ON post_preview (post_id, since);
