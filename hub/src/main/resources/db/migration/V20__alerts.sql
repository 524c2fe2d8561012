-- Alerts: what a member circulates about a person, a document, a vehicle or an organisation.
--
-- Two more scopes of a transaction (class ActingTransaction): 'index' reads what circulates, and who
-- may find it, for the index that checks are asked of; 'recorder' writes checks and what follows from
-- them, in groups, for all members.
CREATE FUNCTION manumit.indexing() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN COALESCE(current_setting('manumit.scope', true), '') = 'index';
CREATE FUNCTION manumit.recording() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN COALESCE(current_setting('manumit.scope', true), '') = 'recorder';

-- A member's place in sets of members (visibility in the index): the smallest that is free.
CREATE POLICY owner_read ON manumit.members FOR SELECT TO ${owner} USING (true);
CREATE POLICY owner_number ON manumit.members FOR UPDATE TO ${owner} USING (true);
ALTER TABLE manumit.members ADD COLUMN number int UNIQUE CHECK (number BETWEEN 0 AND 255);
CREATE FUNCTION manumit.free_number() RETURNS int LANGUAGE sql VOLATILE
    SECURITY DEFINER SET search_path = manumit, pg_temp
RETURN (SELECT min(n) FROM generate_series(0, 255) AS n
        WHERE NOT EXISTS (SELECT FROM manumit.members WHERE number = n));
UPDATE manumit.members m SET number = o.place - 1
FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM manumit.members) o WHERE o.id = m.id;
ALTER TABLE manumit.members ALTER COLUMN number SET NOT NULL,
    ALTER COLUMN number SET DEFAULT manumit.free_number();
REVOKE EXECUTE ON FUNCTION manumit.free_number FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manumit.free_number TO ${application};
CREATE POLICY index_read ON manumit.members FOR SELECT TO ${application}
    USING ((SELECT manumit.indexing()) OR (SELECT manumit.recording()));

-- A record that protects somebody is found by checks, and listed to nobody but its owner (R17).
ALTER TABLE manumit.owned_records ADD COLUMN sheltered boolean NOT NULL DEFAULT false;
GRANT SELECT (sheltered) ON manumit.owned_records TO ${application};
DROP POLICY visible_read ON manumit.owned_records;
CREATE POLICY visible_read ON manumit.owned_records FOR SELECT TO ${application}
    USING ((owner = (SELECT manumit.acting_member())
            OR (NOT sheltered
                AND audience = ANY ((SELECT manumit.visible_audiences())::int[])))
        AND record_type <> ALL ((SELECT manumit.suspended_types())::text[]));

-- Whether the acting member's checks may find a record: its own, or one that it is let see,
-- sheltered or not. False for a record that is not there.
CREATE FUNCTION manumit.may_find(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = manumit, pg_temp
RETURN EXISTS (
    SELECT FROM manumit.owned_records
    WHERE id = wanted
      AND (owner = manumit.acting_member() OR audience = ANY (manumit.visible_audiences()))
      AND record_type <> ALL (manumit.suspended_types()));
REVOKE EXECUTE ON FUNCTION manumit.may_find FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manumit.may_find TO ${application};

-- State: of the alert itself. While one circulates, a correction of what it says goes its own way
-- beside it; correction: NULL where there is none.
CREATE TABLE manumit.alerts (
    id uuid PRIMARY KEY REFERENCES manumit.owned_records ON DELETE CASCADE,
    owner uuid NOT NULL REFERENCES manumit.members,
    owner_reference text NOT NULL,
    kind text NOT NULL CHECK (kind IN (
        'WANTED', 'MISSING', 'TO_BE_LOCATED', 'PROTECT', 'WARNING',
        'LOST', 'STOLEN', 'REVOKED', 'STOLEN_BLANK',
        'VEHICLE', 'ORGANISATION', 'PUBLISHED')),
    -- Of a person, stated by the owner; there is no default (R6).
    person_status text CHECK (person_status IN ('SUSPECT', 'ACCUSED', 'CONVICTED', 'VICTIM',
        'POTENTIAL_VICTIM', 'WITNESS', 'MISSING', 'UNIDENTIFIED', 'DECEASED')),
    state text NOT NULL CHECK (state IN ('DRAFT', 'IN_REVIEW', 'REFUSED', 'CIRCULATED',
        'WITHDRAWN')),
    correction text CHECK (correction IN ('DRAFT', 'IN_REVIEW', 'REFUSED')),
    -- Copied from the record: what protects somebody is listed to nobody but its owner.
    sheltered boolean NOT NULL,
    -- Empty: of no operation, lives on when operations end.
    operation text NOT NULL DEFAULT '',
    -- What circulates, or is to; {"description": manumit.hub.identity.Description,
    -- "instructions": what to do for whoever finds it}.
    content jsonb NOT NULL,
    -- Names as listed, for the list of one's own and of what circulates.
    names text NOT NULL DEFAULT '',
    review_on date NOT NULL,
    -- Grows with each change of anything; texts are numbered by it.
    version bigint NOT NULL DEFAULT 1,
    -- The latest text, and the one that circulates or did last; NULL: none ever did.
    text_version bigint NOT NULL DEFAULT 1,
    circulated_version bigint,
    circulated_at timestamptz,
    changed_at timestamptz NOT NULL DEFAULT now(),
    CHECK (correction IS NULL OR state = 'CIRCULATED')
);
ALTER TABLE manumit.alerts ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.alerts FORCE ROW LEVEL SECURITY;
CREATE INDEX alerts_by_owner ON manumit.alerts (owner, id);
CREATE INDEX alerts_by_reference ON manumit.alerts (owner, owner_reference);
CREATE INDEX alerts_to_review ON manumit.alerts (review_on);
CREATE POLICY owner_read ON manumit.alerts FOR SELECT TO ${owner} USING (true);
CREATE POLICY visible_read ON manumit.alerts FOR SELECT TO ${application}
    USING ((owner = (SELECT manumit.acting_member()) OR state = 'CIRCULATED' AND NOT sheltered)
        AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alerts.id));
