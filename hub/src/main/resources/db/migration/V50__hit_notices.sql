-- How a member works its hits, and how it is told of them.
CREATE TABLE manumit.hit_settings (
    member uuid PRIMARY KEY REFERENCES manumit.members,
    -- A second person agrees before an answer is sent.
    four_eyes boolean NOT NULL DEFAULT false,
    -- Where notices go; empty: nowhere.
    address text NOT NULL DEFAULT '' CHECK (length(address) <= 500),
    -- Sealed with keys/sign-in.key; null: none yet.
    secret_sealed bytea,
    version bigint NOT NULL DEFAULT 1,
    CHECK (address = '' OR secret_sealed IS NOT NULL)
);
ALTER TABLE manumit.hit_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.hit_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_read ON manumit.hit_settings FOR SELECT TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.recording()));
CREATE POLICY own_insert ON manumit.hit_settings FOR INSERT TO ${application}
    WITH CHECK (member = (SELECT manumit.acting_member()));
CREATE POLICY own_update ON manumit.hit_settings FOR UPDATE TO ${application}
    USING (member = (SELECT manumit.acting_member()));
GRANT SELECT, INSERT ON manumit.hit_settings TO ${application};
GRANT UPDATE (four_eyes, address, secret_sealed, version) ON manumit.hit_settings
    TO ${application};

-- What a member is to be told, written with what happened and sent afterwards. Names the hit and
-- what is asked, nothing else.
CREATE TABLE manumit.hit_notices (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    member uuid NOT NULL REFERENCES manumit.members,
    hit uuid NOT NULL REFERENCES manumit.hits ON DELETE CASCADE,
    kind text NOT NULL,
    state text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'DEAD', 'UNWANTED')),
    created_at timestamptz NOT NULL,
    next_try_at timestamptz NOT NULL,
    tries int NOT NULL DEFAULT 0,
    -- Code of the last failure: a status, or what kind of fault.
    failure text NOT NULL DEFAULT ''
);
CREATE INDEX hit_notices_waiting ON manumit.hit_notices (next_try_at) WHERE state = 'WAITING';
CREATE INDEX hit_notices_dead ON manumit.hit_notices (member, id) WHERE state = 'DEAD';
CREATE INDEX hit_notices_by_hit ON manumit.hit_notices (hit);
ALTER TABLE manumit.hit_notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.hit_notices FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_insert ON manumit.hit_notices FOR INSERT TO ${owner} WITH CHECK (true);
CREATE POLICY own_read ON manumit.hit_notices FOR SELECT TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.recording()));
CREATE POLICY own_update ON manumit.hit_notices FOR UPDATE TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.recording()));
GRANT SELECT ON manumit.hit_notices TO ${application};
GRANT UPDATE (state, next_try_at, tries, failure) ON manumit.hit_notices TO ${application};

-- A hit that is late by more than the coordination unit waits: told to the general secretariat,
-- which member is late and since when, and no more. Whether it may know of the alert is decided
-- when it is read.
CREATE TABLE manumit.hits_late (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    hit uuid NOT NULL REFERENCES manumit.hits ON DELETE CASCADE,
    alert uuid NOT NULL,
    late_member uuid NOT NULL REFERENCES manumit.members,
    due_at timestamptz NOT NULL,
    told_at timestamptz NOT NULL,
    over_at timestamptz
);
CREATE INDEX hits_late_open ON manumit.hits_late (due_at) WHERE over_at IS NULL;
CREATE UNIQUE INDEX hits_late_once ON manumit.hits_late (hit) WHERE over_at IS NULL;
ALTER TABLE manumit.hits_late ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.hits_late FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_read ON manumit.hits_late FOR SELECT TO ${owner} USING (true);
CREATE POLICY owner_update ON manumit.hits_late FOR UPDATE TO ${owner} USING (true);
CREATE POLICY secretariat_read ON manumit.hits_late FOR SELECT TO ${application}
    USING ((SELECT manumit.recording())
        OR (SELECT manumit.is_secretariat((SELECT manumit.acting_member()))));
CREATE POLICY recorder_insert ON manumit.hits_late FOR INSERT TO ${application}
    WITH CHECK ((SELECT manumit.recording()));
GRANT SELECT, INSERT ON manumit.hits_late TO ${application};

-- Whether a member other than the acting one may find a record; for the functions below alone.
CREATE FUNCTION manumit.member_may_find(who uuid, wanted uuid) RETURNS boolean LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = manumit, pg_temp
RETURN EXISTS (
    SELECT FROM manumit.owned_records r JOIN manumit.audiences a ON a.id = r.audience
    WHERE r.id = wanted
      AND (r.owner = who
           OR CASE a.restriction
                WHEN 'NONE' THEN true
                WHEN 'DENY' THEN NOT who = ANY (a.members)
                ELSE who = ANY (a.members)
              END));
REVOKE EXECUTE ON FUNCTION manumit.member_may_find FROM PUBLIC;

-- Called after each change of a hit, in its transaction. Wakes the pages of the members that may
-- see the hit now (channel manumit_hits; their identifiers and nothing else), ends lateness if the
-- clock was set anew, and writes a notice to the side that is asked for something, if there is one
-- and it may know.
--
-- what: empty for no notice; side: ASKER or OWNER
CREATE FUNCTION manumit.tell_of_hit(wanted uuid, what text, side text, at timestamptz)
    RETURNS void LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER SET search_path = manumit, pg_temp AS $$
DECLARE
    h manumit.hits;
    asker boolean;
    owning boolean;
    receiver uuid;
BEGIN
    SELECT * INTO h FROM manumit.hits WHERE id = wanted;
    IF h.id IS NULL THEN
        RETURN;
    END IF;
    asker := NOT h.hidden AND manumit.member_may_find(h.member, h.alert);
    owning := h.hidden OR h.asked_at IS NOT NULL;
    IF asker OR owning THEN
        PERFORM pg_notify('manumit_hits', concat_ws(',',
            CASE WHEN owning THEN h.owner END, CASE WHEN asker THEN h.member END));
    END IF;
    IF h.secretariat_told_at IS NULL THEN
        UPDATE manumit.hits_late SET over_at = at WHERE hit = h.id AND over_at IS NULL;
    END IF;
    receiver := CASE
        WHEN what = '' THEN NULL
        WHEN side = 'OWNER' AND owning THEN h.owner
        WHEN side = 'ASKER' AND asker THEN h.member END;
    IF receiver IS NOT NULL THEN
        INSERT INTO manumit.hit_notices (member, hit, kind, created_at, next_try_at)
        VALUES (receiver, h.id, what, at, at);
    END IF;
END $$;
REVOKE EXECUTE ON FUNCTION manumit.tell_of_hit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manumit.tell_of_hit TO ${application};
