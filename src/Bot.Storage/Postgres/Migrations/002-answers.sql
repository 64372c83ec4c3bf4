-- The same tables as in SQLite, where their columns are explained.
CREATE TABLE answers (
    id         bigint PRIMARY KEY,
    guild      bigint NOT NULL,
    channel    bigint NOT NULL,
    person     bigint NOT NULL,
    asked      text   NOT NULL,
    question   text   NOT NULL,
    article    text,
    follows    bigint,
    outcome    bigint NOT NULL,
    by_model   bigint NOT NULL,
    confidence double precision NOT NULL,
    private    bigint NOT NULL,
    given      bigint NOT NULL,
    shared     bigint
);

CREATE INDEX answers_by_channel ON answers (channel, given);
CREATE INDEX answers_by_person ON answers (person);
CREATE INDEX answers_by_age ON answers (guild, given);

CREATE TABLE answer_statements (
    answer    bigint NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    number    bigint NOT NULL,
    text      text   NOT NULL,
    note      text,
    compares  bigint NOT NULL,
    citations text   NOT NULL,
    PRIMARY KEY (answer, number)
);

CREATE TABLE answer_citations (
    answer       bigint NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    number       bigint NOT NULL,
    article      text   NOT NULL,
    version      bigint NOT NULL,
    title        text   NOT NULL,
    paragraph    bigint NOT NULL,
    start_offset bigint NOT NULL,
    end_offset   bigint NOT NULL,
    quote        text   NOT NULL,
    url          text,
    PRIMARY KEY (answer, number)
);

CREATE INDEX answer_citations_by_article ON answer_citations (article);

CREATE TABLE feedback (
    answer   bigint NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    person   bigint NOT NULL,
    citation bigint NOT NULL,
    good     bigint NOT NULL,
    at       bigint NOT NULL,
    PRIMARY KEY (answer, person, citation)
);

CREATE INDEX feedback_by_person ON feedback (person);
