package manumit.hub.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HexFormat;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// The certificate that a machine of the own member proves itself by, in place of its secret.
@RestController
class MachineCertificatesApi {

    private final Machines machines;

    MachineCertificatesApi(Machines machines) {
        this.machines = machines;
    }

    /// Either; with neither the machine goes back to its secret.
    ///
    /// @param sha256 of the certificate (DER), in hexadecimal
    /// @param subject distinguished name, RFC 2253: any certificate of the trusted authorities with
    ///   it, so a renewed one too
    record Certificate(
            @Nullable @Pattern(regexp = "[0-9a-fA-F]{64}") String sha256,
            @Nullable @Size(min = 1, max = 500) String subject) {}

    @PutMapping("/api/v1/machines/{id}/certificate")
    @Needs(Right.ADMINISTER_USERS)
    ResponseEntity<Certificate> register(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Certificate body) {
        UUID member = ActingTransaction.signedIn().member();
        ActUnderWay.tell(act -> act.about("machine", id, member));
        long expected = Versions.expected(ifMatch);
        if (body.sha256() != null && body.subject() != null) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD, "sha256, subject: one of them only");
        }
        byte[] sha256 = body.sha256() == null ? null : HexFormat.of().parseHex(body.sha256());
        String subject = body.subject() == null ? null : canonical(body.subject());
        long version = machines.registerCertificate(id, expected, sha256, subject);
        return Versions.answer(body, version);
    }

    private static String canonical(String subject) {
        try {
            return new X500Principal(subject).getName(X500Principal.RFC2253);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD,
                    "subject: a distinguished name such as CN=border-1,O=Police,C=XX");
        }
    }
}
