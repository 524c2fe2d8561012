-- Members and who acts for them. Every table here is under forced row-level security.
--
-- Settings of a transaction (class ActingTransaction): manumit.scope is 'member' or 'sign-in';
-- manumit.member and manumit.actor say who acts; manumit.coordinating is 'on' for who may administer
-- members; manumit.suspended_types holds the types of records not to be used. A setting that was
-- made before in the session reads as '' afterwards, never as NULL only: both mean "nobody".

CREATE SCHEMA manumit;
GRANT USAGE ON SCHEMA manumit TO ${application};
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- One line each, so that PostgreSQL puts them into the query. In policies they stand in
-- (SELECT …), so that they are computed once a query instead of once a row.
CREATE FUNCTION manumit.acting_member() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('manumit.member', true), '')::uuid;

CREATE FUNCTION manumit.acting_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('manumit.actor', true), '')::uuid;

CREATE FUNCTION manumit.coordinating() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN COALESCE(current_setting('manumit.coordinating', true), '') = 'on';

CREATE FUNCTION manumit.signing_in() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN COALESCE(current_setting('manumit.scope', true), '') = 'sign-in';

CREATE TABLE manumit.members (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    -- ISO 3166-1 alpha-3, or its user-assigned X.. and the codes of ICAO 9303 for bodies.
    code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z]{3}$'),
    kind text NOT NULL CHECK (kind IN ('COUNTRY', 'INTERNATIONAL_BODY')),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    secretariat boolean NOT NULL DEFAULT false,
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX one_secretariat ON manumit.members (secretariat) WHERE secretariat;

CREATE TABLE manumit.units (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    member uuid NOT NULL REFERENCES manumit.members,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (member, name),
    UNIQUE (id, member)
);

CREATE TABLE manumit.posts (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    member uuid NOT NULL REFERENCES manumit.members,
    unit uuid,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind text NOT NULL CHECK (kind IN ('BORDER_POINT', 'AIRPORT', 'PORT', 'PATROL', 'DESK')),
    latitude_degrees double precision CHECK (latitude_degrees BETWEEN -90 AND 90),
    longitude_degrees double precision CHECK (longitude_degrees BETWEEN -180 AND 180),
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (member, name),
    FOREIGN KEY (unit, member) REFERENCES manumit.units (id, member),
    CHECK ((latitude_degrees IS NULL) = (longitude_degrees IS NULL))
);

CREATE TABLE manumit.users (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    member uuid NOT NULL REFERENCES manumit.members,
    unit uuid,
    sign_in_name text NOT NULL UNIQUE CHECK (sign_in_name ~ '^[a-z0-9][a-z0-9._@-]{2,99}$'),
    display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
    -- Raised to end all of the user's sessions.
    session_epoch bigint NOT NULL DEFAULT 1,
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (unit, member) REFERENCES manumit.units (id, member),
    UNIQUE (id, member)
);
CREATE INDEX users_by_member ON manumit.users (member, id);

CREATE TABLE manumit.user_roles (
    user_id uuid NOT NULL,
    member uuid NOT NULL,
    role text NOT NULL,
    PRIMARY KEY (user_id, role),
    FOREIGN KEY (user_id, member) REFERENCES manumit.users (id, member)
);

-- Secrets of users, apart from what administrators read. Seen while signing in only.
CREATE TABLE manumit.credentials (
    user_id uuid PRIMARY KEY REFERENCES manumit.users,
    password_hash text,
    totp_secret_sealed bytea,
    -- The last accepted step of 30 s: a code works once.
    totp_last_step bigint NOT NULL DEFAULT 0,
    failures int NOT NULL DEFAULT 0,
    locked_until timestamptz,
    enrolment_hash bytea UNIQUE,
    enrolment_until timestamptz
);

CREATE TABLE manumit.machines (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    member uuid NOT NULL REFERENCES manumit.members,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    roles text[] NOT NULL,
    secret_hash bytea NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (member, name),
    UNIQUE (id, member)
);

