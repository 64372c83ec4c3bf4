-- What an article without an address was read from; versions that were read before do not have it.
ALTER TABLE articles ADD COLUMN source TEXT;
