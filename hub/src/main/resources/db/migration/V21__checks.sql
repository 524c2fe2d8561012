-- Checks: who asked about whom, where and why, and what was found. Of the member that asked; the
-- owner of an alert learns of it by a hit only.
CREATE TABLE manumit.checks (
    id uuid PRIMARY KEY,
    member uuid NOT NULL REFERENCES manumit.members,
    actor uuid NOT NULL,
    operation text NOT NULL,
    purpose text NOT NULL,
    post uuid REFERENCES manumit.posts,
    made_at timestamptz NOT NULL,
    -- Shape: manumit.hub.identity.Description. Personal data of travellers: deleted when kept long
    -- enough, the row stays for counting.
    particulars jsonb,
    -- The member's own reference; a retry with it is answered from here.
    idempotency_key text,
    -- SHA-256 of what was asked: a key that comes back with another question is refused.
    question_hash bytea NOT NULL,
    journal_entry bigint NOT NULL,
    UNIQUE (member, idempotency_key)
);
CREATE INDEX checks_by_member ON manumit.checks (member, made_at DESC);
CREATE INDEX checks_by_post ON manumit.checks (post, made_at DESC) WHERE post IS NOT NULL;
ALTER TABLE manumit.checks ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.checks FORCE ROW LEVEL SECURITY;
CREATE POLICY own_read ON manumit.checks FOR SELECT TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.recording())
        OR (SELECT manumit.indexing()));
CREATE POLICY recorder_insert ON manumit.checks FOR INSERT TO ${application}
    WITH CHECK ((SELECT manumit.recording()));
GRANT SELECT, INSERT ON manumit.checks TO ${application};

-- What a check found. A hidden one, of an alert that the asking member may not know of, is not here:
-- its owner gets a hit (R3).
CREATE TABLE manumit.check_candidates (
    check_id uuid NOT NULL REFERENCES manumit.checks ON DELETE CASCADE,
    alert uuid NOT NULL REFERENCES manumit.owned_records ON DELETE CASCADE,
    member uuid NOT NULL,
    owner uuid NOT NULL,
    place smallint NOT NULL,
    band text NOT NULL CHECK (band IN ('STRONG', 'POSSIBLE', 'WEAK')),
    bits double precision NOT NULL,
    -- As answered: manumit.hub.checks.CandidateView, evidence and all.
    answer jsonb NOT NULL,
    -- What the officer made of it; null: nothing yet.
    verdict text CHECK (verdict IN ('NOT_THIS_PERSON', 'ASKED')),
    verdict_reason text,
    verdict_at timestamptz,
    verdict_by uuid,
    PRIMARY KEY (check_id, alert)
);
CREATE INDEX check_candidates_by_alert ON manumit.check_candidates (alert);
ALTER TABLE manumit.check_candidates ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.check_candidates FORCE ROW LEVEL SECURITY;
CREATE POLICY own_read ON manumit.check_candidates FOR SELECT TO ${application}
    USING (member = (SELECT manumit.acting_member()) AND manumit.may_find(alert)
        OR (SELECT manumit.recording()));
CREATE POLICY recorder_insert ON manumit.check_candidates FOR INSERT TO ${application}
    WITH CHECK ((SELECT manumit.recording()));
CREATE POLICY own_update ON manumit.check_candidates FOR UPDATE TO ${application}
    USING (member = (SELECT manumit.acting_member()) AND manumit.may_find(alert));
GRANT SELECT, INSERT ON manumit.check_candidates TO ${application};
GRANT UPDATE (verdict, verdict_reason, verdict_at, verdict_by) ON manumit.check_candidates
    TO ${application};
