package manumit.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.testkit.Slow;
import manumit.travel.mrz.MrzDate;
import manumit.travel.mrz.MrzDocument;
import manumit.travel.mrz.MrzName;
import manumit.travel.mrz.MrzSex;
import manumit.travel.mrz.MrzWriter;
import manumit.travel.mrz.MrzWriting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From an alert to the statistics of its hit, by officers of three members at their desks, with
/// the keyboard alone: one member circulates, one finds and asks, one is kept out. After each step
/// the member that is kept out asks everything it can ask, and gets what it got before there was
/// anything.
@Slow
@NeedsChromium
class WholeChainTest {

    private static final LocalDate EXPIRES = LocalDate.of(2034, 3, 2);
    private static final int MOST_LINES = 60;
    private static final int MOST_LOOKS = 100;

    /// Whom the alert is about, invented for one run. Names of two runs are alike, since they must
    /// be names; so that neither finds the other's, both are born on days of their own.
    private record Sought(String family, String given, LocalDate born, String document) {

        static Sought somebody() {
            String letters =
                    UUID.randomUUID()
                            .toString()
                            .replaceAll("[^a-f]", "")
                            .toUpperCase(Locale.ROOT)
                            .concat("ABCDE")
                            .substring(0, 5);
            String digits = UUID.randomUUID().toString().replaceAll("[^0-9]", "").concat("1234567");
            LocalDate born =
                    LocalDate.of(1950, 1, 1)
                            .plusDays(Integer.parseInt(digits.substring(0, 7)) % 14_000);
            return new Sought(
                    "OZOL" + letters, "JAN" + letters, born, "X" + digits.substring(0, 7));
        }

        /// As a scanner reads it.
        List<String> zone() {
            MrzDocument passport =
                    MrzDocument.passport(
                            "LVA",
                            MrzName.of(family, given),
                            document,
                            "LVA",
                            new MrzDate.Day(born),
                            MrzSex.MALE,
                            new MrzDate.Day(EXPIRES));
            return switch (MrzWriter.write(passport)) {
                case MrzWriting.Written written -> written.text().lines().toList();
                case MrzWriting.Refused refused ->
                        throw new IllegalStateException(refused.code().toString());
            };
        }

        String asJson() {
            return "{\"names\":[{\"whole\":\""
                    + given
                    + " "
                    + family
                    + "\"}],\"birthDates\":[\""
                    + born
                    + "\"],\"documents\":[{\"type\":\"PASSPORT\",\"number\":\""
                    + document
                    + "\",\"country\":\"LVA\"}]}";
        }
    }

    private final Sought sought = Sought.somebody();
    private final String reference = "CHAIN-" + sought.document();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void alertIsFoundAskedAboutAnsweredAndCountedAndWhoIsKeptOutLearnsNothing(String language) {
        TestMember owning = TestHub.admit();
        TestMember asking = TestHub.admit();
        TestMember keptOut = TestHub.admit();
        addPost(asking);
        addPost(keptOut);
        try (Visitor maker = officer(owning, language, Role.DUTY_OFFICER);
                Visitor second = officer(owning, language, Role.DUTY_OFFICER);
                Visitor asker = officer(asking, language, Role.DUTY_OFFICER);
                Visitor denied = officer(keptOut, language, Role.DUTY_OFFICER, Role.AUDITOR)) {
            goOnDuty(asker, asking);
            goOnDuty(denied, keptOut);
            Page listening = denied.page().context().newPage();
            listen(listening);
            scan(denied);
            // Twice, since the first time adds a place of checks to the coverage.
            Map<String, String> _ = everything(denied, UUID.randomUUID(), UUID.randomUUID());
            Map<String, String> before = everything(denied, UUID.randomUUID(), UUID.randomUUID());

            UUID alert = circulate(maker, second, keptOut);
            assertThat(everything(denied, alert, UUID.randomUUID())).isEqualTo(before);

            second.open("/hits");
            scan(asker);
            assertThat(asker.page().locator(".candidate").count()).isOne();
            asker.examined();
            UUID hit = ask(asker);
            assertThat(everything(denied, alert, hit)).isEqualTo(before);

            answer(second, hit);
            assertThat(everything(denied, alert, hit)).isEqualTo(before);
            actAndClose(asker);
            acknowledge(second, hit);
            assertThat(everything(denied, alert, hit)).isEqualTo(before);

            second.page().waitForTimeout(2_000);
            Set<String> known = hiddenHits(second);
            assertThat(known).as("one for each question").hasSizeGreaterThan(5);
            scan(denied);
            assertThat(denied.page().locator("#headline.nothing").count()).isOne();
            denied.examined();
            UUID hidden = hiddenHit(second, known, keptOut);
            assertThat(asker.get("/api/v1/hits/" + hidden).status()).isEqualTo(404);
            assertThat(everything(denied, alert, hidden)).isEqualTo(before);
            closeHidden(second, hidden);
            assertThat(everything(denied, alert, hidden)).isEqualTo(before);
            assertThat(listening.evaluate("window.heard")).as("changes told").isEqualTo(0);

            assertThat(counted(asker, owning)).isEqualTo("ASKER asked 1, confirmed 1");
            assertThat(counted(second, owning)).isEqualTo("OWNER asked 1, confirmed 1");
            assertThat(denied.get("/api/v1/hits/statistics").body()).doesNotContain(owning.code());
            requireNothingInTheJournal(denied, alert, hit, hidden);
        }
    }

