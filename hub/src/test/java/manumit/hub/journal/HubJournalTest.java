package manumit.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.MachineTokens;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestDatabase;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.journal.ActKind;
import manumit.journal.JournalEntry;
import manumit.journal.JournalVerifier;
import manumit.journal.Outcome;
import manumit.journal.Verification;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What people and machines do in a real hub, and what its journal says of it.
class HubJournalTest {

    private static final String ENTRIES = "/api/v1/journal/entries";

    @Test
    void aChangeNamesWhoWhatWhichRecordWhyAndForWhichOperation() {
        TestMember member = TestHub.admit();
        Answer made =
                member.administrator()
                        .with("Manumit-Purpose", "coordination")
                        .with("Manumit-Operation", "op-7")
                        .post("/api/v1/units", "{\"name\":\"A\"}")
                        .expect(201);
        JournalEntry entry = last("units.make");
        assertThat(entry.act().kind()).isEqualTo(ActKind.CHANGE);
        assertThat(entry.act().outcome()).isEqualTo(Outcome.DONE);
        assertThat(entry.act().actor().member()).isEqualTo(member.id().toString());
        assertThat(entry.act().actor().user()).isNotEmpty();
        assertThat(entry.act().record().type()).isEqualTo("unit");
        assertThat(entry.act().record().id()).isEqualTo(made.text("id"));
        assertThat(entry.act().record().owner()).isEqualTo(member.id().toString());
        assertThat(entry.act().operation()).isEqualTo("op-7");
        assertThat(entry.act().purpose()).isEqualTo("coordination");
    }

