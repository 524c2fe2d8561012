-- The journal: append-only, hash-chained. Described in docs/journal.md.
--
-- Three roles. manumit_owner owns the tables and is used for migrations only. manumit_journal, which
-- the journal's own connections take on (SET ROLE), reads all and adds. manumit_app, as whom the
-- application works, reads what its acting member may read, and adds nothing by itself.
-- Nobody but a superuser or the owner may change or delete, and them a trigger refuses.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'manumit_owner') THEN
        CREATE ROLE manumit_owner NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'manumit_app') THEN
        CREATE ROLE manumit_app NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'manumit_journal') THEN
        CREATE ROLE manumit_journal NOLOGIN;
    END IF;
END
$$;

-- The application may take on the role of the journal, and has none of its rights until it does.
GRANT manumit_journal TO manumit_app WITH INHERIT FALSE, SET TRUE;

CREATE SCHEMA journal;

-- Which journal this is. One row.
CREATE TABLE journal.identity (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id uuid NOT NULL
);

-- Codes and references compare by their bytes: the same everywhere, and several times faster.
CREATE TABLE journal.entry (
    sequence bigint PRIMARY KEY CHECK (sequence > 0),
    at timestamptz NOT NULL,
    kind text COLLATE "C" NOT NULL,
    action text COLLATE "C" NOT NULL,
    outcome text COLLATE "C" NOT NULL,
    member text COLLATE "C" NOT NULL,
    user_reference text COLLATE "C" NOT NULL,
    machine text COLLATE "C" NOT NULL,
    operation text COLLATE "C" NOT NULL,
    purpose text COLLATE "C" NOT NULL,
    post text COLLATE "C" NOT NULL,
    record_owner text COLLATE "C" NOT NULL,
    record_type text COLLATE "C" NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    idempotency_key text COLLATE "C" NOT NULL,
    -- 16 bytes each, ascending
    subjects bytea NOT NULL CHECK (length(subjects) % 16 = 0),
    payload text NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32)
);

CREATE UNIQUE INDEX entry_idempotency_key ON journal.entry (member, idempotency_key)
    WHERE idempotency_key <> '';
CREATE INDEX entry_user ON journal.entry (member, user_reference, sequence);
CREATE INDEX entry_record ON journal.entry (record_type, record_id, sequence)
    WHERE record_type <> '';
-- Time and number grow together, so a small index of ranges is enough.
CREATE INDEX entry_at ON journal.entry USING brin (at);

-- Entries by subject: an index, written with the entry.
CREATE TABLE journal.entry_subject (
    subject uuid NOT NULL,
    sequence bigint NOT NULL,
    PRIMARY KEY (subject, sequence)
);

-- Public keys of those who signed.
CREATE TABLE journal.signing_key (
    fingerprint bytea PRIMARY KEY CHECK (length(fingerprint) = 32),
    public_key text NOT NULL
);

CREATE TABLE journal.checkpoint (
    sequence bigint PRIMARY KEY,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    at timestamptz NOT NULL,
    key_fingerprint bytea NOT NULL REFERENCES journal.signing_key,
    signature text NOT NULL
);

CREATE FUNCTION journal.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
    AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only: % on %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

DO $$
DECLARE
    relation text;
BEGIN
    FOREACH relation IN ARRAY ARRAY['identity', 'entry', 'entry_subject', 'signing_key', 'checkpoint'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal.%I '
            'FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change()', relation);
        -- Also where a session calls itself a replica, which skips ordinary triggers.
        EXECUTE format('ALTER TABLE journal.%I ENABLE ALWAYS TRIGGER append_only', relation);
        EXECUTE format('ALTER TABLE journal.%I ENABLE ROW LEVEL SECURITY', relation);
        EXECUTE format('ALTER TABLE journal.%I FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('CREATE POLICY journal_reads ON journal.%I FOR SELECT TO manumit_journal USING (true)', relation);
        EXECUTE format('CREATE POLICY journal_adds ON journal.%I FOR INSERT TO manumit_journal WITH CHECK (true)', relation);
        EXECUTE format('ALTER TABLE journal.%I OWNER TO manumit_owner', relation);
        EXECUTE format('GRANT SELECT, INSERT ON journal.%I TO manumit_journal', relation);
    END LOOP;
END
$$;

-- A member reads its own acts and the acts on its own records. The application says for whom it asks
-- with SET LOCAL manumit.member; where it does not, nothing is seen.
CREATE POLICY member_reads ON journal.entry FOR SELECT TO manumit_app
    USING ((SELECT NULLIF(current_setting('manumit.member', true), '')) IN (member, record_owner));
-- Only of entries it may read: otherwise the mere hit would tell.
CREATE POLICY member_reads ON journal.entry_subject FOR SELECT TO manumit_app
    USING (EXISTS (SELECT FROM journal.entry e WHERE e.sequence = entry_subject.sequence));

GRANT SELECT ON journal.entry, journal.entry_subject TO manumit_app;
GRANT USAGE ON SCHEMA journal TO manumit_app, manumit_journal;
ALTER FUNCTION journal.refuse_change() OWNER TO manumit_owner;
ALTER SCHEMA journal OWNER TO manumit_owner;
