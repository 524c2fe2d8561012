-- A member's own identity provider (OpenID Connect), at most one each. It signs in that member's
-- users only, and makes none.
CREATE TABLE manumit.identity_providers (
    member uuid PRIMARY KEY REFERENCES manumit.members,
    issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    client_id text NOT NULL CHECK (length(client_id) BETWEEN 1 AND 200),
    client_secret_sealed bytea NOT NULL,
    -- The claim that holds the sign-in name.
    name_claim text NOT NULL CHECK (name_claim ~ '^[A-Za-z0-9_.:/-]{1,100}$'),
    -- What the provider must say of how it made sure, so that there was a second factor. Where both
    -- are given, both are asked for.
    accepted_acr text[] NOT NULL,
    accepted_amr text[] NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CHECK (cardinality(accepted_acr) + cardinality(accepted_amr) > 0)
);
ALTER TABLE manumit.identity_providers ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.identity_providers FORCE ROW LEVEL SECURITY;

CREATE POLICY own_read ON manumit.identity_providers FOR SELECT TO ${application}
    USING (member = (SELECT manumit.acting_member()) OR (SELECT manumit.signing_in()));
CREATE POLICY own_insert ON manumit.identity_providers FOR INSERT TO ${application}
    WITH CHECK (member = (SELECT manumit.acting_member()));
CREATE POLICY own_update ON manumit.identity_providers FOR UPDATE TO ${application}
    USING (member = (SELECT manumit.acting_member()));
CREATE POLICY own_delete ON manumit.identity_providers FOR DELETE TO ${application}
    USING (member = (SELECT manumit.acting_member()));
GRANT SELECT, INSERT, DELETE ON manumit.identity_providers TO ${application};
GRANT UPDATE (issuer, client_id, client_secret_sealed, name_claim, accepted_acr, accepted_amr,
              version) ON manumit.identity_providers TO ${application};
