-- Passkeys (WebAuthn) of users: public keys, no secrets. The user's identifier is the user handle.
CREATE TABLE manumit.passkeys (
    credential_id bytea PRIMARY KEY CHECK (length(credential_id) BETWEEN 16 AND 1023),
    user_id uuid NOT NULL REFERENCES manumit.users,
    label text NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
    public_key bytea NOT NULL,
    -- As the authenticator sent it; what later signatures are verified by.
    attestation bytea NOT NULL,
    signature_count bigint NOT NULL,
    transports text[] NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz
);
CREATE INDEX passkeys_by_user ON manumit.passkeys (user_id);
ALTER TABLE manumit.passkeys ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.passkeys FORCE ROW LEVEL SECURITY;

-- A user keeps their own. Signing in finds one by its identifier and counts its use; a new
-- invitation voids all of a user.
CREATE POLICY own_read ON manumit.passkeys FOR SELECT TO ${application}
    USING (user_id = (SELECT manumit.acting_id()) OR (SELECT manumit.signing_in()));
CREATE POLICY own_insert ON manumit.passkeys FOR INSERT TO ${application}
    WITH CHECK (user_id = (SELECT manumit.acting_id()));
CREATE POLICY signing_in_update ON manumit.passkeys FOR UPDATE TO ${application}
    USING ((SELECT manumit.signing_in()));
CREATE POLICY own_delete ON manumit.passkeys FOR DELETE TO ${application}
    USING (user_id = (SELECT manumit.acting_id()) OR (SELECT manumit.signing_in()));
GRANT SELECT, INSERT, DELETE ON manumit.passkeys TO ${application};
GRANT UPDATE (signature_count, backed_up, last_used_at) ON manumit.passkeys TO ${application};
