CREATE TABLE word_runs (
    guild   bigint NOT NULL,
    hash    bigint NOT NULL,
    article bigint NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    PRIMARY KEY (guild, hash, article)
);

CREATE INDEX word_runs_by_article ON word_runs (article);