    /// One makes and proposes it, kept from one member; the other lets it circulate.
    private UUID circulate(Visitor maker, Visitor second, TestMember keptOut) {
        Keyboard keys = new Keyboard(maker.open("/alerts").page());
        keys.follow("main a[href='/alerts/add']", "/alerts/add");
        keys.write("#ownerReference", reference)
                .choose("#kind", "TO_BE_LOCATED")
                .choose("#personStatus", "SUSPECT")
                .write("#names", sought.family() + ", " + sought.given())
                .write("#birthDates", sought.born().toString())
                .write("#nationalities", "LVA")
                .write("#documents", sought.document() + ", LVA, passport")
                .write("#instructions", "Tell the owner. Do not hold.")
                .write("#legalBasis", "an invented act")
                .choose("#handlingCode", "H1")
                .choose("#source", "B")
                .choose("#information", "2")
                .write("#reviewOn", nextYears(3))
                .choose("#restrictionKind", "DENY")
                .write("#restrictionMembers", keptOut.code());
        maker.examined();
        keys.follow("main form button.primary", "/alerts/[0-9a-f-]{36}");
        String path = maker.examined().path();
        keys.to("form[action$='/proposal'] button").press("Enter");
        maker.page().waitForSelector("form[action$='/proposal']", detached());

        Keyboard others = new Keyboard(second.open("/").page());
        others.follow("main a[href='/alerts?waiting=review']", "waiting=review")
                .follow("a[href='" + path + "']", path)
                .follow("a[href='" + path + "/review']", "/review")
                .mark("neutral", "yes")
                .mark("rightsRespected", "yes")
                .mark("refugeeFlag", "no");
        second.examined();
        others.follow("button[value=CIRCULATE]", path);
        second.examined();
        return UUID.fromString(path.substring("/alerts/".length()));
    }

    private static UUID ask(Visitor asker) {
        Keyboard keys = new Keyboard(asker.page());
        keys.press("Tab", "a");
        asker.page().waitForSelector("details.decision[data-key=a][open]");
        keys.press("Space").to("details[open] input[name=note]").type("He waits in room 2.");
        keys.follow("details[open] form[action$='/hits'] button", "/hits/[0-9a-f-]{36}");
        asker.examined();
        return UUID.fromString(asker.path().substring("/hits/".length()));
    }

    /// The question has come to the open queue by itself.
    private static void answer(Visitor owner, UUID hit) {
        openInQueue(owner, hit);
        Keyboard keys = new Keyboard(owner.page());
        keys.press("r", "Space", "Tab").type("By photograph. No warrant.").press("Tab", "Enter");
        owner.page().waitForSelector(".answer.confirmed");
        owner.examined();
    }

    /// Goes up and then down the queue to a hit, and opens it.
    private static void openInQueue(Visitor officer, UUID hit) {
        Page page = officer.page();
        String line = "#queue a[data-hit='" + hit + "']";
        page.waitForSelector(line);
        Keyboard keys = new Keyboard(page);
        for (int i = 0; i < 2 * MOST_LINES && !keys.isOn(line); i++) {
            keys.press(i < MOST_LINES ? "k" : "j");
        }
        assertThat(keys.isOn(line)).as("J reaches the hit").isTrue();
        keys.press("Enter");
        page.waitForURL("**/hits/" + hit);
        officer.examined();
    }

