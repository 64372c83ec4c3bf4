-- The same tables as in SQLite, where their columns are explained. All numbers are bigint, as every number of SQLite is.
CREATE TABLE library (
    only_row bigint PRIMARY KEY CHECK (only_row = 1),
    id       text   NOT NULL,
    sequence bigint NOT NULL
);

INSERT INTO library (only_row, id, sequence) VALUES (1, replace(gen_random_uuid()::text, '-', ''), 0);

CREATE TABLE articles (
    key        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    guild      bigint NOT NULL,
    id         text   NOT NULL,
    version    bigint NOT NULL,
    title      text   NOT NULL,
    outlet     text,
    author     text,
    date       text,
    dateline   text,
    url        text,
    language   text,
    paragraphs bigint NOT NULL,
    quotations bigint NOT NULL,
    words      text   NOT NULL,
    added      bigint NOT NULL,
    UNIQUE (guild, id, version)
);

CREATE INDEX articles_by_words ON articles (guild, words);

CREATE TABLE originals (
    article  bigint PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    document bytea  NOT NULL
);

CREATE TABLE paragraphs (
    article   bigint NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    number    bigint NOT NULL,
    text      text   NOT NULL,
    section   text,
    sentences text   NOT NULL,
    PRIMARY KEY (article, number)
);

CREATE TABLE quotations (
    article      bigint NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    number       bigint NOT NULL,
    paragraph    bigint NOT NULL,
    start_offset bigint NOT NULL,
    end_offset   bigint NOT NULL,
    role         text,
    attribution  text   NOT NULL,
    certainty    bigint NOT NULL,
    PRIMARY KEY (article, number)
);

CREATE TABLE quotation_speakers (
    article   bigint NOT NULL,
    quotation bigint NOT NULL,
    position  bigint NOT NULL,
    name      text   NOT NULL,
    PRIMARY KEY (article, quotation, position),
    FOREIGN KEY (article, quotation) REFERENCES quotations (article, number) ON DELETE CASCADE
);

CREATE TABLE speakers (
    article    bigint NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    number     bigint NOT NULL,
    name       text   NOT NULL,
    aliases    text   NOT NULL,
    role       text,
    quotations bigint NOT NULL,
    PRIMARY KEY (article, number)
);

CREATE TABLE changes (
    guild    bigint NOT NULL,
    article  text   NOT NULL,
    sequence bigint NOT NULL UNIQUE,
    version  bigint NOT NULL,
    removed  bigint NOT NULL,
    PRIMARY KEY (guild, article)
);

CREATE TABLE added_once (
    name text PRIMARY KEY
);

CREATE TABLE interaction_claims (
    id bigint PRIMARY KEY,
    at bigint NOT NULL
);

CREATE INDEX interaction_claims_by_age ON interaction_claims (at);
