-- Each list cut into blocks of at most 1,000 posts, so that a page deep in it is found without passing over all that are newer.
-- A block goes from its own place, which is in it, to that of the next newer one; the oldest begins before everything.
CREATE TABLE listing_block (
    scope UUID NOT NULL,
    published_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    post_id UUID NOT NULL,
    posts INTEGER NOT NULL CHECK (posts >= 0),
    PRIMARY KEY (scope, published_at, post_id)
);

INSERT INTO listing_block (scope, published_at, post_id, posts)
SELECT scope,
    CASE WHEN place = 0 THEN TIMESTAMP WITH TIME ZONE '0001-01-01 00:00:00+00' ELSE published_at END,
    CASE WHEN place = 0 THEN CAST('00000000-0000-0000-0000-000000000000' AS UUID) ELSE post_id END,
    CASE WHEN posts - place < 500 THEN posts - place ELSE 500 END
FROM (
    SELECT listing.scope, published_at, post_id, posts,
        ROW_NUMBER() OVER (PARTITION BY listing.scope ORDER BY published_at, post_id) - 1 AS place
    FROM listing JOIN tally ON tally.scope = listing.scope
) AS placed
WHERE MOD(place, 500) = 0;
