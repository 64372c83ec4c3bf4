-- The same table as in SQLite, where its columns are explained.
DROP TABLE vectors;
CREATE TABLE vectors (
    position   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article    bigint NOT NULL UNIQUE REFERENCES articles (key) ON DELETE CASCADE,
    guild      bigint NOT NULL,
    model      text   NOT NULL,
    dimensions bigint NOT NULL,
    sentences  bytea  NOT NULL,
    scales     bytea  NOT NULL,
    codes      bytea  NOT NULL,
    components bytea  NOT NULL
);

CREATE INDEX vectors_by_guild ON vectors (guild, model, position);
