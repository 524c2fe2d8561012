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

CREATE TABLE manumit.alerts (
    id uuid PRIMARY KEY REFERENCES manumit.owned_records ON DELETE CASCADE,
    owner uuid NOT NULL REFERENCES manumit.members,
    kind text NOT NULL CHECK (kind IN (
        'WANTED', 'MISSING', 'TO_BE_LOCATED', 'PROTECT', 'WARNING',
        'LOST', 'STOLEN', 'REVOKED', 'STOLEN_BLANK',
        'VEHICLE', 'ORGANISATION', 'PUBLISHED')),
    -- Of a person, stated by the owner; there is no default (R6).
    person_status text CHECK (person_status IN ('SUSPECT', 'ACCUSED', 'CONVICTED', 'VICTIM',
        'POTENTIAL_VICTIM', 'WITNESS', 'MISSING', 'UNIDENTIFIED', 'DECEASED')),
    state text NOT NULL CHECK (state IN ('DRAFT', 'IN_REVIEW', 'REFUSED', 'CIRCULATED',
        'WITHDRAWN')),
    -- Copied from the record: what protects somebody is listed to nobody but its owner.
    sheltered boolean NOT NULL,
    -- Empty: of no operation, lives on when operations end.
    operation text NOT NULL DEFAULT '',
    -- Shape: manumit.hub.identity.Description, and what to do for whoever finds it.
    content jsonb NOT NULL,
    review_on date NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    proposed_by uuid,
    circulated_at timestamptz,
    changed_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE manumit.alerts ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.alerts FORCE ROW LEVEL SECURITY;
CREATE INDEX alerts_by_owner ON manumit.alerts (owner, id);
CREATE INDEX alerts_to_review ON manumit.alerts (review_on);
CREATE POLICY owner_read ON manumit.alerts FOR SELECT TO ${owner} USING (true);
CREATE POLICY visible_read ON manumit.alerts FOR SELECT TO ${application}
    USING (owner = (SELECT manumit.acting_member())
            AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alerts.id)
        OR state = 'CIRCULATED' AND NOT sheltered
            AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alerts.id)
        OR state = 'CIRCULATED' AND (SELECT manumit.indexing()));
CREATE POLICY own_insert ON manumit.alerts FOR INSERT TO ${application}
    WITH CHECK (owner = (SELECT manumit.acting_member())
        AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alerts.id));
CREATE POLICY own_update ON manumit.alerts FOR UPDATE TO ${application}
    USING (owner = (SELECT manumit.acting_member())
        AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alerts.id));
GRANT SELECT, INSERT ON manumit.alerts TO ${application};
GRANT UPDATE (kind, person_status, state, sheltered, operation, content, review_on, version,
    proposed_by, circulated_at, changed_at) ON manumit.alerts TO ${application};