CREATE TABLE manumit.machine_tokens (
    hash bytea PRIMARY KEY,
    machine uuid NOT NULL REFERENCES manumit.machines,
    expires_at timestamptz NOT NULL
);
CREATE INDEX machine_tokens_by_machine ON manumit.machine_tokens (machine);

-- R14. Of one user, one machine, or, if both are null, of the member. No record type: of all.
CREATE TABLE manumit.suspensions (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    member uuid NOT NULL REFERENCES manumit.members,
    user_id uuid,
    machine uuid,
    record_type text,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    imposed_by uuid NOT NULL,
    imposed_at timestamptz NOT NULL DEFAULT now(),
    lifted_by uuid,
    lifted_at timestamptz,
    version bigint NOT NULL DEFAULT 1,
    FOREIGN KEY (user_id, member) REFERENCES manumit.users (id, member),
    FOREIGN KEY (machine, member) REFERENCES manumit.machines (id, member),
    CHECK (user_id IS NULL OR machine IS NULL)
);
CREATE INDEX suspensions_in_force ON manumit.suspensions (member) WHERE lifted_at IS NULL;

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['members', 'units', 'posts', 'users', 'user_roles', 'credentials',
                             'machines', 'machine_tokens', 'suspensions'] LOOP
        EXECUTE format('ALTER TABLE manumit.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE manumit.%I FORCE ROW LEVEL SECURITY', t);
    END LOOP;
END $$;

-- The directory: read by everybody who acts, written by its owner.
CREATE POLICY directory_read ON manumit.members FOR SELECT TO ${application}
    USING ((SELECT manumit.acting_member()) IS NOT NULL OR (SELECT manumit.signing_in()));
CREATE POLICY directory_insert ON manumit.members FOR INSERT TO ${application}
    WITH CHECK ((SELECT manumit.coordinating()));
CREATE POLICY directory_update ON manumit.members FOR UPDATE TO ${application}
    USING ((SELECT manumit.coordinating())) WITH CHECK ((SELECT manumit.coordinating()));
GRANT SELECT, INSERT ON manumit.members TO ${application};
GRANT UPDATE (name, version) ON manumit.members TO ${application};

CREATE POLICY directory_read ON manumit.units FOR SELECT TO ${application}
    USING ((SELECT manumit.acting_member()) IS NOT NULL);
CREATE POLICY own_insert ON manumit.units FOR INSERT TO ${application}
    WITH CHECK (member = (SELECT manumit.acting_member()));
CREATE POLICY own_update ON manumit.units FOR UPDATE TO ${application}
    USING (member = (SELECT manumit.acting_member()));
GRANT SELECT, INSERT ON manumit.units TO ${application};
GRANT UPDATE (name, version) ON manumit.units TO ${application};

CREATE POLICY directory_read ON manumit.posts FOR SELECT TO ${application}
    USING ((SELECT manumit.acting_member()) IS NOT NULL);
CREATE POLICY own_insert ON manumit.posts FOR INSERT TO ${application}
    WITH CHECK (member = (SELECT manumit.acting_member()));
CREATE POLICY own_update ON manumit.posts FOR UPDATE TO ${application}
    USING (member = (SELECT manumit.acting_member()));
GRANT SELECT, INSERT ON manumit.posts TO ${application};
GRANT UPDATE (unit, name, kind, latitude_degrees, longitude_degrees, version) ON manumit.posts
    TO ${application};

-- Users: of the own member only; all while signing in. A coordinator names the first administrator
-- of a member that has no user yet, and sees nobody afterwards.
CREATE POLICY owner_read ON manumit.users FOR SELECT TO ${owner} USING (true);
CREATE FUNCTION manumit.has_no_user(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = manumit, pg_temp
RETURN NOT EXISTS (SELECT FROM manumit.users WHERE member = wanted);
REVOKE EXECUTE ON FUNCTION manumit.has_no_user FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manumit.has_no_user TO ${application};

CREATE POLICY own_read ON manumit.users FOR SELECT TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.signing_in()));
CREATE POLICY own_insert ON manumit.users FOR INSERT TO ${application}
    WITH CHECK (member = (SELECT manumit.acting_member())
        OR ((SELECT manumit.coordinating()) AND manumit.has_no_user(member)));
