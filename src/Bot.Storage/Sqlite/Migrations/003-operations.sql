-- What a guild has set. Null: as the operator has configured, or each person's own.
CREATE TABLE guild_settings (
    guild                INTEGER PRIMARY KEY,
    adding               INTEGER NOT NULL,
    adding_role          INTEGER,
    private              INTEGER NOT NULL,
    language             TEXT,
    questions_per_person INTEGER,
    questions_per_guild  INTEGER,
    kept_days            INTEGER NOT NULL
) STRICT;

-- The article that questions in a channel or thread are about when they name none.
CREATE TABLE channel_articles (
    guild   INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    article TEXT    NOT NULL,
    PRIMARY KEY (guild, channel)
) STRICT, WITHOUT ROWID;

-- How far ahead of the clock somebody's use has run; times are milliseconds since 1970.
CREATE TABLE allowances (
    kind       TEXT    NOT NULL,
    subject    INTEGER NOT NULL,
    used_until INTEGER NOT NULL,
    PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

-- Interactions that have been announced and not answered. sealed: the interaction with its token, encrypted.
CREATE TABLE unfinished_interactions (
    id           INTEGER PRIMARY KEY,
    owner        TEXT    NOT NULL,
    leased_until INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    sealed       BLOB    NOT NULL
) STRICT;

CREATE INDEX unfinished_interactions_by_lease ON unfinished_interactions (leased_until);
