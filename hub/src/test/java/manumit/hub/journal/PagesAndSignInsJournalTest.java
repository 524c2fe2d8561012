package manumit.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.hub.access.Role;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.hub.testing.TestProvider;
import manumit.journal.ActKind;
import manumit.journal.JournalEntry;
import manumit.journal.Outcome;
import org.junit.jupiter.api.Test;

/// What people do on pages is in the journal like what programs do, whichever way they came in.
class PagesAndSignInsJournalTest {

    private static final Pattern THERE = Pattern.compile("id=\"provider\" href=\"([^\"]+)\"");

    @Test
    void aListOnAPageIsTheSameSearchAsThatOfTheApi() {
        TestMember member = TestHub.admit();
        Person administrator = member.administrator();
        administrator.postForm("/units/add", Map.of("name", "North")).expect(302);
        JournalEntry made = last("units.make");
        assertThat(made.act().outcome()).isEqualTo(Outcome.DONE);
        assertThat(made.act().record().owner()).isEqualTo(member.id().toString());
        assertThat(made.act().record().type()).isEqualTo("unit");
        administrator.get("/units").expect(200);
        JournalEntry listed = last("units.list");
        assertThat(listed.act().kind()).isEqualTo(ActKind.SEARCH);
        assertThat(listed.act().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aFormThatIsRefusedIsAFailedChange() {
        Person administrator = TestHub.admit().administrator();
        administrator.postForm("/units/add", Map.of("name", "")).expect(400);
        assertThat(last("units.make").act().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void signingInAtAProviderIsAnEntryOfTheUserAndFailingToIsOneToo() {
        TestMember member = TestHub.admit();
        Person officer = member.user(Role.BORDER_OFFICER);
        Person stranger = new Person(TestHub.address());
        stranger.get("/sign-in/provider/callback?code=x&state=y").expect(302);
        assertThat(last("session.sign-in-provider").act().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(last("session.sign-in-provider").act().actor()).isEqualTo(Actors.UNKNOWN);
        try (TestProvider provider = new TestProvider()) {
            member.administrator()
                    .put(
                            "/api/v1/identity-provider",
                            null,
                            String.format(
                                    Locale.ROOT,
                                    "{\"issuer\":\"%s\",\"clientId\":\"%s\",\"clientSecret\":\"%s\",\"nameClaim\":\"preferred_username\",\"amr\":[\"mfa\",\"hwk\"]}",
                                    provider.issuer(),
                                    TestProvider.CLIENT,
                                    TestProvider.SECRET))
                    .expect(200);
            provider.of(officer.signInName().toUpperCase(Locale.ROOT));
            stranger.get("/sign-in").expect(200);
            Matcher there =
                    THERE.matcher(
                            stranger.postForm("/sign-in/provider", Map.of("member", member.code()))
                                    .expect(200)
                                    .body());
            assertThat(there.find()).isTrue();
            stranger.get(provider.follow(there.group(1).replace("&amp;", "&"))).expect(302);
        }
        JournalEntry signedIn = last("session.sign-in-provider");
        assertThat(signedIn.act().outcome()).isEqualTo(Outcome.DONE);
        assertThat(signedIn.act().actor().member()).isEqualTo(member.id().toString());
    }

    @Test
    void anUnknownPasskeyIsAFailedSignIn() {
        Person stranger = new Person(TestHub.address());
        stranger.get("/sign-in").expect(200);
        stranger.post("/sign-in/passkey", "{}").expect(401);
        JournalEntry failed = last("session.sign-in-passkey");
        assertThat(failed.act().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.act().actor()).isEqualTo(Actors.UNKNOWN);
    }

    private static JournalEntry last(String action) {
        return WholeJournal.entries().reversed().stream()
                .filter(entry -> entry.act().action().equals(action))
                .findFirst()
                .orElseThrow();
    }
}
