-- Editors are asked to look at drafts, and at what was written in a published post: both are found by one column.
ALTER TABLE post ADD COLUMN in_review BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE post SET in_review = TRUE WHERE status = 'IN_REVIEW';
ALTER TABLE post ADD CONSTRAINT post_in_review
    CHECK (in_review = (status = 'IN_REVIEW') OR (status = 'PUBLISHED' AND pending IS NOT NULL));
CREATE INDEX post_reviewed ON post (in_review, edited_at, id);
