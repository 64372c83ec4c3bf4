-- The same as in SQLite, where it is explained.
ALTER TABLE answers ADD COLUMN premise_asked text;
ALTER TABLE answers ADD COLUMN premise_says text;

DELETE FROM channel_articles WHERE NOT EXISTS (
    SELECT 1 FROM articles a WHERE a.id = channel_articles.article AND a.guild IN (channel_articles.guild, 0));
