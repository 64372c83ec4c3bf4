-- The same column as in SQLite, where it is explained.
ALTER TABLE quotations ADD COLUMN standing integer NOT NULL DEFAULT 0;
