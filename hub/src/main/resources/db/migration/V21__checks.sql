-- Checks: who asked about whom, where and why, and what was found. Of the member that asked; the
-- owner of an alert learns of it by a hit only.
CREATE TABLE manumit.checks (
    -- A UUID of version 7, made by the recorder: in the order of time.
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
    question_hash bytea,
    journal_entry bigint NOT NULL,
    CHECK ((idempotency_key IS NULL) = (question_hash IS NULL))
);
CREATE UNIQUE INDEX checks_by_key ON manumit.checks (member, idempotency_key)
    WHERE idempotency_key IS NOT NULL;
CREATE INDEX checks_by_actor ON manumit.checks (actor, id DESC);
-- What is to be deleted when kept long enough.
CREATE INDEX checks_with_particulars ON manumit.checks USING brin (made_at);
ALTER TABLE manumit.checks ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.checks FORCE ROW LEVEL SECURITY;
CREATE POLICY own_read ON manumit.checks FOR SELECT TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.recording())
        OR (SELECT manumit.indexing()));
CREATE POLICY recorder_insert ON manumit.checks FOR INSERT TO ${application}
    WITH CHECK ((SELECT manumit.recording()));
CREATE POLICY recorder_forget ON manumit.checks FOR UPDATE TO ${application}
    USING ((SELECT manumit.recording()));
GRANT SELECT, INSERT ON manumit.checks TO ${application};
GRANT UPDATE (particulars) ON manumit.checks TO ${application};

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
CREATE POLICY recorder_forget ON manumit.check_candidates FOR DELETE TO ${application}
    USING ((SELECT manumit.recording()));
GRANT SELECT, INSERT, DELETE ON manumit.check_candidates TO ${application};
GRANT UPDATE (verdict, verdict_reason, verdict_at, verdict_by) ON manumit.check_candidates
    TO ${application};

-- Those of these alerts that are there, and stay there until the end of the transaction: an alert may
-- be deleted between the search that found it and the record of the check.
CREATE POLICY owner_keep ON manumit.owned_records FOR UPDATE TO ${owner} USING (true);
CREATE FUNCTION manumit.keep_alerts(wanted uuid[]) RETURNS SETOF uuid LANGUAGE sql VOLATILE
    SECURITY DEFINER SET search_path = manumit, pg_temp
AS $$ SELECT id FROM manumit.owned_records WHERE id = ANY (wanted) AND manumit.recording()
      ORDER BY id FOR KEY SHARE $$;
REVOKE EXECUTE ON FUNCTION manumit.keep_alerts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manumit.keep_alerts TO ${application};

-- How much was checked: by post and hour, kept when the persons are forgotten.
CREATE TABLE manumit.check_counts (
    member uuid NOT NULL REFERENCES manumit.members,
    -- All zeroes: at no post.
    post uuid NOT NULL,
    hour timestamptz NOT NULL,
    checks bigint NOT NULL,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (member, post, hour)
);
ALTER TABLE manumit.check_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.check_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY own_read ON manumit.check_counts FOR SELECT TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.recording()));
CREATE POLICY recorder_insert ON manumit.check_counts FOR INSERT TO ${application}
    WITH CHECK ((SELECT manumit.recording()));
CREATE POLICY recorder_update ON manumit.check_counts FOR UPDATE TO ${application}
    USING ((SELECT manumit.recording()));
GRANT SELECT, INSERT ON manumit.check_counts TO ${application};
GRANT UPDATE (checks, last_at) ON manumit.check_counts TO ${application};
