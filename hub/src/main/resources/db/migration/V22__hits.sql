-- Hits: a candidate that somebody stands for, asked about, answered and closed (R10, R11). Seen by
-- the member that asks, and by the alert's owner once it is asked; a hidden one by the owner alone
-- (R3).
CREATE TABLE manumit.hits (
    id uuid PRIMARY KEY,
    -- The owner's alert, and the member whose check it was.
    alert uuid NOT NULL REFERENCES manumit.owned_records ON DELETE CASCADE,
    owner uuid NOT NULL REFERENCES manumit.members,
    member uuid NOT NULL REFERENCES manumit.members,
    check_id uuid NOT NULL,
    checked_at timestamptz NOT NULL,
    -- The asking member may not know that the alert exists.
    hidden boolean NOT NULL,
    -- The check was made before the alert circulated.
    retro boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('CANDIDATE', 'SET_ASIDE', 'ASKED', 'CONFIRMED', 'REFUTED',
        'EXPIRED', 'ACTION', 'CLOSED')),
    -- Who has to do something now.
    turn text NOT NULL CHECK (turn IN ('ASKER', 'OWNER', 'NONE')),
    operation text NOT NULL,
    purpose text NOT NULL,
    post uuid,
    band text NOT NULL,
    bits double precision NOT NULL,
    -- Traveller and record side by side, as answered by the check: manumit.hub.checks.CandidateView.
    -- The owner of a hidden hit reads here who was found.
    comparison jsonb NOT NULL,
    -- Somebody to protect.
    sheltered boolean NOT NULL,
    -- Strictest of what it is made of (R4).
    handling_code text NOT NULL,
    person_waits boolean NOT NULL DEFAULT false,
    asked_at timestamptz,
    -- The owner's answer that holds now.
    answer text CHECK (answer IN ('CONFIRM', 'REFUTE')),
    outcome text,
    seen_at timestamptz,
    -- The clock of whose turn it is, and what it has done so far; without an end it stands.
    clock_from timestamptz,
    due_at timestamptz,
    reminded_at timestamptz,
    escalated_at timestamptz,
    secretariat_told_at timestamptz,
    -- Who has it on either side, after a hand-over; null: whoever is on duty.
    asker_user uuid,
    owner_user uuid,
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (check_id, alert),
    CHECK ((state = 'CLOSED') = (outcome IS NOT NULL)),
    CHECK ((clock_from IS NULL) = (due_at IS NULL)),
    CHECK ((turn = 'NONE') <= (due_at IS NULL))
);
CREATE INDEX hits_by_member ON manumit.hits (member, turn, due_at);
CREATE INDEX hits_by_owner ON manumit.hits (owner, turn, due_at);
CREATE INDEX hits_by_alert ON manumit.hits (alert);
CREATE INDEX hits_due ON manumit.hits (due_at) WHERE due_at IS NOT NULL;
ALTER TABLE manumit.hits ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.hits FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON manumit.hits FOR SELECT TO ${owner} USING (true);
-- What the asking member has not asked about yet is its own affair; a restriction made meanwhile
-- takes the hit from it, and a suspended type of record from both (R2, R14).
CREATE POLICY both_read ON manumit.hits FOR SELECT TO ${application}
    USING ((SELECT manumit.recording())
        OR (owner = (SELECT manumit.acting_member()) AND (hidden OR asked_at IS NOT NULL)
            OR member = (SELECT manumit.acting_member()) AND NOT hidden)
            AND manumit.may_find(alert));
CREATE POLICY asker_insert ON manumit.hits FOR INSERT TO ${application}
    WITH CHECK ((SELECT manumit.recording())
        OR member = (SELECT manumit.acting_member()) AND NOT hidden AND manumit.may_find(alert));
CREATE POLICY both_update ON manumit.hits FOR UPDATE TO ${application}
    USING ((SELECT manumit.recording())
        OR (owner = (SELECT manumit.acting_member()) AND (hidden OR asked_at IS NOT NULL)
            OR member = (SELECT manumit.acting_member()) AND NOT hidden)
            AND manumit.may_find(alert));
GRANT SELECT, INSERT ON manumit.hits TO ${application};
GRANT UPDATE (hidden, state, turn, person_waits, asked_at, answer, outcome, seen_at, clock_from,
    due_at, reminded_at, escalated_at, secretariat_told_at, asker_user, owner_user, version,
    changed_at) ON manumit.hits TO ${application};

-- What was done about a hit: added, never changed, gone only with the hit.
CREATE TABLE manumit.hit_steps (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    hit uuid NOT NULL REFERENCES manumit.hits ON DELETE CASCADE,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    party text NOT NULL CHECK (party IN ('ASKER', 'OWNER', 'HUB')),
    -- Hand-overs and answers not yet agreed on are of one side alone.
    seen_by text NOT NULL CHECK (seen_by IN ('BOTH', 'ASKER', 'OWNER')),
    -- Null: the hub.
    actor uuid,
    -- As it was then: the other side may not look it up.
    actor_name text NOT NULL,
    -- Of an action, an outcome or an answer.
    code text NOT NULL,
    words text NOT NULL CHECK (length(words) <= 2000),
    CHECK ((party = 'HUB') = (actor IS NULL))
);
CREATE INDEX hit_steps_by_hit ON manumit.hit_steps (hit, at, id);
ALTER TABLE manumit.hit_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.hit_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY side_read ON manumit.hit_steps FOR SELECT TO ${application}
    USING ((SELECT manumit.recording())
        OR EXISTS (SELECT FROM manumit.hits h
                   WHERE h.id = hit
                     AND (seen_by = 'BOTH'
                          OR seen_by = 'ASKER' AND h.member = (SELECT manumit.acting_member())
                          OR seen_by = 'OWNER' AND h.owner = (SELECT manumit.acting_member()))));
CREATE POLICY side_insert ON manumit.hit_steps FOR INSERT TO ${application}
    WITH CHECK ((SELECT manumit.recording()) AND party = 'HUB'
        OR actor = (SELECT manumit.acting_id())
            AND EXISTS (SELECT FROM manumit.hits h
                        WHERE h.id = hit
                          AND (party = 'ASKER' AND h.member = (SELECT manumit.acting_member())
                               OR party = 'OWNER' AND h.owner = (SELECT manumit.acting_member()))));
GRANT SELECT, INSERT ON manumit.hit_steps TO ${application};
