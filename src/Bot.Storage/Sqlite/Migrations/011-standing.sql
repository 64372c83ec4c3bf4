-- 0 said, 1 denied, 2 alleged; versions that were read before take everything for said.
ALTER TABLE quotations ADD COLUMN standing INTEGER NOT NULL DEFAULT 0;
