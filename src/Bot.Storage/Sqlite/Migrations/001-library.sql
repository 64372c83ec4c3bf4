-- One row: which library this is, and the number of its last change.
CREATE TABLE library (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    id       TEXT    NOT NULL,
    sequence INTEGER NOT NULL
) STRICT;

INSERT INTO library (only_row, id, sequence) VALUES (1, lower(hex(randomblob(16))), 0);

-- One row a version. words is a hash of the paragraphs; added is milliseconds since 1970.
CREATE TABLE articles (
    key        INTEGER PRIMARY KEY,
    guild      INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    title      TEXT    NOT NULL,
    outlet     TEXT,
    author     TEXT,
    date       TEXT,
    dateline   TEXT,
    url        TEXT,
    language   TEXT,
    paragraphs INTEGER NOT NULL,
    quotations INTEGER NOT NULL,
    words      TEXT    NOT NULL,
    added      INTEGER NOT NULL,
    UNIQUE (guild, id, version)
) STRICT;

CREATE INDEX articles_by_words ON articles (guild, words);

CREATE TABLE originals (
    article  INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    document BLOB    NOT NULL
) STRICT;

-- sentences: start,end,start,end…
CREATE TABLE paragraphs (
    article   INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    text      TEXT    NOT NULL,
    section   TEXT,
    sentences TEXT    NOT NULL,
    PRIMARY KEY (article, number)
) STRICT;

CREATE TABLE quotations (
    article      INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    number       INTEGER NOT NULL,
    paragraph    INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset   INTEGER NOT NULL,
    role         TEXT,
    attribution  TEXT    NOT NULL,
    certainty    INTEGER NOT NULL,
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotation_speakers (
    article   INTEGER NOT NULL,
    quotation INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    name      TEXT    NOT NULL,
    PRIMARY KEY (article, quotation, position),
    FOREIGN KEY (article, quotation) REFERENCES quotations (article, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- aliases: one name a line.
CREATE TABLE speakers (
    article    INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    aliases    TEXT    NOT NULL,
    role       TEXT,
    quotations INTEGER NOT NULL,
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

-- The latest change of each article, also of those that are gone: versions never start again, and an index learns what to drop.
CREATE TABLE changes (
    guild    INTEGER NOT NULL,
    article  TEXT    NOT NULL,
    sequence INTEGER NOT NULL UNIQUE,
    version  INTEGER NOT NULL,
    removed  INTEGER NOT NULL,
    PRIMARY KEY (guild, article)
) STRICT, WITHOUT ROWID;

-- What has been added once and stays removed when somebody removes it.
CREATE TABLE added_once (
    name TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Interactions that some process has taken on; at is milliseconds since 1970.
CREATE TABLE interaction_claims (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX interaction_claims_by_age ON interaction_claims (at);
