-- One row an article version; they are derived, and made anew. model: who made the vectors; sentences: a little-endian uint16 for each paragraph, how many it
-- has; then for the headline and each sentence in reading order: scales, a little-endian float32; components, an int8 each; codes, their signs, a bit each.
DROP TABLE vectors;
CREATE TABLE vectors (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    article    INTEGER NOT NULL UNIQUE REFERENCES articles (key) ON DELETE CASCADE,
    guild      INTEGER NOT NULL,
    model      TEXT    NOT NULL,
    dimensions INTEGER NOT NULL,
    sentences  BLOB    NOT NULL,
    scales     BLOB    NOT NULL,
    codes      BLOB    NOT NULL,
    components BLOB    NOT NULL
) STRICT;

CREATE INDEX vectors_by_guild ON vectors (guild, model, position);
