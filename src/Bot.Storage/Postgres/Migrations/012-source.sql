-- The same column as in SQLite, where it is explained.
ALTER TABLE articles ADD COLUMN source text;
