-- What every owned record has in common, and who sees it. A capability's table refers to this one
-- by its primary key and takes over its visibility (see docs/decisions/0016-row-level-security.md).

-- A restriction, once for all records that have it. Who is let in or kept out is itself secret: the
-- application has no right on this table, only on the two functions below.
CREATE TABLE manumit.audiences (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    restriction text NOT NULL CHECK (restriction IN ('NONE', 'DENY', 'ALLOW')),
    -- Sorted, without repeats; empty for NONE.
    members uuid[] NOT NULL,
    UNIQUE (restriction, members)
);
ALTER TABLE manumit.audiences ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.audiences FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON manumit.audiences TO ${owner} USING (true) WITH CHECK (true);

-- The audiences that the acting member belongs to. In policies as
-- audience = ANY ((SELECT manumit.visible_audiences())::int[]): computed once a query, then an
-- array compared per row, the fastest of the shapes measured.
CREATE FUNCTION manumit.visible_audiences() RETURNS int[] LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = manumit, pg_temp
RETURN (
    SELECT COALESCE(array_agg(id), '{}')
    FROM manumit.audiences
    WHERE manumit.acting_member() IS NOT NULL
      AND CASE restriction
            WHEN 'NONE' THEN true
            WHEN 'DENY' THEN NOT manumit.acting_member() = ANY (members)
            ELSE manumit.acting_member() = ANY (members)
          END);

CREATE FUNCTION manumit.audience_of(wanted text, listed uuid[]) RETURNS int LANGUAGE plpgsql
    VOLATILE SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
DECLARE
    sorted uuid[] := ARRAY(SELECT DISTINCT unnest(listed) ORDER BY 1);
    found int;
BEGIN
    SELECT id INTO found FROM manumit.audiences WHERE restriction = wanted AND members = sorted;
    IF found IS NULL THEN
        INSERT INTO manumit.audiences (restriction, members) VALUES (wanted, sorted)
        ON CONFLICT DO NOTHING RETURNING id INTO found;
    END IF;
    IF found IS NULL THEN
        SELECT id INTO found FROM manumit.audiences WHERE restriction = wanted AND members = sorted;
    END IF;
    RETURN found;
END $$;

CREATE TABLE manumit.owned_records (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    record_type text NOT NULL CHECK (record_type IN ('PERSON', 'DOCUMENT', 'VEHICLE',
        'ORGANISATION', 'INCIDENT', 'PROTECTION', 'CASE')),
    owner uuid NOT NULL REFERENCES manumit.members,
    owner_reference text NOT NULL CHECK (length(owner_reference) BETWEEN 1 AND 200),
    purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 200),
    legal_basis text NOT NULL CHECK (length(legal_basis) BETWEEN 1 AND 500),
    handling_code text NOT NULL CHECK (handling_code IN ('H0', 'H1', 'H2', 'H3')),
    source_evaluation text NOT NULL CHECK (source_evaluation IN ('A', 'B', 'C', 'X')),
    information_evaluation smallint NOT NULL CHECK (information_evaluation BETWEEN 1 AND 4),
    audience int NOT NULL REFERENCES manumit.audiences,
    version bigint NOT NULL DEFAULT 1,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (owner, record_type, owner_reference)
);
CREATE INDEX owned_records_by_audience ON manumit.owned_records (audience);
ALTER TABLE manumit.owned_records ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.owned_records FORCE ROW LEVEL SECURITY;

CREATE FUNCTION manumit.suspended_types() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN COALESCE(NULLIF(current_setting('manumit.suspended_types', true), ''), '{}')::text[];

CREATE POLICY visible_read ON manumit.owned_records FOR SELECT TO ${application}
    USING ((owner = (SELECT manumit.acting_member())
            OR audience = ANY ((SELECT manumit.visible_audiences())::int[]))
        AND record_type <> ALL ((SELECT manumit.suspended_types())::text[]));
CREATE POLICY own_insert ON manumit.owned_records FOR INSERT TO ${application}
    WITH CHECK (owner = (SELECT manumit.acting_member())
        AND created_by = (SELECT manumit.acting_id())
        AND record_type <> ALL ((SELECT manumit.suspended_types())::text[]));
CREATE POLICY own_update ON manumit.owned_records FOR UPDATE TO ${application}
    USING (owner = (SELECT manumit.acting_member())
        AND record_type <> ALL ((SELECT manumit.suspended_types())::text[]));
CREATE POLICY own_delete ON manumit.owned_records FOR DELETE TO ${application}
    USING (owner = (SELECT manumit.acting_member())
        AND record_type <> ALL ((SELECT manumit.suspended_types())::text[]));
-- Never created_by, created_at, owner or reference.
-- Nobody reads audience: its numbers grow with other members' restrictions.
GRANT SELECT (id, record_type, owner, owner_reference, purpose, legal_basis, handling_code,
    source_evaluation, information_evaluation, version, created_by, created_at, changed_at)
    ON manumit.owned_records TO ${application};
GRANT INSERT, DELETE ON manumit.owned_records TO ${application};
GRANT UPDATE (purpose, legal_basis, handling_code, source_evaluation, information_evaluation,
    audience, version, changed_at) ON manumit.owned_records TO ${application};

-- The owner of a record reads its restriction; nobody else does.
CREATE POLICY owner_read ON manumit.owned_records FOR SELECT TO ${owner} USING (true);
CREATE FUNCTION manumit.restriction_of(wanted uuid, OUT restriction text, OUT members uuid[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = manumit, pg_temp
AS $$
    SELECT a.restriction, a.members
    FROM manumit.owned_records r JOIN manumit.audiences a ON a.id = r.audience
    WHERE r.id = wanted AND r.owner = manumit.acting_member()
$$;
REVOKE EXECUTE ON FUNCTION manumit.visible_audiences, manumit.audience_of, manumit.restriction_of
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manumit.visible_audiences, manumit.audience_of, manumit.restriction_of
    TO ${application};
