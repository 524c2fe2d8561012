-- Certificates of machines (RFC 8705). A machine with one proves itself by it and by nothing else.
ALTER TABLE manumit.machines
    -- SHA-256 of the certificate, or the distinguished name (RFC 2253) that one of the trusted
    -- authorities put into it.
    ADD COLUMN certificate_sha256 bytea CHECK (length(certificate_sha256) = 32),
    ADD COLUMN certificate_subject text CHECK (length(certificate_subject) BETWEEN 1 AND 500),
    ADD CHECK (certificate_sha256 IS NULL OR certificate_subject IS NULL);
-- A token got by a certificate works over connections with that certificate only.
ALTER TABLE manumit.machine_tokens ADD COLUMN certificate_sha256 bytea;

CREATE POLICY own_update ON manumit.machines FOR UPDATE TO ${application}
    USING (member = (SELECT manumit.acting_member()))
    WITH CHECK (member = (SELECT manumit.acting_member()));
GRANT UPDATE (certificate_sha256, certificate_subject, version) ON manumit.machines
    TO ${application};