CREATE POLICY own_insert ON manumit.alerts FOR INSERT TO ${application}
    WITH CHECK (owner = (SELECT manumit.acting_member())
        AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alerts.id));
CREATE POLICY own_update ON manumit.alerts FOR UPDATE TO ${application}
    USING (owner = (SELECT manumit.acting_member())
        AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alerts.id));
GRANT SELECT, INSERT ON manumit.alerts TO ${application};
GRANT UPDATE (kind, person_status, state, correction, sheltered, operation, content, names,
    review_on, version, text_version, circulated_version, circulated_at, changed_at)
    ON manumit.alerts TO ${application};

-- The copy in the record is what row-level security goes by; it changes with the text.
GRANT UPDATE (sheltered) ON manumit.owned_records TO ${application};

-- Every text that an alert had or is to have, with who made, proposed and reviewed it (R7). The
-- owner's alone: a text that does not circulate is nobody else's matter.
CREATE TABLE manumit.alert_versions (
    alert uuid NOT NULL REFERENCES manumit.alerts ON DELETE CASCADE,
    version bigint NOT NULL,
    owner uuid NOT NULL REFERENCES manumit.members,
    -- Shape: manumit.hub.alerts.AlertText.
    text jsonb NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    proposed_by uuid,
    proposed_at timestamptz,
    reviewed_by uuid,
    reviewed_at timestamptz,
    -- PUBLISHED: of a published list, circulated without a second person.
    decision text CHECK (decision IN ('CIRCULATE', 'REFUSE', 'PUBLISHED')),
    neutral boolean,
    rights_respected boolean,
    refugee_flag boolean,
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 2000),
    PRIMARY KEY (alert, version),
    -- The second person is another one, whatever the hub does (R7).
    CHECK (reviewed_by IS NULL OR reviewed_by <> made_by AND reviewed_by <> proposed_by)
);
ALTER TABLE manumit.alert_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.alert_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY own_read ON manumit.alert_versions FOR SELECT TO ${application}
    USING (owner = (SELECT manumit.acting_member())
        AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alert_versions.alert));
CREATE POLICY own_insert ON manumit.alert_versions FOR INSERT TO ${application}
    WITH CHECK (owner = (SELECT manumit.acting_member())
        AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alert_versions.alert));
CREATE POLICY own_update ON manumit.alert_versions FOR UPDATE TO ${application}
    USING (owner = (SELECT manumit.acting_member())
        AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alert_versions.alert));
GRANT SELECT, INSERT ON manumit.alert_versions TO ${application};
-- Never the text.
GRANT UPDATE (proposed_by, proposed_at, reviewed_by, reviewed_at, decision, neutral,
    rights_respected, refugee_flag, reason) ON manumit.alert_versions TO ${application};
