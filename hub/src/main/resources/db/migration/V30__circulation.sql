-- What circulates, for the index that checks are asked of; and what of it changed since.

-- The latest transaction that changed what circulates of an alert, whether it still does or is gone.
-- One row for each alert: nothing to clean up, and a reader who was away misses nothing. Readers ask
-- for all changes of transactions that had not ended when they asked before (pg_snapshot_xmin):
-- numbers given out in order would be missed where a later one commits first.
CREATE TABLE manumit.alert_changes (
    alert uuid PRIMARY KEY,
    owner uuid NOT NULL,
    xact xid8 NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX alert_changes_by_xact ON manumit.alert_changes (xact);
ALTER TABLE manumit.alert_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.alert_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON manumit.alert_changes TO ${owner} USING (true) WITH CHECK (true);
-- Without a policy of its own the application reads nothing here.
GRANT SELECT ON manumit.alert_changes TO ${application};

-- Statement by statement, so that an import of many costs little more.
CREATE FUNCTION manumit.note_alerts() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO manumit.alert_changes
            SELECT id, owner, pg_current_xact_id(), clock_timestamp() FROM new_rows
            WHERE state = 'CIRCULATED'
        ON CONFLICT (alert) DO UPDATE SET xact = EXCLUDED.xact, changed_at = EXCLUDED.changed_at;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO manumit.alert_changes
            SELECT n.id, n.owner, pg_current_xact_id(), clock_timestamp()
            FROM new_rows n JOIN old_rows o ON o.id = n.id
            WHERE (n.state = 'CIRCULATED' OR o.state = 'CIRCULATED')
              AND (n.state, n.kind, n.person_status, n.sheltered, n.operation, n.content,
                   n.circulated_version, n.circulated_at)
                IS DISTINCT FROM (o.state, o.kind, o.person_status, o.sheltered, o.operation,
                   o.content, o.circulated_version, o.circulated_at)
        ON CONFLICT (alert) DO UPDATE SET xact = EXCLUDED.xact, changed_at = EXCLUDED.changed_at;
    ELSE
        INSERT INTO manumit.alert_changes
            SELECT id, owner, pg_current_xact_id(), clock_timestamp() FROM old_rows
            WHERE state = 'CIRCULATED'
        ON CONFLICT (alert) DO UPDATE SET xact = EXCLUDED.xact, changed_at = EXCLUDED.changed_at;
    END IF;
    IF FOUND THEN
        PERFORM pg_notify('manumit_alerts', '');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER note_insert AFTER INSERT ON manumit.alerts REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION manumit.note_alerts();
CREATE TRIGGER note_update AFTER UPDATE ON manumit.alerts
    REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION manumit.note_alerts();
CREATE TRIGGER note_delete AFTER DELETE ON manumit.alerts REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION manumit.note_alerts();

-- Restrictions and codes stand in the record.
CREATE FUNCTION manumit.note_alert_records() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
BEGIN
    INSERT INTO manumit.alert_changes
        SELECT n.id, n.owner, pg_current_xact_id(), clock_timestamp()
        FROM new_rows n JOIN manumit.alerts a ON a.id = n.id
        WHERE a.state = 'CIRCULATED'
    ON CONFLICT (alert) DO UPDATE SET xact = EXCLUDED.xact, changed_at = EXCLUDED.changed_at;
    IF FOUND THEN
        PERFORM pg_notify('manumit_alerts', '');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER note_update AFTER UPDATE ON manumit.owned_records REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION manumit.note_alert_records();

CREATE FUNCTION manumit.note_suspensions() RETURNS trigger LANGUAGE plpgsql
    SET search_path = manumit, pg_temp AS $$
BEGIN
    PERFORM pg_notify('manumit_alerts', '');
    RETURN NULL;
END $$;
CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON manumit.suspensions
    FOR EACH STATEMENT EXECUTE FUNCTION manumit.note_suspensions();

-- What follows answers in the scope 'index' only.

CREATE FUNCTION manumit.alerts_changed_since(horizon xid8)
    RETURNS TABLE (alert uuid, owner uuid, xact xid8, changed_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
    SELECT c.alert, c.owner, c.xact, c.changed_at FROM manumit.alert_changes c
    WHERE (SELECT manumit.indexing()) AND c.xact >= horizon
$$;

-- Restored into another cluster, where transactions count from less, changes would seem to be of
-- transactions to come, for ever.
CREATE FUNCTION manumit.settle_alert_changes() RETURNS void LANGUAGE sql VOLATILE
    SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
    UPDATE manumit.alert_changes SET xact = '0'
    WHERE manumit.indexing() AND xact > pg_current_xact_id()
$$;

-- Circulating alerts: those named, or where none are, the ones after an identifier.
CREATE FUNCTION manumit.circulating(wanted uuid[], after uuid, most int)
    RETURNS TABLE (id uuid, owner uuid, owner_reference text, kind text, person_status text,
        sheltered boolean, content jsonb, handling_code text, source_evaluation text,
        information_evaluation smallint, operation text, circulated_at timestamptz, version bigint,
        audience int)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
BEGIN
    IF NOT manumit.indexing() THEN
        RETURN;
    END IF;
    IF wanted IS NOT NULL THEN
        RETURN QUERY
            SELECT a.id, a.owner, a.owner_reference, a.kind, a.person_status, a.sheltered,
                a.content, r.handling_code, r.source_evaluation, r.information_evaluation,
                a.operation, a.circulated_at, a.circulated_version, r.audience
            FROM unnest(wanted) AS w(id) JOIN manumit.alerts a ON a.id = w.id
            JOIN manumit.owned_records r ON r.id = a.id
            WHERE a.state = 'CIRCULATED';
    ELSE
        RETURN QUERY
            SELECT a.id, a.owner, a.owner_reference, a.kind, a.person_status, a.sheltered,
                a.content, r.handling_code, r.source_evaluation, r.information_evaluation,
                a.operation, a.circulated_at, a.circulated_version, r.audience
            FROM manumit.alerts a JOIN manumit.owned_records r ON r.id = a.id
            WHERE a.state = 'CIRCULATED' AND a.id > after
            ORDER BY a.id LIMIT most;
    END IF;
END $$;

-- Who belongs to which audience.
CREATE FUNCTION manumit.audiences_of_index()
    RETURNS TABLE (id int, restriction text, members uuid[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
    SELECT a.id, a.restriction, a.members FROM manumit.audiences a
    WHERE (SELECT manumit.indexing())
$$;

-- Members whose records do not circulate now (R14). No type: of all types.
CREATE POLICY owner_read ON manumit.suspensions FOR SELECT TO ${owner} USING (true);
CREATE FUNCTION manumit.suspended_owners()
    RETURNS TABLE (member uuid, record_type text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
    SELECT s.member, s.record_type FROM manumit.suspensions s
    WHERE (SELECT manumit.indexing()) AND s.lifted_at IS NULL
      AND s.user_id IS NULL AND s.machine IS NULL
$$;

-- Of which cluster and database a file of the index was made.
CREATE FUNCTION manumit.database_identity() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT c.system_identifier || '/' || k.timeline_id || '/' || d.oid
    FROM pg_control_system() c, pg_control_checkpoint() k, pg_database d
    WHERE d.datname = current_database()
$$;

DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['alerts_changed_since', 'settle_alert_changes', 'circulating',
                             'audiences_of_index', 'suspended_owners', 'database_identity'] LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION manumit.%I FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION manumit.%I TO ${application}', f);
    END LOOP;
END $$;
