-- Words of the question that the article contradicts, and the article's own that stand against them; both null where it contradicts nothing. The passage is
-- the answer's first citation.
ALTER TABLE answers ADD COLUMN premise_asked TEXT;
ALTER TABLE answers ADD COLUMN premise_says TEXT;

-- What was chosen for a channel goes with the article from now on.
DELETE FROM channel_articles WHERE NOT EXISTS (
    SELECT 1 FROM articles a WHERE a.id = channel_articles.article AND a.guild IN (channel_articles.guild, 0));
