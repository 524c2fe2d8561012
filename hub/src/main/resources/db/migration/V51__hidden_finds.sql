-- What checks found that the asking member may not know of, until it has become hits of the owners.
-- One row for each group of checks, whether it found something or not: what is written before an
-- answer is of one shape, so that its time does not tell (R2, R3). Emptied within a second.
CREATE TABLE manumit.hidden_finds (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    -- Shape: manumit.hub.hits.HiddenFinds.Find, as JSON; filled up with blanks.
    finds text NOT NULL
);
-- Compressing would take a time that depends on the text.
ALTER TABLE manumit.hidden_finds ALTER COLUMN finds SET STORAGE EXTERNAL;
ALTER TABLE manumit.hidden_finds ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.hidden_finds FORCE ROW LEVEL SECURITY;
CREATE POLICY recorder_all ON manumit.hidden_finds FOR ALL TO ${application}
    USING ((SELECT manumit.recording()))
    WITH CHECK ((SELECT manumit.recording()));
GRANT SELECT, INSERT, DELETE ON manumit.hidden_finds TO ${application};
