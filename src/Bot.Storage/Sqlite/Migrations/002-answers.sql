-- One row an answer. id: Discord's id of what asked for it, an interaction or a message. channel: also a thread or a direct conversation. asked: as it was
-- typed; question: as it stands alone. outcome: 0 answered, 1 not in the articles, 2 a summary, 3 failed and kept to be asked again, 4 quotations. given and shared are
-- milliseconds since 1970.
CREATE TABLE answers (
    id         INTEGER PRIMARY KEY,
    guild      INTEGER NOT NULL,
    channel    INTEGER NOT NULL,
    person     INTEGER NOT NULL,
    asked      TEXT    NOT NULL,
    question   TEXT    NOT NULL,
    article    TEXT,
    follows    INTEGER,
    outcome    INTEGER NOT NULL,
    by_model   INTEGER NOT NULL,
    confidence REAL    NOT NULL,
    private    INTEGER NOT NULL,
    given      INTEGER NOT NULL,
    shared     INTEGER
) STRICT;

CREATE INDEX answers_by_channel ON answers (channel, given);
CREATE INDEX answers_by_person ON answers (person);
CREATE INDEX answers_by_age ON answers (guild, given);

-- compares: 1 for a sentence about how the cited articles agree or differ. citations: number,number…
CREATE TABLE answer_statements (
    answer    INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    text      TEXT    NOT NULL,
    note      TEXT,
    compares  INTEGER NOT NULL,
    citations TEXT    NOT NULL,
    PRIMARY KEY (answer, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_citations (
    answer       INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,
    article      TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    title        TEXT    NOT NULL,
    paragraph    INTEGER NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset   INTEGER NOT NULL,
    quote        TEXT    NOT NULL,
    url          TEXT,
    PRIMARY KEY (answer, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_citations_by_article ON answer_citations (article);

-- citation: its number, 0 for the answer as a whole. good: 1 or 0.
CREATE TABLE feedback (
    answer   INTEGER NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    person   INTEGER NOT NULL,
    citation INTEGER NOT NULL,
    good     INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (answer, person, citation)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_by_person ON feedback (person);