CREATE POLICY own_update ON manumit.users FOR UPDATE TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.signing_in()));
GRANT SELECT, INSERT ON manumit.users TO ${application};
GRANT UPDATE (unit, display_name, session_epoch, version) ON manumit.users TO ${application};

CREATE FUNCTION manumit.has_no_role(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = manumit, pg_temp
RETURN NOT EXISTS (SELECT FROM manumit.user_roles WHERE member = wanted);
REVOKE EXECUTE ON FUNCTION manumit.has_no_role FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manumit.has_no_role TO ${application};
CREATE POLICY owner_read ON manumit.user_roles FOR SELECT TO ${owner} USING (true);
CREATE POLICY own_read ON manumit.user_roles FOR SELECT TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.signing_in()));
-- Only the secretariat's users coordinate.
CREATE FUNCTION manumit.is_secretariat(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM manumit.members WHERE id = wanted AND secretariat);
CREATE POLICY own_insert ON manumit.user_roles FOR INSERT TO ${application}
    WITH CHECK ((member = (SELECT manumit.acting_member())
            AND (role <> 'COORDINATOR' OR manumit.is_secretariat(member)))
        OR ((SELECT manumit.coordinating()) AND role = 'MEMBER_ADMINISTRATOR'
            AND manumit.has_no_role(member)));
CREATE POLICY own_delete ON manumit.user_roles FOR DELETE TO ${application}
    USING (member = (SELECT manumit.acting_member()));
GRANT SELECT, INSERT, DELETE ON manumit.user_roles TO ${application};

CREATE POLICY signing_in ON manumit.credentials TO ${application}
    USING ((SELECT manumit.signing_in())) WITH CHECK ((SELECT manumit.signing_in()));
GRANT SELECT, INSERT, UPDATE ON manumit.credentials TO ${application};

CREATE POLICY own_read ON manumit.machines FOR SELECT TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.signing_in()));
CREATE POLICY own_insert ON manumit.machines FOR INSERT TO ${application}
    WITH CHECK (member = (SELECT manumit.acting_member()) AND NOT 'COORDINATOR' = ANY (roles));
GRANT SELECT, INSERT ON manumit.machines TO ${application};

CREATE POLICY signing_in ON manumit.machine_tokens TO ${application}
    USING ((SELECT manumit.signing_in())) WITH CHECK ((SELECT manumit.signing_in()));
GRANT SELECT, INSERT, DELETE ON manumit.machine_tokens TO ${application};

-- A coordinator suspends members and sees those suspensions, not those of members' users.
CREATE POLICY own_read ON manumit.suspensions FOR SELECT TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.signing_in())
        OR ((SELECT manumit.coordinating()) AND user_id IS NULL AND machine IS NULL));
CREATE POLICY own_insert ON manumit.suspensions FOR INSERT TO ${application}
    WITH CHECK (imposed_by = (SELECT manumit.acting_id())
        AND CASE WHEN user_id IS NULL AND machine IS NULL THEN (SELECT manumit.coordinating())
                 ELSE member = (SELECT manumit.acting_member()) END);
CREATE POLICY own_update ON manumit.suspensions FOR UPDATE TO ${application}
    USING (CASE WHEN user_id IS NULL AND machine IS NULL THEN (SELECT manumit.coordinating())
                ELSE member = (SELECT manumit.acting_member()) END);
GRANT SELECT, INSERT ON manumit.suspensions TO ${application};
GRANT UPDATE (lifted_by, lifted_at, version) ON manumit.suspensions TO ${application};
