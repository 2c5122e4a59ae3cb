-- Fills an empty blog with @POSTS articles and three pages, as if they had been written one after the other, ten a day: half
-- of them under one tag, each under one of fifty others, and by one of three authors, each in words of its own number.

CREATE LOCAL TEMPORARY TABLE word (n INTEGER PRIMARY KEY, word VARCHAR(20));
INSERT INTO word SELECT x - 1, ARRAY['river', 'stone', 'paper', 'light', 'winter', 'market', 'engine', 'letter', 'garden', 'number',
    'silver', 'morning', 'window', 'bridge', 'copper', 'shadow'][x] FROM SYSTEM_RANGE(1, 16);

CREATE LOCAL TEMPORARY TABLE text (n INTEGER PRIMARY KEY, plain VARCHAR(100000), html VARCHAR(100000));
INSERT INTO text
SELECT n, LISTAGG(sentence, ' ') WITHIN GROUP (ORDER BY p), LISTAGG('<p>' || sentence || '</p>', CHAR(10)) WITHIN GROUP (ORDER BY p)
FROM (SELECT t.x AS n, p.x AS p, LISTAGG(word, ' ') WITHIN GROUP (ORDER BY w.x) || '.' AS sentence
    FROM SYSTEM_RANGE(0, 63) t, SYSTEM_RANGE(1, 5) p, SYSTEM_RANGE(1, 75) w, word
    WHERE word.n = MOD(t.x * 31 + p.x * 17 + w.x * w.x * 7 + w.x * t.x, 16) GROUP BY t.x, p.x)
GROUP BY n;

CREATE LOCAL TEMPORARY TABLE number (x INTEGER PRIMARY KEY, id UUID, published_at TIMESTAMP(6) WITH TIME ZONE, kind VARCHAR(10));
INSERT INTO number
SELECT x, CAST('01900000-0000-7000-8000-' || LPAD(x, 12, '0') AS UUID),
    DATEADD('MINUTE', -144 * (@POSTS - x), TIMESTAMP WITH TIME ZONE '2026-10-01 12:00:00Z'), 'ARTICLE'
FROM SYSTEM_RANGE(1, @POSTS);
INSERT INTO number
SELECT @POSTS + x, CAST('01900000-0000-7000-8000-' || LPAD(@POSTS + x, 12, '0') AS UUID),
    TIMESTAMP WITH TIME ZONE '2026-10-01 12:00:00Z', 'PAGE'
FROM SYSTEM_RANGE(1, 3);

INSERT INTO author (id, handle, name, biography, version)
SELECT CAST('01900000-0000-7000-9000-' || LPAD(x, 12, '0') AS UUID), 'author-' || x, 'Author ' || x, 'Writes notes.', 1
FROM SYSTEM_RANGE(0, 2);
INSERT INTO tag (id, name, slug, description, version)
SELECT CAST('01900000-0000-7000-a000-' || LPAD(x, 12, '0') AS UUID), 'Tag ' || x, 'tag-' || x, '', 1 FROM SYSTEM_RANGE(0, 50);

INSERT INTO post (id, kind, slug, status, published_at, revision, revised_at, revisions, text_version, edited_at, newest_title,
    title, excerpt, language, words, translations, version)
SELECT id, kind, 'note-' || x, 'PUBLISHED', published_at, 1, published_at, 1, 1, published_at, 'Note ' || x || ' on ' || word,
    'Note ' || x || ' on ' || word, 'What note ' || x || ' says of ' || word || ', in a sentence or two.', 'en', 375, id, 2
FROM number JOIN word ON word.n = MOD(x, 16);
INSERT INTO post_revision (post_id, number, title, excerpt, language, markdown, html, contents, plain, words, written_by, written_at)
SELECT id, 1, 'Note ' || x || ' on ' || word, '', 'en', 'Note' || x || ' ' || plain, '<p>Note' || x || '</p>' || html, '',
    'Note' || x || ' ' || plain, 375, CAST('01900000-0000-7000-9000-' || LPAD(MOD(x, 3), 12, '0') AS UUID), published_at
FROM number JOIN word ON word.n = MOD(x, 16) JOIN text ON text.n = MOD(x, 64);
INSERT INTO post_milestone (post_id, number, reason) SELECT id, 1, 'SEEN' FROM number;
INSERT INTO post_author (post_id, position, author_id)
SELECT id, 0, CAST('01900000-0000-7000-9000-' || LPAD(MOD(x, 3), 12, '0') AS UUID) FROM number;
INSERT INTO post_tag (post_id, position, tag_id)
SELECT id, 0, CAST('01900000-0000-7000-a000-' || LPAD(1 + MOD(x, 50), 12, '0') AS UUID) FROM number WHERE kind = 'ARTICLE';
INSERT INTO post_tag (post_id, position, tag_id)
SELECT id, 1, CAST('01900000-0000-7000-a000-000000000000' AS UUID) FROM number WHERE kind = 'ARTICLE' AND MOD(x, 2) = 0;

INSERT INTO listing (scope, published_at, post_id)
SELECT CAST(CASE kind WHEN 'PAGE' THEN '00000000-0000-0000-0000-000000000002' ELSE '00000000-0000-0000-0000-000000000001' END AS UUID),
    published_at, id FROM number;
INSERT INTO listing (scope, published_at, post_id)
SELECT tag_id, published_at, id FROM number JOIN post_tag ON post_id = id;
INSERT INTO listing (scope, published_at, post_id)
SELECT author_id, published_at, id FROM number JOIN post_author ON post_id = id WHERE kind = 'ARTICLE';
INSERT INTO tally (scope, posts) SELECT scope, COUNT(*) FROM listing GROUP BY scope;

INSERT INTO change_feed (position, type, subject, happened_at, payload)
SELECT x, 'Post.Published', CAST(id AS VARCHAR), published_at, 'slug=note-' || x FROM number;
INSERT INTO audit_entry (number, happened_at, who, origin, act, subject, detail)
SELECT x, published_at, 'somebody', '', 'Post.Published', CAST(id AS VARCHAR), 'slug=note-' || x FROM number;
UPDATE change_head SET position = @POSTS + 3;
INSERT INTO change_bookmark (reader, position) VALUES ('media-use', @POSTS + 3), ('media-removed', @POSTS + 3),
    ('thinned-revisions', @POSTS + 3);
