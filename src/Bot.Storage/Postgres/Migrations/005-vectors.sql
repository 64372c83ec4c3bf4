-- The same table as in SQLite, where its columns are explained.
CREATE TABLE vectors (
    position   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article    bigint NOT NULL UNIQUE REFERENCES articles (key) ON DELETE CASCADE,
    guild      bigint NOT NULL,
    model      text   NOT NULL,
    dimensions bigint NOT NULL,
    scales     bytea  NOT NULL,
    components bytea  NOT NULL
);

CREATE INDEX vectors_by_guild ON vectors (guild, model, position);
