-- Whose rights are suspended does not ask others to look for anybody (R14): until the suspension is
-- lifted its alerts are not listed, searched or read by other members, as checks do not find them.
-- The owner's own view, hits that were asked about and notices of corrections stay.

-- Owners that are suspended as a whole, `ID`, or for a type of record, `ID/TYPE`.
CREATE FUNCTION manumit.withheld_owners() RETURNS text[] LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = manumit, pg_temp
RETURN (
    SELECT COALESCE(array_agg(member || COALESCE('/' || record_type, '')), '{}')
    FROM manumit.suspensions
    WHERE lifted_at IS NULL AND user_id IS NULL AND machine IS NULL);
REVOKE EXECUTE ON FUNCTION manumit.withheld_owners FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manumit.withheld_owners TO ${application};

DROP POLICY visible_read ON manumit.alerts;
CREATE POLICY visible_read ON manumit.alerts FOR SELECT TO ${application}
    USING ((owner = (SELECT manumit.acting_member()) OR state = 'CIRCULATED' AND NOT sheltered)
        AND EXISTS (
            SELECT FROM manumit.owned_records r
            WHERE r.id = alerts.id
              AND (r.owner = (SELECT manumit.acting_member())
                   OR r.owner::text <> ALL ((SELECT manumit.withheld_owners())::text[])
                      AND r.owner || '/' || r.record_type
                          <> ALL ((SELECT manumit.withheld_owners())::text[]))));
