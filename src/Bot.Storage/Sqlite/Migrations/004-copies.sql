-- A sample of the runs of words in the newest version of each article, by which copies of it are found; filled by code for articles that are there already.
CREATE TABLE word_runs (
    guild   INTEGER NOT NULL,
    hash    INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    PRIMARY KEY (guild, hash, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX word_runs_by_article ON word_runs (article);
