package manumit.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.SSLContext;
import manumit.hub.Hub;
import manumit.hub.HubOptions;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestAuthority;
import manumit.hub.testing.TestAuthority.Issued;
import manumit.hub.testing.TestDatabase;
import manumit.testkit.Slow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Machines that prove themselves by a certificate, on a hub with TLS.
@Slow
class MachineCertificateTest {

    private static final TestAuthority AUTHORITY = new TestAuthority("CN=Authority,O=Bureau");

    @TempDir static Path folder;
    private static Hub hub;
    private static Person administrator;

    @BeforeAll
    static void start() {
        AUTHORITY
                .issue("CN=localhost")
                .writeTo(folder.resolve("hub.crt"), folder.resolve("hub.key"));
        AUTHORITY.writeTo(folder.resolve("clients.crt"));
        hub =
                Hub.start(
                        new HubOptions(
                                folder.resolve("data"),
                                TestDatabase.fresh(),
                                0,
                                InetAddress.getLoopbackAddress(),
                                false,
                                new HubOptions.Tls(
                                        folder.resolve("hub.crt"),
                                        folder.resolve("hub.key"),
                                        folder.resolve("clients.crt")),
                                Map.of("manumit.attempts-per-minute", "1000")));
        administrator =
                new Person(hub.address(), AUTHORITY.tls())
                        .enrol(hub.takeFirstEnrolment().orElseThrow());
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static Answer machine(String name) {
        return administrator
                .post(
                        "/api/v1/machines",
                        "{\"name\":\"" + name + "\",\"roles\":[\"BORDER_OFFICER\"]}")
                .expect(201);
    }

    private static String id(String name, String certificate) {
        String id = machine(name).text("id");
        administrator
                .put("/api/v1/machines/" + id + "/certificate", "\"1\"", certificate)
                .expect(200);
        return id;
    }

    private static String sha256(Issued issued) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(issued.certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer ask(Person machine, String id) {
        return machine.postForm(
                "/oauth2/token", Map.of("grant_type", "client_credentials", "client_id", id));
    }

    private static Person person(SSLContext tls) {
        return new Person(hub.address(), tls);
    }

    @Test
    void machineIsKnownByTheFingerprintOfItsCertificate() {
        Issued own = AUTHORITY.issue("CN=border-1");
        String id = id("By fingerprint", "{\"sha256\":\"" + sha256(own) + "\"}");
        Person machine = person(AUTHORITY.tls(own));
        machine.withToken(ask(machine, id).expect(200).text("access_token"));
        machine.get("/api/v1/members").expect(200);
        machine.get("/api/v1/users").expect(403);
        ask(person(AUTHORITY.tls(AUTHORITY.issue("CN=border-1"))), id).expect(401);
        ask(person(AUTHORITY.tls()), id).expect(401);
    }

    @Test
    void renewedCertificateWithTheRegisteredSubjectIsAccepted() {
        String id = id("By subject", "{\"subject\":\"cn=border-2, O=Police\"}");
        ask(person(AUTHORITY.tls(AUTHORITY.issue("CN=border-2,O=Police"))), id).expect(200);
        ask(person(AUTHORITY.tls(AUTHORITY.issue("CN=border-2,O=Police"))), id).expect(200);
        ask(person(AUTHORITY.tls(AUTHORITY.issue("CN=border-22,O=Police"))), id).expect(401);
    }

    @Test
    void certificateOfAnotherAuthorityGetsNoConnection() {
        Issued forged = new TestAuthority("CN=Authority,O=Bureau").issue("CN=border-3");
        String id = id("Forged", "{\"subject\":\"CN=border-3\"}");
        assertThatThrownBy(() -> ask(person(AUTHORITY.tls(forged)), id))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tokenWorksWithItsCertificateOnly() {
        Issued own = AUTHORITY.issue("CN=border-4");
        String id = id("Bound", "{\"sha256\":\"" + sha256(own) + "\"}");
        Person machine = person(AUTHORITY.tls(own));
        String token = ask(machine, id).expect(200).text("access_token");
        machine.withToken(token).get("/api/v1/members").expect(200);
        person(AUTHORITY.tls()).withToken(token).get("/api/v1/members").expect(401);
        person(AUTHORITY.tls(AUTHORITY.issue("CN=border-4")))
                .withToken(token)
                .get("/api/v1/members")
                .expect(401);
    }

    @Test
    void suspensionEndsTheTokenAtOnceAndNoOtherIsIssued() {
        Issued own = AUTHORITY.issue("CN=border-5");
        String id = id("Suspended", "{\"sha256\":\"" + sha256(own) + "\"}");
        Person machine = person(AUTHORITY.tls(own));
        machine.withToken(ask(machine, id).expect(200).text("access_token"));
        machine.get("/api/v1/members").expect(200);
        administrator
                .post(
                        "/api/v1/suspensions/of-actors",
                        "{\"machine\":\"" + id + "\",\"reason\":\"key lost\"}")
                .expect(201);
        machine.get("/api/v1/members").expect(401);
        ask(person(AUTHORITY.tls(own)), id).expect(401);
    }

    @Test
    void machineWithACertificateIsNotKnownByItsSecretAnyMore() {
        Answer made = machine("Both");
        String id = made.text("id");
        String basic =
                java.util.Base64.getEncoder()
                        .encodeToString(
                                (id + ":" + made.text("clientSecret"))
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Map<String, String> grant = Map.of("grant_type", "client_credentials");
        Person machine = person(AUTHORITY.tls()).withBasic(basic);
        String token = machine.postForm("/oauth2/token", grant).expect(200).text("access_token");
        Person holder = person(AUTHORITY.tls()).withToken(token);
        holder.get("/api/v1/members").expect(200);
        administrator
                .put(
                        "/api/v1/machines/" + id + "/certificate",
                        "\"1\"",
                        "{\"subject\":\"CN=border-6\"}")
                .expect(200);
        holder.get("/api/v1/members").expect(401);
        machine.postForm("/oauth2/token", grant).expect(401);
    }

    @Test
    void badRegistrationIsRefusedWithTheField() {
        String path = "/api/v1/machines/" + machine("Bad").text("id") + "/certificate";
        assertThat(administrator.put(path, "\"1\"", "{\"sha256\":\"12\"}").expect(400).body())
                .contains("sha256");
        assertThat(administrator.put(path, "\"1\"", "{\"subject\":\"x\"}").expect(400).body())
                .contains("subject");
        administrator.put(path, "\"7\"", "{\"subject\":\"CN=x\"}").expect(412);
        administrator
                .put(
                        "/api/v1/machines/" + java.util.UUID.randomUUID() + "/certificate",
                        "\"1\"",
                        "{\"subject\":\"CN=x\"}")
                .expect(404);
    }
}
