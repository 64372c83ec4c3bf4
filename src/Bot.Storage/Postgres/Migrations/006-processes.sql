-- What the processes of one bot must know of each other; bot tells one bot's rows from another's. Times are milliseconds since 1970.
CREATE TABLE gateway_sessions (
    bot      text    NOT NULL,
    shard    text    NOT NULL,
    session  text    NOT NULL,
    sequence bigint NOT NULL,
    address  text,
    PRIMARY KEY (bot, shard)
);

CREATE TABLE gateway_identifies (
    bot  text    NOT NULL,
    at   bigint NOT NULL,
    lane bigint NOT NULL
);

CREATE INDEX gateway_identifies_by_age ON gateway_identifies (bot, at);

CREATE TABLE gateway_processes (
    bot     text    NOT NULL,
    process text    NOT NULL,
    seen    bigint NOT NULL,
    PRIMARY KEY (bot, process)
);
