-- Posts that say the same in several languages have this in common; a post without translations has it for itself.
ALTER TABLE post ADD COLUMN translations UUID;
UPDATE post SET translations = id;
ALTER TABLE post ALTER COLUMN translations SET NOT NULL;
ALTER TABLE post ADD CONSTRAINT post_translation UNIQUE (translations, language);
