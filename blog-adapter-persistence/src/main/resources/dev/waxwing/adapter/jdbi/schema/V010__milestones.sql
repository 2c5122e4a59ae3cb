-- Revisions that stand for themselves: readers saw them, or somebody went back to them, or from them to an earlier one. Of the
-- others those that only led to the next one are forgotten when they are older than a week, so a row of post_revision is never
-- changed, but not always there.
CREATE TABLE post_milestone (
    post_id UUID NOT NULL,
    number INTEGER NOT NULL,
    reason VARCHAR(10) NOT NULL CHECK (reason IN ('SEEN', 'REVISITED', 'RESTORED')),
    PRIMARY KEY (post_id, number),
    CONSTRAINT post_milestone_revision FOREIGN KEY (post_id, number) REFERENCES post_revision (post_id, number)
);

-- What readers have seen so far: what was newest at each publication, and what was written for readers at once.
INSERT INTO post_milestone (post_id, number, reason)
SELECT s.post_id, s.number, 'SEEN' FROM (
    SELECT r.post_id, MAX(r.number) AS number
    FROM change_feed c JOIN post_revision r
        ON r.post_id = CASE WHEN c.type IN ('Post.Published', 'Post.ChangesPublished') THEN CAST(c.subject AS UUID) END
    WHERE r.written_at <= c.happened_at
    GROUP BY c.position, r.post_id
    UNION
    SELECT r.post_id, r.number
    FROM change_feed c JOIN post_revision r
        ON r.post_id = CASE WHEN c.type = 'Post.Revised' THEN CAST(c.subject AS UUID) END AND r.written_at = c.happened_at
    JOIN post p ON p.id = r.post_id
    WHERE p.published_at <= r.written_at
    UNION
    SELECT p.id, p.revision FROM post p WHERE p.status = 'PUBLISHED'
) AS s;
