-- The day of the last change as the article states it; versions that were read before do not have it.
ALTER TABLE articles ADD COLUMN modified TEXT;