    private static void actAndClose(Visitor asker) {
        Keyboard keys = new Keyboard(asker.page());
        // Open before the answer came: the page says so, and leads to it.
        asker.page().waitForSelector("#changed:not([hidden])");
        keys.to("#changed a").press("Enter");
        asker.page().waitForSelector(".answer.confirmed");
        keys.press("r", "Space", "ArrowDown", "Tab").type("Spoken with.").press("Tab", "Enter");
        asker.page().waitForSelector("#outcome");
        keys.press("r", "Space", "ArrowDown", "Tab").type("Stays here.").press("Tab", "Enter");
        asker.page().waitForSelector("#outcome", detached());
        asker.examined();
    }

    private static void acknowledge(Visitor owner, UUID hit) {
        owner.open("/hits/" + hit);
        new Keyboard(owner.page()).press("r", "Enter");
        owner.page().waitForSelector("#primary", detached());
        assertThat(owner.get("/api/v1/hits/" + hit).body()).contains("OUTCOME_SEEN");
    }

    /// Of the latest check of the member that is kept out, made at its post.
    private UUID hiddenHit(Visitor owner, Set<String> known, TestMember keptOut) {
        Set<String> fresh = new HashSet<>();
        for (int i = 0; i < MOST_LOOKS && fresh.isEmpty(); i++) {
            owner.page().waitForTimeout(100);
            fresh.addAll(hiddenHits(owner));
            fresh.removeAll(known);
        }
        assertThat(fresh).hasSize(1);
        UUID hidden = UUID.fromString(fresh.iterator().next());
        owner.open("/hits");
        openInQueue(owner, hidden);
        assertThat(owner.page().locator("main").innerText())
                .contains(reference, "Quay " + keptOut.code());
        return hidden;
    }

    /// Each of its checks so far is one: what it asks again and again in this test, too.
    private static Set<String> hiddenHits(Visitor owner) {
        return owner.get("/api/v1/hits?limit=500")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(hit -> hit.path("hidden").asBoolean())
                .map(hit -> hit.path("id").asString())
                .collect(Collectors.toSet());
    }

    private static void closeHidden(Visitor owner, UUID hidden) {
        new Keyboard(owner.page())
                .press("r", "Space", "Tab")
                .type("Our liaison officer goes there.")
                .press("Tab", "Enter");
        owner.page().waitForSelector("#outcome", detached());
        assertThat(owner.get("/api/v1/hits/" + hidden).text("state")).isEqualTo("CLOSED");
    }

