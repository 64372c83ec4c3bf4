-- The words of a citation that answer, as ranges into the paragraph: “start-end”, separated by commas; null for none.
ALTER TABLE answer_citations ADD COLUMN highlight TEXT;
