package manumit.hub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.MachineTokens;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestAlerts;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import manumit.testkit.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Streams of checks.
class BulkChecksTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/api/v1/checks/bulk";

    private static TestMember owner;
    private static TestMember asker;
    private static String token;

    @BeforeAll
    static void members() {
        owner = TestHub.admit();
        asker = TestHub.admit();
        token = ChecksTest.token(asker);
    }

    @Test
    void eachLineIsAnsweredInOrderWithItsKey() {
        String listed = Travellers.somebody();
        UUID alert = TestAlerts.circulate(owner, "WANTED", listed);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            lines.append(line("k" + i, i == 150 ? listed : Travellers.somebody()));
        }
        List<JsonNode> answers = send(lines.toString());
        assertThat(answers).hasSize(300);
        for (int i = 0; i < 300; i++) {
            JsonNode answer = answers.get(i);
            assertThat(answer.path("key").asString()).isEqualTo("k" + i);
            assertThat(answer.path("line").asInt()).isEqualTo(i + 1);
            assertThat(answer.path("candidates").size()).isEqualTo(i == 150 ? 1 : 0);
        }
        assertThat(answers.get(150).path("candidates").path(0).path("alert").asString())
                .isEqualTo(alert.toString());
    }

    @Test
    void lineThatCannotBeReadIsAProblemOfItsOwn() {
        String good = line("good", Travellers.somebody());
        List<JsonNode> answers =
                send(
                        "no json\n"
                                + "{\"key\":\"a\"}\n"
                                + "{\"key\":\"b\",\"unknown\":1}\n"
                                + "null\n"
                                + "{\"key\":\"c\",\"traveller\":{\"names\":[{\"whole\":\"A\\u0000\"}]}}\n"
                                + "{\"key\":\"d\\u0000\",\"traveller\":{\"names\":[{\"whole\":\"A B\"}]}}\n"
                                + "{\"key\":\"e\",\"traveller\":{\"birthDates\":[\"soon\"],\"names\":[{\"whole\":\"A B\"}]}}\n"
                                + "x".repeat(70_000)
                                + "\n\n"
                                + good);
        assertThat(answers).hasSize(9);
        for (int i = 0; i < 8; i++) {
            assertThat(answers.get(i).path("problem").path("code").asString())
                    .as("line %s", i + 1)
                    .isEqualTo("INVALID_FIELD");
        }
        assertThat(answers.get(1).path("key").asString()).isEqualTo("a");
        assertThat(answers.get(8).path("key").asString()).isEqualTo("good");
        assertThat(answers.get(8).path("journalEntry").asLong()).isPositive();
    }

    /// What was cut off is sent again as a whole; nothing is counted twice.
    @Test
    void streamThatWasCutOffIsResumedByItsKeys() throws Exception {
        String run = UUID.randomUUID().toString();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            all.add(line(run + "-" + i, Travellers.somebody()));
        }
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            String part = String.join("", all.subList(0, 250));
            out.write(head(1_000_000).getBytes(StandardCharsets.US_ASCII));
            out.write(part.getBytes(StandardCharsets.UTF_8));
            out.flush();
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.readLine()).contains("200");
        }
        List<JsonNode> answers = send(String.join("", all));
        assertThat(answers).hasSize(400);
        assertThat(answers).allMatch(answer -> answer.path("journalEntry").asLong() > 0);
        assertThat(
                        answers.stream()
                                .filter(one ->
                                        one.path("answeredFrom").asString().equals("JOURNAL")))
                .isNotEmpty();
        assertThat(
                        ChecksTest.count(
                                "SELECT count(*) FROM manumit.checks WHERE idempotency_key LIKE '"
                                        + run
                                        + "%'"))
                .isEqualTo(400);
    }

    /// Who does not take answers out puts no more questions in.
    @Test
    @Slow
    void slowReceiverMakesTheSenderWait() throws Exception {
        TestMember slow = TestHub.admit();
        String bearer = ChecksTest.token(slow);
        byte[] line = line("", Travellers.somebody()).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = connect()) {
            socket.setReceiveBufferSize(8_192);
            OutputStream out = socket.getOutputStream();
            out.write(head(2_000_000_000, bearer).getBytes(StandardCharsets.US_ASCII));
            Thread sender =
                    Thread.startVirtualThread(() -> {
                        try {
                            while (true) {
                                out.write(line);
                            }
                        } catch (IOException e) {
                            // Closed below.
                        }
                    });
            String count = "SELECT count(*) FROM manumit.checks WHERE member = '" + slow.id() + "'";
            long before = -1;
            long now = ChecksTest.count(count);
            for (int i = 0; i < 40 && (now != before || now == 0); i++) {
                before = now;
                Thread.sleep(500);
                now = ChecksTest.count(count);
            }
            assertThat(now).as("checks that went on without a receiver").isEqualTo(before);
            assertThat(now).isBetween(1L, 60_000L);
            socket.shutdownOutput();
            assertThat(sender.join(Duration.ofSeconds(20))).isTrue();
        }
    }

    /// A defect: as `java.net.http` sends, who reads only afterwards was cut off after a minute, in
    /// the middle of sending, and never saw an answer.
    @Test
    @Slow
    void whoReadsOnlyAfterSendingIsToldWhyTheRestWasNotAnswered() throws Exception {
        byte[] line = line("", Travellers.somebody()).getBytes(StandardCharsets.UTF_8);
        int lines = 60_000_000 / line.length;
        try (Socket socket = connect()) {
            socket.setReceiveBufferSize(65_536);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            out.write(head((long) lines * line.length).getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < lines; i++) {
                out.write(line);
            }
            out.flush();
            List<JsonNode> answers = answers(socket);
            assertThat(answers).hasSizeGreaterThan(1_000);
            for (int i = 0; i < answers.size() - 1; i++) {
                assertThat(answers.get(i).path("line").asInt()).isEqualTo(i + 1);
                assertThat(answers.get(i).path("journalEntry").asLong()).isPositive();
            }
            JsonNode last = answers.getLast();
            assertThat(last.path("line").asInt()).isZero();
            assertThat(last.path("problem").path("code").asString()).isEqualTo("UNAVAILABLE");
            assertThat(last.path("problem").path("detail").asString())
                    .contains("read while you send");
        }
    }

    @Test
    @Slow
    void longStreamIsAnsweredToItsEndWhileItIsRead() throws Exception {
        String run = UUID.randomUUID().toString();
        int lines = 20_000;
        try (Socket socket = connect()) {
            socket.setReceiveBufferSize(65_536);
            Thread sender =
                    Thread.startVirtualThread(() -> {
                        try {
                            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
                            out.write(chunkedHead().getBytes(StandardCharsets.US_ASCII));
                            for (int i = 0; i < lines; i++) {
                                out.write(chunk(line(run + i, Travellers.somebody())));
                            }
                            out.write(chunk(""));
                            out.flush();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    });
            List<JsonNode> answers = answers(socket);
            assertThat(answers).hasSize(lines);
            for (int i = 0; i < lines; i++) {
                assertThat(answers.get(i).path("key").asString()).isEqualTo(run + i);
                assertThat(answers.get(i).path("journalEntry").asLong()).isPositive();
            }
            assertThat(sender.join(Duration.ofSeconds(5))).isTrue();
        }
    }

    /// A defect: what the sender still sent was not read, so that the connection was reset and the
    /// last line lost.
    @Test
    void lastLineArrivesAlthoughTheSenderStillSends() throws Exception {
        TestMember member = TestHub.admit();
        Answer made =
                member.administrator()
                        .post(
                                "/api/v1/machines",
                                "{\"name\":\"Gate\",\"roles\":[\"BORDER_OFFICER\"]}")
                        .expect(201);
        String bearer =
                MachineTokens.ask(TestHub.address(), made.text("id"), made.text("clientSecret"))
                        .text("access_token");
        byte[] line = line("", Travellers.somebody()).getBytes(StandardCharsets.UTF_8);
        int lines = 40_000_000 / line.length;
        try (Socket socket = connect()) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            out.write(head((long) lines * line.length, bearer).getBytes(StandardCharsets.US_ASCII));
            out.write(line);
            out.flush();
            member.administrator()
                    .post(
                            "/api/v1/suspensions/of-actors",
                            "{\"machine\":\"" + made.text("id") + "\",\"reason\":\"lost\"}")
                    .expect(201);
            Thread.sleep(1_100);
            for (int i = 1; i < lines; i++) {
                out.write(line);
            }
            out.flush();
            JsonNode last = answers(socket).getLast();
            assertThat(last.path("problem").path("code").asString()).isEqualTo("NOT_ALLOWED");
        }
    }

    /// R14: the right is looked at while the stream lasts.
    @Test
    void suspensionEndsAStreamThatIsOpen() throws Exception {
        TestMember member = TestHub.admit();
        Answer made =
                member.administrator()
                        .post(
                                "/api/v1/machines",
                                "{\"name\":\"Gate\",\"roles\":[\"BORDER_OFFICER\"]}")
                        .expect(201);
        String bearer =
                MachineTokens.ask(TestHub.address(), made.text("id"), made.text("clientSecret"))
                        .text("access_token");
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head(1_000_000, bearer).getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(line("one", Travellers.somebody()).getBytes(StandardCharsets.UTF_8));
            assertThat(firstLineWith(in, "\"key\":\"one\"")).contains("journalEntry");
            member.administrator()
                    .post(
                            "/api/v1/suspensions/of-actors",
                            "{\"machine\":\"" + made.text("id") + "\",\"reason\":\"lost\"}")
                    .expect(201);
            Thread.sleep(1_100);
            out.write(line("two", Travellers.somebody()).getBytes(StandardCharsets.UTF_8));
            out.write(line("three", Travellers.somebody()).getBytes(StandardCharsets.UTF_8));
            assertThat(firstLineWith(in, "problem")).contains("NOT_ALLOWED");
        }
    }

    @ParameterizedTest
    @Seeds(3)
    void malformedQuestionsByTheHundredAreNoFaultOfTheHub(Seed seed) {
        Random random = seed.random();
        Person machine = new Person(TestHub.address()).withToken(token);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            String broken = broken(random);
            Answer answer =
                    machine.with("Manumit-Purpose", "border-check").post("/api/v1/checks", broken);
            assertThat(answer.status()).as(broken).isLessThan(500);
            lines.append(broken.replace('\n', ' ')).append('\n');
        }
        for (JsonNode answer : send(lines.toString())) {
            assertThat(answer.path("problem").path("code").asString())
                    .isNotEqualTo("INTERNAL")
                    .isNotEqualTo("UNAVAILABLE");
        }
    }

    /// A question with something cut, doubled or put in.
    private static String broken(Random random) {
        StringBuilder text = new StringBuilder(line("k", Travellers.somebody()).strip());
        int changes = 1 + random.nextInt(4);
        String[] strange = {
            "\\u0000",
            "\\ud800",
            "null",
            "{",
            "]",
            "\"",
            "-1e999",
            "\u0000",
            "é",
            "😀",
            "[]",
            ",,",
            "00000000-0000-0000-0000-00000000000",
            "PASSPORT",
            "true",
            "0x",
            "\\"
        };
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, strange[random.nextInt(strange.length)]);
                case 2 ->
                        text.replace(
                                at,
                                Math.min(text.length(), at + random.nextInt(12)),
                                strange[random.nextInt(strange.length)]);
                default -> text.setCharAt(at, (char) random.nextInt(0x3000));
            }
            if (text.isEmpty()) {
                text.append('x');
            }
        }
        return text.toString();
    }

    static String line(String key, String description) {
        return (key.isEmpty() ? "{" : "{\"key\":\"" + key + "\",")
                + "\"traveller\":"
                + description
                + "}\n";
    }

    private static List<JsonNode> send(String lines) {
        Answer answer =
                new Person(TestHub.address())
                        .withToken(token)
                        .with("Manumit-Purpose", "border-check")
                        .post(PATH, lines)
                        .expect(200);
        return answer.body().lines().map(JSON::readTree).toList();
    }

    /// All lines of a body that comes in chunks, each chunk of whole lines or not.
    private static List<JsonNode> answers(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        String line = ascii(in);
        assertThat(line).contains("200");
        while (!line.isEmpty()) {
            line = ascii(in);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length = HexFormat.fromHexDigits(ascii(in));
        while (length > 0) {
            body.write(in.readNBytes(length));
            assertThat(ascii(in)).isEmpty();
            length = HexFormat.fromHexDigits(ascii(in));
        }
        return body.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }

    private static String ascii(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.append(next == '\r' ? "" : (char) next);
            next = in.read();
        }
        return line.toString();
    }

    private static byte[] chunk(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return (Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String chunkedHead() {
        return head(0).replace("Content-Length: 0", "Transfer-Encoding: chunked");
    }

    private static String firstLineWith(BufferedReader in, String text) throws IOException {
        String line = in.readLine();
        while (line != null && !line.contains(text)) {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    private static Socket connect() throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), URI.create(TestHub.address()).getPort());
    }

    private static String head(long length) {
        return head(length, token);
    }

    private static String head(long length, String bearer) {
        return "POST "
                + PATH
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + bearer
                + "\r\nManumit-Purpose: border-check\r\nContent-Type: application/x-ndjson\r\n"
                + "Content-Length: "
                + length
                + "\r\n\r\n";
    }

    @Test
    void dutyOfficerMayStreamTooAndAnAnalystNot() {
        asker.user(Role.ANALYST)
                .with("Manumit-Purpose", "border-check")
                .post(PATH, line("x", Travellers.somebody()))
                .expect(403);
    }
}
