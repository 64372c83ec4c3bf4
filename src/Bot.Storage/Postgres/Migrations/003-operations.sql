-- The same tables as in SQLite, where their columns are explained.
CREATE TABLE guild_settings (
    guild                bigint PRIMARY KEY,
    adding               bigint NOT NULL,
    adding_role          bigint,
    private              bigint NOT NULL,
    language             text,
    questions_per_person bigint,
    questions_per_guild  bigint,
    kept_days            bigint NOT NULL
);

CREATE TABLE channel_articles (
    guild   bigint NOT NULL,
    channel bigint NOT NULL,
    article text   NOT NULL,
    PRIMARY KEY (guild, channel)
);

CREATE TABLE allowances (
    kind       text   NOT NULL,
    subject    bigint NOT NULL,
    used_until bigint NOT NULL,
    PRIMARY KEY (kind, subject)
);

CREATE TABLE unfinished_interactions (
    id           bigint PRIMARY KEY,
    owner        text   NOT NULL,
    leased_until bigint NOT NULL,
    attempts     bigint NOT NULL,
    sealed       bytea  NOT NULL
);

CREATE INDEX unfinished_interactions_by_lease ON unfinished_interactions (leased_until);
