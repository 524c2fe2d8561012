-- Attempts of one network address at one user, so that who guesses keeps out themselves and not the
-- user. Addresses stand here only as a hash with the user.
CREATE TABLE manumit.sign_in_attempts (
    user_id uuid NOT NULL REFERENCES manumit.users,
    address_hash bytea NOT NULL,
    -- Failures since the last success.
    failures int NOT NULL DEFAULT 0,
    wait_until timestamptz,
    last_success_at timestamptz,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, address_hash)
);
CREATE INDEX sign_in_attempts_by_age ON manumit.sign_in_attempts (last_at);
ALTER TABLE manumit.sign_in_attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE manumit.sign_in_attempts FORCE ROW LEVEL SECURITY;
CREATE POLICY signing_in ON manumit.sign_in_attempts TO ${application}
    USING ((SELECT manumit.signing_in())) WITH CHECK ((SELECT manumit.signing_in()));
GRANT SELECT, INSERT, UPDATE, DELETE ON manumit.sign_in_attempts TO ${application};

-- Failures from addresses that never succeeded, since that moment. No lock of the whole user.
ALTER TABLE manumit.credentials
    DROP COLUMN locked_until,
    ADD COLUMN failures_since timestamptz;
