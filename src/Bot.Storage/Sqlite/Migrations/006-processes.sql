-- What the processes of one bot must know of each other; bot tells one bot's rows from another's. Times are milliseconds since 1970.
CREATE TABLE gateway_sessions (
    bot      TEXT    NOT NULL,
    shard    TEXT    NOT NULL,
    session  TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    address  TEXT,
    PRIMARY KEY (bot, shard)
) STRICT, WITHOUT ROWID;

CREATE TABLE gateway_identifies (
    bot  TEXT    NOT NULL,
    at   INTEGER NOT NULL,
    lane INTEGER NOT NULL
) STRICT;

CREATE INDEX gateway_identifies_by_age ON gateway_identifies (bot, at);

CREATE TABLE gateway_processes (
    bot     TEXT    NOT NULL,
    process TEXT    NOT NULL,
    seen    INTEGER NOT NULL,
    PRIMARY KEY (bot, process)
) STRICT, WITHOUT ROWID;
