-- What was done with an alert, step by step; never changed. The owner's alone.
CREATE TABLE manumit.alert_steps (
    alert uuid NOT NULL REFERENCES manumit.alerts ON DELETE CASCADE,
    version bigint NOT NULL,
    owner uuid NOT NULL REFERENCES manumit.members,
    step text NOT NULL CHECK (step IN ('MADE', 'CHANGED', 'PROPOSED', 'REFUSED', 'CIRCULATED',
        'RESTRICTED', 'PROLONGED', 'WITHDRAWN')),
    actor uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 2000),
    PRIMARY KEY (alert, version)
);
ALTER TABLE manumit.alert_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.alert_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY own_read ON manumit.alert_steps FOR SELECT TO ${application}
    USING (owner = (SELECT manumit.acting_member())
        AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alert_steps.alert));
CREATE POLICY own_insert ON manumit.alert_steps FOR INSERT TO ${application}
    WITH CHECK (owner = (SELECT manumit.acting_member()) AND actor = (SELECT manumit.acting_id())
        AND EXISTS (SELECT FROM manumit.owned_records r WHERE r.id = alert_steps.alert));
GRANT SELECT, INSERT ON manumit.alert_steps TO ${application};

-- What receivers of an alert must know (R9). Outlives the alert: who has a copy must learn that it
-- is gone. Only who did receive the alert gets one, so a notice tells nobody of a record that they
-- did not know.
CREATE TABLE manumit.alert_notices (
    id uuid PRIMARY KEY,
    alert uuid NOT NULL,
    owner uuid NOT NULL REFERENCES manumit.members,
    owner_reference text NOT NULL,
    recipient uuid NOT NULL REFERENCES manumit.members,
    -- WITHDRAWN also where it was deleted, or kept from the receiver from now on.
    what text NOT NULL CHECK (what IN ('CORRECTED', 'WITHDRAWN')),
    made_at timestamptz NOT NULL DEFAULT now(),
    acknowledged_at timestamptz,
    acknowledged_by uuid
);
CREATE INDEX alert_notices_by_recipient ON manumit.alert_notices (recipient, id);
CREATE INDEX alert_notices_by_alert ON manumit.alert_notices (alert);
ALTER TABLE manumit.alert_notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.alert_notices FORCE ROW LEVEL SECURITY;
CREATE POLICY both_read ON manumit.alert_notices FOR SELECT TO ${application}
    USING (owner = (SELECT manumit.acting_member())
        OR recipient = (SELECT manumit.acting_member()));
CREATE POLICY owner_insert ON manumit.alert_notices FOR INSERT TO ${application}
    WITH CHECK (owner = (SELECT manumit.acting_member()));
CREATE POLICY recipient_update ON manumit.alert_notices FOR UPDATE TO ${application}
    USING (recipient = (SELECT manumit.acting_member()));
GRANT SELECT, INSERT ON manumit.alert_notices TO ${application};
GRANT UPDATE (acknowledged_at, acknowledged_by) ON manumit.alert_notices TO ${application};

-- Whose review date has passed without an answer (R8): for the hub's own clock, which deletes each
-- in the name of its owner.
CREATE FUNCTION manumit.alerts_overdue(today date, most int)
    RETURNS TABLE (id uuid, owner uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
    SELECT a.id, a.owner FROM manumit.alerts a
    WHERE (SELECT manumit.indexing()) AND a.review_on < today
    ORDER BY a.review_on LIMIT most
$$;
REVOKE EXECUTE ON FUNCTION manumit.alerts_overdue FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manumit.alerts_overdue TO ${application};