    @Test
    void anUnknownPurposeIsRefusedWithTheOnesThatAreAccepted() {
        Person administrator = TestHub.admit().administrator();
        Answer refused =
                administrator.with("Manumit-Purpose", "curiosity").get("/api/v1/units").expect(400);
        assertThat(refused.body()).contains("border-check").doesNotContain("curiosity");
        administrator.with("Manumit-Operation", "a b").get("/api/v1/units").expect(400);
        assertThat(last("units.list").act().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aSearchThatFindsNothingAndARecordThatIsNotThereAreEmpty() {
        Person auditor = TestHub.admit().user(Role.AUDITOR);
        auditor.get("/api/v1/suspensions").expect(200);
        assertThat(last("suspensions.list").act().outcome()).isEqualTo(Outcome.EMPTY);
        auditor.get("/api/v1/posts/" + UUID.randomUUID()).expect(404);
        assertThat(last("posts.get").act().outcome()).isEqualTo(Outcome.EMPTY);
    }

    @Test
    void whatFailsAndWhatIsDeniedIsAnEntryOnce() {
        TestMember member = TestHub.admit();
        Person officer = member.user(Role.BORDER_OFFICER);
        long before = WholeJournal.entries().size();
        officer.get("/api/v1/users").expect(403);
        assertThat(last("users.list").act().outcome()).isEqualTo(Outcome.DENIED);
        officer.get("/journal").expect(403);
        assertThat(last("journal.search").act().outcome()).isEqualTo(Outcome.DENIED);
        officer.postWithoutCsrfToken("/api/v1/units", "{}").expect(403);
        assertThat(last("request.refused").act().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(WholeJournal.entries()).hasSize((int) before + 3);
        member.administrator().post("/api/v1/units", "{\"name\":\"\"}").expect(400);
        JournalEntry failed = last("units.make");
        assertThat(failed.act().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.act().actor().member()).isEqualTo(member.id().toString());
    }

    @Test
    void signingInFailingToAndSigningOutAreEntriesOfTheUserConcerned() {
        TestMember member = TestHub.admit();
        Person person = member.user(Role.ANALYST);
        JournalEntry signedIn = last("session.sign-in");
        assertThat(signedIn.act().outcome()).isEqualTo(Outcome.DONE);
        assertThat(signedIn.act().actor().member()).isEqualTo(member.id().toString());
        Person stranger = new Person(TestHub.address());
        stranger.get("/sign-in").expect(200);
        stranger.trySignIn(person.signInName(), "wrong password", "000000").expect(401);
        JournalEntry failed = last("session.sign-in");
        assertThat(failed.act().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.act().actor()).isEqualTo(signedIn.act().actor());
        stranger.trySignIn("nobody-at-all", "wrong password", "000000").expect(401);
        assertThat(last("session.sign-in").act().actor()).isEqualTo(Actors.UNKNOWN);
        person.postForm("/sign-out", Map.of()).expect(302);
        assertThat(last("session.sign-out").act().actor()).isEqualTo(signedIn.act().actor());
    }

    @Test
    void aMachinesTokenIsAnEntryOfTheMachine() {
        TestMember member = TestHub.admit();
        Answer made =
                member.administrator()
                        .post("/api/v1/machines", "{\"name\":\"M\",\"roles\":[\"ANALYST\"]}")
                        .expect(201);
        assertThat(last("machines.make").act().record().id()).isEqualTo(made.text("id"));
        MachineTokens.ask(TestHub.address(), made.text("id"), made.text("clientSecret"));
        JournalEntry entry = last("session.token");
        assertThat(entry.act().outcome()).isEqualTo(Outcome.DONE);
        assertThat(entry.act().actor().machine()).isEqualTo(made.text("id"));
        MachineTokens.ask(TestHub.address(), made.text("id"), "wrong");
        assertThat(last("session.token").act().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void theFirstInvitationAndEnrolmentsAreEntries() {
        TestHub.admit();
        assertThat(WholeJournal.entries().stream().map(entry -> entry.act().action()))
                .contains("hub.first-invitation", "enrolment.complete");
        assertThat(last("enrolment.complete").act().outcome()).isEqualTo(Outcome.DONE);
    }

    /// R2: not the acts themselves, nor their number.
    @Test
    void aMemberSeesItsOwnActsAndTheActsOnItsRecordsOnly() {
        TestMember one = TestHub.admit();
        TestMember other = TestHub.admit();
        Person auditor = one.user(Role.AUDITOR);
        String post =
                one.administrator()
                        .post("/api/v1/posts", "{\"name\":\"P\",\"kind\":\"PORT\"}")
                        .expect(201)
                        .text("id");
        other.administrator().get("/api/v1/posts/" + post).expect(200);
        other.administrator().get("/api/v1/units").expect(200);
        JsonNode items = auditor.get(ENTRIES + "?limit=500").expect(200).json().path("items");
        for (JsonNode entry : items) {
            assertThat(
                            List.of(
                                    entry.path("member").asString(),
                                    entry.path("recordOwner").asString()))
                    .contains(one.id().toString());
        }
        JsonNode reads =
                auditor.get(ENTRIES + "?recordType=post&recordId=" + post).json().path("items");
        assertThat(reads.size()).isEqualTo(2);
        assertThat(reads.get(0).path("action").asString()).isEqualTo("posts.get");
        assertThat(reads.get(0).path("member").asString()).isEqualTo(other.id().toString());
        Person foreign = other.user(Role.AUDITOR);
        assertThat(
                        foreign.get(ENTRIES + "?recordType=post&recordId=" + post)
                                .json()
                                .path("items")
                                .size())
                .isEqualTo(1);
    }

    @Test
    void entriesAreReadInPartsWithoutLossOrRepeat() {
        TestMember member = TestHub.admit();
        Person auditor = member.user(Role.AUDITOR);
        for (int i = 0; i < 5; i++) {
            member.administrator().post("/api/v1/units", "{\"name\":\"U" + i + "\"}").expect(201);
        }
        String wanted = ENTRIES + "?kind=change&outcome=done";
        JsonNode whole = auditor.get(wanted + "&limit=500").json().path("items");
        StringBuilder parts = new StringBuilder();
        String after = "";
        do {
            Answer part = auditor.get(wanted + "&limit=2" + after).expect(200);
            part.json().path("items").forEach(entry -> parts.append(entry).append('\n'));
            after = part.json().path("next").isNull() ? "" : "&after=" + part.text("next");
        } while (!after.isEmpty());
        StringBuilder expected = new StringBuilder();
        whole.forEach(entry -> expected.append(entry).append('\n'));
        assertThat(whole.size()).isGreaterThanOrEqualTo(5);
        assertThat(parts.toString()).isEqualTo(expected.toString());
        auditor.get(ENTRIES + "?after=x").expect(400);
        auditor.get(ENTRIES + "?kind=x").expect(400);
        auditor.get(ENTRIES + "?from=yesterday").expect(400);
        auditor.get(ENTRIES + "?recordId=x").expect(400);
    }

    @Test
    void aPersonIsFoundByAnyIdentifierAndReportedWithTheDaysLeft() {
        TestMember member = TestHub.admit();
        Person officer = member.user(Role.DATA_PROTECTION_OFFICER);
        String number = "ZZ" + UUID.randomUUID().toString().substring(0, 8);
        String identifiers =
                "\"identifiers\":[{\"kind\":\"document/XX/P\",\"value\":\"" + number + "\"}]";
        officer.post("/api/v1/journal/subject-searches", "{" + identifiers + "}").expect(400);
        Answer none =
                officer.with("Manumit-Purpose", "data-protection")
                        .post("/api/v1/journal/subject-searches", "{" + identifiers + "}")
                        .expect(200);
        assertThat(none.json().path("items").size()).isZero();
        // The search itself was about that person.
        Answer found =
                officer.with("Manumit-Purpose", "data-protection")
                        .post(
                                "/api/v1/journal/subject-searches",
                                "{"
                                        + identifiers.replace(
                                                number,
                                                number.substring(0, 2) + " " + number.substring(2))
                                        + "}")
                        .expect(200);
        assertThat(found.json().path("items").size()).isEqualTo(1);
        assertThat(found.body()).doesNotContain(number);
        Answer report =
                officer.post(
                                "/api/v1/journal/subject-reports",
                                "{" + identifiers + ",\"receivedOn\":\"2026-01-31\"}")
                        .expect(200);
        assertThat(report.text("accessDue")).isEqualTo("2026-05-31");
        assertThat(report.text("deletionDue")).isEqualTo("2026-10-31");
        assertThat(report.json().path("members").size()).isEqualTo(1);
        assertThat(report.json().path("members").get(0).path("entries").size()).isEqualTo(2);
        officer.post(
                        "/api/v1/journal/subject-reports",
                        "{" + identifiers + ",\"receivedOn\":\"2999-01-01\"}")
                .expect(400);
    }

    @Test
    void theWholeIsForAuditorsOfTheSecretariatAndProvesItself() throws IOException {
        TestMember member = TestHub.admit();
        Person auditor = member.user(Role.AUDITOR);
        auditor.get("/api/v1/journal/export?whole=true").expect(403);
        assertThat(last("journal.export").act().outcome()).isEqualTo(Outcome.DENIED);
        TestHub.secretariatUser(Set.of(Role.COORDINATOR))
                .get("/api/v1/journal/export?whole=true")
                .expect(403);
        Person secretariat = TestHub.secretariatUser(Set.of(Role.AUDITOR));
        Answer whole = secretariat.get("/api/v1/journal/export?whole=true").expect(200);
        assertThat(whole.contentType()).startsWith("application/x-ndjson");
        Verification verified =
                JournalVerifier.verify(
                        new ByteArrayInputStream(whole.body().getBytes(StandardCharsets.UTF_8)),
                        Set.of(),
                        List.of());
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.entries()).isGreaterThan(20);
        // The export is in what it exports: it was written first.
        assertThat(whole.body()).contains("\"action\":\"journal.export\"");
    }

    @Test
    void anExtractHoldsWhatTheMemberMaySeeAndNothingElse() {
        TestMember member = TestHub.admit();
        Person auditor = member.user(Role.AUDITOR);
        Answer extract = auditor.get("/api/v1/journal/export").expect(200);
        List<String> lines = extract.body().lines().toList();
        assertThat(lines)
                .hasSizeGreaterThan(3)
                .allMatch(line -> line.contains(member.id().toString()));
        assertThat(lines.getFirst()).contains("journal.export");
    }

    @Test
    void thePageShowsEntriesInTheReadersLanguageAndKeepsTheReasonForTheSession() {
        TestMember member = TestHub.admit();
        Person auditor = member.user(Role.AUDITOR);
        assertThat(auditor.get("/journal?kind=session").expect(200).body())
                .contains("session.sign-in")
                .doesNotContain("??");
        assertThat(auditor.get("/journal?from=yesterday").expect(200).body())
                .contains("role=\"alert\"");
        for (String language : List.of("fr", "es", "ar")) {
            assertThat(auditor.with("Accept-Language", language).get("/journal").body())
                    .doesNotContain("??")
                    .contains("lang=\"" + language + "\"");
        }
        auditor.get("/journal").expect(200);
        auditor.postForm("/reason", Map.of("purpose", "investigation", "operation", "op-9"))
                .expect(302);
        auditor.get("/journal").expect(200);
        assertThat(last("journal.search").act().purpose()).isEqualTo("investigation");
        assertThat(last("journal.search").act().operation()).isEqualTo("op-9");
        auditor.postForm("/reason", Map.of("purpose", "curiosity")).expect(400);
    }

    /// The entry comes first: what cannot be journaled is not done.
    @Test
    void aChangeThatCannotBeJournaledIsRolledBackAndTheHubRecovers() throws SQLException {
        TestMember member = TestHub.admit();
        member.administrator().get("/api/v1/units").expect(200);
        superuser(
                "CREATE FUNCTION public.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF NEW.action LIKE 'units.%' THEN RAISE EXCEPTION 'no space' USING"
                        + " ERRCODE = 'disk_full'; END IF; RETURN NEW; END $$",
                "CREATE TRIGGER full_disk BEFORE INSERT ON journal.entry FOR EACH ROW EXECUTE"
                        + " FUNCTION public.full_disk()");
        try {
            Answer away = member.administrator().post("/api/v1/units", "{\"name\":\"U\"}");
            assertThat(away.expect(503).text("code")).isEqualTo("UNAVAILABLE");
            member.administrator().get("/api/v1/units").expect(503);
        } finally {
            superuser(
                    "DROP TRIGGER full_disk ON journal.entry", "DROP FUNCTION public.full_disk()");
        }
        assertThat(member.administrator().get("/api/v1/units").expect(200).body())
                .doesNotContain("\"U\"");
        member.administrator().get("/actuator/health/readiness").expect(200);
    }

    /// The journal may say too much, never too little: a second entry of the same request corrects
    /// it.
    @Test
    void aCommitThatFailsAfterItsEntryIsFollowedByOneThatSaysSo() throws SQLException {
        TestMember member = TestHub.admit();
        superuser(
                "CREATE FUNCTION public.too_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " RAISE EXCEPTION 'too late' USING ERRCODE = 'check_violation'; END $$",
                "CREATE CONSTRAINT TRIGGER too_late AFTER INSERT ON manumit.units DEFERRABLE"
                        + " INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.too_late()");
        try {
            assertThat(member.administrator().post("/api/v1/units", "{\"name\":\"U\"}").status())
                    .isGreaterThanOrEqualTo(400);
        } finally {
            superuser("DROP TRIGGER too_late ON manumit.units", "DROP FUNCTION public.too_late()");
        }
        List<JournalEntry> entries =
                WholeJournal.entries().stream()
                        .filter(entry -> entry.act().action().equals("units.make"))
                        .filter(entry ->
                                entry.act().actor().member().equals(member.id().toString()))
                        .toList();
        assertThat(entries)
                .extracting(entry -> entry.act().outcome())
                .containsExactly(Outcome.DONE, Outcome.FAILED);
        assertThat(entries.getLast().act().payload())
                .contains(entries.getFirst().act().payload().replaceAll("[{}]", ""));
        assertThat(entries.getLast().act().record()).isEqualTo(entries.getFirst().act().record());
        assertThat(member.administrator().get("/api/v1/units").expect(200).body())
                .doesNotContain("\"U\"");
    }

    @Test
    void theOpenApiDescriptionNamesTheFieldsOfASearch() {
        JsonNode description =
                TestHub.admit().administrator().get("/api/v1/openapi").expect(200).json();
        List<String> names = new ArrayList<>();
        description
                .path("paths")
                .path(ENTRIES)
                .path("get")
                .path("parameters")
                .forEach(one -> names.add(one.path("name").asString()));
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "user",
                        "recordType",
                        "recordId",
                        "operation",
                        "kind",
                        "outcome",
                        "from",
                        "until",
                        "after",
                        "limit");
    }

    private static void superuser(String... statements) throws SQLException {
        try (Connection connection = TestDatabase.superuser(TestHub.database());
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static JournalEntry last(String action) {
        return WholeJournal.entries().reversed().stream()
                .filter(entry -> entry.act().action().equals(action))
                .findFirst()
                .orElseThrow();
    }
}