    /// All that may be asked, also about an alert and a hit by number, as it is answered now;
    /// without tokens, times, own numbers and how often was asked.
    private Map<String, String> everything(Visitor asking, UUID alert, UUID hit) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path :
                List.of(
                        "/",
                        "/alerts",
                        "/alerts?own=true",
                        "/alerts?name=" + sought.family(),
                        "/alerts/notices",
                        "/hits",
                        "/hits/statistics",
                        "/check",
                        "/check/batch",
                        "/coverage",
                        "/api/v1/alerts",
                        "/api/v1/alerts?name=" + sought.family(),
                        "/api/v1/alerts/notices",
                        "/api/v1/hits?limit=500",
                        "/api/v1/hits?turn=late",
                        "/api/v1/hits?turn=over",
                        "/api/v1/hits/statistics",
                        "/api/v1/coverage")) {
            answers.put(path, plain(asking.get(path)));
        }
        for (String path :
                List.of(
                        "/alerts/ALERT",
                        "/api/v1/alerts/ALERT",
                        "/api/v1/alerts/ALERT/versions",
                        "/api/v1/alerts/ALERT/recipients",
                        "/hits/HIT",
                        "/api/v1/hits/HIT")) {
            answers.put(
                    path,
                    plain(
                            asking.get(
                                    path.replace("ALERT", alert.toString())
                                            .replace("HIT", hit.toString()))));
        }
        answers.put(
                "check",
                plain(asking.post("/api/v1/checks", "{\"traveller\":" + sought.asJson() + "}")));
        answers.put(
                "match",
                plain(
                        asking.post(
                                "/match/default",
                                "{\"queries\":{\"q\":{\"schema\":\"Person\",\"properties\":{"
                                        + "\"name\":[\""
                                        + sought.given()
                                        + " "
                                        + sought.family()
                                        + "\"]}}}}")));
        answers.put(
                "ask",
                plain(
                        asking.post(
                                "/api/v1/hits",
                                "{\"check\":\""
                                        + UUID.randomUUID()
                                        + "\",\"alert\":\""
                                        + alert
                                        + "\"}")));
        return answers;
    }

    private static String plain(Answer answer) {
        return answer.status()
                + " "
                + answer.body()
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                        .replaceAll("\"(instance|madeAt|at)\":\"[^\"]*\"", "")
                        .replaceAll("(?s)<ul class=\"rows last-checks\">.*?</ul>", "")
                        .replaceAll("[0-9]+", "#");
    }

    /// What the journal tells an auditor of the member that is kept out, on the page, by the API
    /// and exported.
    private void requireNothingInTheJournal(Visitor denied, UUID... numbers) {
        denied.open("/journal");
        for (String journal :
                List.of(
                        denied.page().locator("main").innerText(),
                        denied.get("/api/v1/journal/entries").expect(200).body(),
                        denied.get("/api/v1/journal/export").expect(200).body())) {
            assertThat(journal).doesNotContain(reference);
            // It has asked about the numbers itself; nothing was done to them.
            for (UUID number : numbers) {
                for (String line : journal.split("\n", -1)) {
                    if (line.contains(number.toString())) {
                        assertThat(line).doesNotContain("alerts.disclose", "\"done\"");
                    }
                }
            }
        }
    }

    private static String counted(Visitor who, TestMember owner) {
        who.open("/hits/statistics");
        assertThat(who.page().locator("main").innerText()).contains(owner.code());
        return who.get("/api/v1/hits/statistics")
                .expect(200)
                .json()
                .valueStream()
                .filter(line -> line.path("ownerCode").asString().equals(owner.code()))
                .filter(line -> line.path("asked").asLong() > 0)
                .map(line ->
                        line.path("side").asString()
                                + " asked "
                                + line.path("asked").asLong()
                                + ", confirmed "
                                + line.path("confirmed").asLong())
                .findFirst()
                .orElse("nothing");
    }

    private static void listen(Page page) {
        page.navigate(TestHub.address() + "/hits");
        page.evaluate(
                """
                window.heard = 0;
                new EventSource('/api/v1/hits/events')
                    .addEventListener('changed', () => { window.heard++; });
                """);
    }

    /// As a scanner types: each line ends with Enter, and the last one checks.
    private void scan(Visitor officer) {
        if (!officer.path().startsWith("/check")) {
            officer.open("/check");
        }
        Keyboard keys = new Keyboard(officer.page());
        keys.press("Escape");
        officer.page().waitForFunction("document.activeElement.id === 'scan'");
        sought.zone().forEach(line -> keys.type(line).press("Enter"));
        officer.page().waitForSelector("#headline");
    }

    private static void goOnDuty(Visitor officer, TestMember member) {
        officer.open("/check");
        Page page = officer.page();
        String post =
                Objects.requireNonNull(
                        page.locator("#post option")
                                .filter(
                                        new com.microsoft.playwright.Locator.FilterOptions()
                                                .setHasText("Quay " + member.code()))
                                .getAttribute("value"));
        Keyboard keys = new Keyboard(page);
        keys.choose("#post", post).write("#operation", "lantern").press("Enter");
        page.waitForSelector("#scan");
        assertThat(page.locator(".context").innerText()).contains("Quay " + member.code());
        officer.examined();
    }

    private static void addPost(TestMember member) {
        member.administrator()
                .post(
                        "/api/v1/posts",
                        "{\"name\":\"Quay " + member.code() + "\",\"kind\":\"PORT\"}")
                .expect(201);
    }

    private static Visitor officer(TestMember member, String language, Role... roles) {
        Visitor visitor = new Visitor(TestHub.address(), language);
        visitor.enrol(member.invitation(Set.of(roles))).signIn();
        return visitor;
    }

    private static String nextYears(int years) {
        return LocalDate.parse(InstantSource.system().instant().toString().substring(0, 10))
                .plusYears(years)
                .toString();
    }

    private static Page.WaitForSelectorOptions detached() {
        return new Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }
}
