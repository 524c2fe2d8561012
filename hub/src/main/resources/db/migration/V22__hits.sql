-- Hits: a candidate that somebody stands for, asked about, answered and closed (R10, R11). Seen by
-- the member that asks and by the alert's owner; a hidden one by the owner alone (R3).
CREATE TABLE manumit.hits (
    id uuid PRIMARY KEY,
    -- The owner's alert, and the member whose check it was.
    alert uuid NOT NULL REFERENCES manumit.owned_records ON DELETE CASCADE,
    owner uuid NOT NULL REFERENCES manumit.members,
    member uuid NOT NULL REFERENCES manumit.members,
    check_id uuid NOT NULL,
    -- The asking member may not know that the alert exists.
    hidden boolean NOT NULL,
    -- The check was made before the alert circulated.
    retro boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('CANDIDATE', 'SET_ASIDE', 'ASKED', 'CONFIRMED', 'REFUTED',
        'EXPIRED', 'ACTION', 'CLOSED')),
    operation text NOT NULL,
    purpose text NOT NULL,
    post uuid,
    band text NOT NULL,
    bits double precision NOT NULL,
    -- Traveller and record side by side, as answered by the check: manumit.hub.checks.CandidateView.
    -- The owner of a hidden hit reads here who was found.
    comparison jsonb NOT NULL,
    -- Strictest of what it is made of (R4).
    handling_code text NOT NULL,
    person_waits boolean NOT NULL DEFAULT false,
    asked_at timestamptz,
    due_at timestamptz,
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (check_id, alert)
);
CREATE INDEX hits_by_member ON manumit.hits (member, state);
CREATE INDEX hits_by_owner ON manumit.hits (owner, state);
CREATE INDEX hits_by_alert ON manumit.hits (alert);
CREATE INDEX hits_due ON manumit.hits (due_at) WHERE due_at IS NOT NULL;
ALTER TABLE manumit.hits ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.hits FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON manumit.hits FOR SELECT TO ${owner} USING (true);
CREATE POLICY both_read ON manumit.hits FOR SELECT TO ${application}
    USING (owner = (SELECT manumit.acting_member())
        OR member = (SELECT manumit.acting_member()) AND NOT hidden AND manumit.may_find(alert)
        OR (SELECT manumit.recording()));
CREATE POLICY asker_insert ON manumit.hits FOR INSERT TO ${application}
    WITH CHECK ((SELECT manumit.recording())
        OR member = (SELECT manumit.acting_member()) AND NOT hidden AND manumit.may_find(alert));
CREATE POLICY both_update ON manumit.hits FOR UPDATE TO ${application}
    USING (owner = (SELECT manumit.acting_member())
        OR member = (SELECT manumit.acting_member()) AND NOT hidden AND manumit.may_find(alert)
        OR (SELECT manumit.recording()));
GRANT SELECT, INSERT ON manumit.hits TO ${application};
GRANT UPDATE (state, person_waits, asked_at, due_at, version, changed_at) ON manumit.hits
    TO ${application};
