-- One row an article version. model: who made the vectors; scales: a little-endian float32 for each paragraph; components: an int8 each, paragraph by paragraph.
CREATE TABLE vectors (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    article    INTEGER NOT NULL UNIQUE REFERENCES articles (key) ON DELETE CASCADE,
    guild      INTEGER NOT NULL,
    model      TEXT    NOT NULL,
    dimensions INTEGER NOT NULL,
    scales     BLOB    NOT NULL,
    components BLOB    NOT NULL
) STRICT;

CREATE INDEX vectors_by_guild ON vectors (guild, model, position);
