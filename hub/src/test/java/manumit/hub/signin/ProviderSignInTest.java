package manumit.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import manumit.hub.access.Role;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.hub.testing.TestProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Sign-in at a member's own provider, which is a real one, if small.
class ProviderSignInTest {

    private static final Pattern THERE = Pattern.compile("id=\"provider\" href=\"([^\"]+)\"");
    private static final String PATH = "/api/v1/identity-provider";

    private final TestProvider provider = new TestProvider();
    private final TestMember member = TestHub.admit();
    private final Person officer = member.user(Role.BORDER_OFFICER);

    @AfterEach
    void stop() {
        provider.close();
    }

    private String configuration(String more) {
        return "{\"issuer\":\""
                + provider.issuer()
                + "\",\"clientId\":\""
                + TestProvider.CLIENT
                + "\",\"clientSecret\":\""
                + TestProvider.SECRET
                + "\",\"nameClaim\":\"preferred_username\""
                + more
                + "}";
    }

    private void configure() {
        member.administrator()
                .put(PATH, null, configuration(",\"amr\":[\"mfa\",\"hwk\"]"))
                .expect(200);
    }

    /// Where the hub sends somebody who names this member.
    private static String begin(Person person, String memberCode) {
        person.get("/sign-in").expect(200);
        Answer page =
                person.postForm("/sign-in/provider", Map.of("member", memberCode)).expect(200);
        Matcher there = THERE.matcher(page.body());
        assertThat(there.find()).isTrue();
        return there.group(1).replace("&amp;", "&");
    }

    private Person signIn() {
        Person person = new Person(TestHub.address());
        person.get(provider.follow(begin(person, member.code()))).expect(302);
        return person;
    }

    @Test
    void userOfTheMemberComesInThroughItsProvider() {
        configure();
        provider.of(officer.signInName().toUpperCase(java.util.Locale.ROOT));
        Person person = signIn();
        person.get("/api/v1/posts").expect(200);
        person.get("/api/v1/users").expect(403);
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong("wrong issuer", claims -> claims.issuer("https://elsewhere.example")),
                wrong("wrong audience", claims -> claims.audience("another client")),
                wrong(
                        "second audience without authorised party",
                        claims -> claims.audience(List.of(TestProvider.CLIENT, "another"))),
                wrong("nonce of another time", claims -> claims.claim("nonce", "replayed")),
                wrong("no nonce", claims -> claims.claim("nonce", null)),
                wrong(
                        "over",
                        claims ->
                                claims.expirationTime(
                                        Date.from(
                                                InstantSource.system()
                                                        .instant()
                                                        .minusSeconds(600)))),
                wrong("password only", claims -> claims.claim("amr", List.of("pwd"))),
                wrong("nothing about factors", claims -> claims.claim("amr", null)),
                wrong("no name", claims -> claims.claim("preferred_username", null)),
                wrong(
                        "unknown name, and nobody is made",
                        claims -> claims.claim("preferred_username", "not.yet.known")));
    }

    private static Arguments wrong(String name, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void wrongTokenSignsNobodyIn(String name, Consumer<JWTClaimsSet.Builder> change) {
        configure();
        provider.claiming(claims -> {
            claims.claim("preferred_username", officer.signInName()).claim("amr", List.of("mfa"));
            change.accept(claims);
        });
        signIn().get("/api/v1/posts").expect(401);
    }

    @Test
    void tokenSignedWithAnUnpublishedKeySignsNobodyIn() {
        configure();
        provider.of(officer.signInName()).signWithAnotherKey();
        signIn().get("/api/v1/posts").expect(401);
    }

    @Test
    void userOfAnotherMemberDoesNotComeInThroughThisProvider() {
        configure();
        Person other = TestHub.admit().user(Role.BORDER_OFFICER);
        provider.of(other.signInName());
        signIn().get("/api/v1/posts").expect(401);
        provider.of(TestHub.coordinator().signInName());
        signIn().get("/api/v1/posts").expect(401);
    }

    @Test
    void suspendedUserDoesNotComeInAndIsOutAtOnce() {
        configure();
        provider.of(officer.signInName());
        Person person = signIn();
        person.get("/api/v1/posts").expect(200);
        for (var user : member.administrator().get("/api/v1/users").json().path("items")) {
            if (user.path("signInName").asString().equals(officer.signInName())) {
                member.administrator()
                        .post(
                                "/api/v1/suspensions/of-actors",
                                "{\"user\":\""
                                        + user.path("id").asString()
                                        + "\",\"reason\":\"left\"}")
                        .expect(201);
            }
        }
        person.get("/api/v1/posts").expect(401);
        signIn().get("/api/v1/posts").expect(401);
    }

    @Test
    void answerForAnotherSessionOrSentTwiceSignsNobodyIn() {
        configure();
        provider.of(officer.signInName());
        Person attacker = new Person(TestHub.address());
        Person victim = new Person(TestHub.address());
        String answer = provider.follow(begin(attacker, member.code()));
        victim.get(answer).expect(302);
        victim.get("/api/v1/posts").expect(401);
        begin(victim, member.code());
        victim.get(answer).expect(302);
        victim.get("/api/v1/posts").expect(401);
        attacker.get(answer).expect(302);
        attacker.get("/api/v1/posts").expect(200);
        Person again = new Person(TestHub.address());
        again.get(answer).expect(302);
        again.get("/api/v1/posts").expect(401);
    }

    @Test
    void providerThatNamesAnotherIssuerIsNotUsed() {
        configure();
        provider.announceIssuer("https://elsewhere.example");
        Person person = new Person(TestHub.address());
        person.get("/sign-in").expect(200);
        person.postForm("/sign-in/provider", Map.of("member", member.code())).expect(302);
        person.postForm("/sign-in/provider", Map.of("member", "XXX")).expect(302);
    }

    @Test
    void levelOfAssuranceIsAskedForWhereItIsConfigured() {
        member.administrator().put(PATH, null, configuration(",\"acr\":[\"high\"]")).expect(200);
        Person person = new Person(TestHub.address());
        assertThat(begin(person, member.code())).contains("acr_values=high");
        provider.of(officer.signInName());
        signIn().get("/api/v1/posts").expect(401);
        provider.claiming(claims ->
                claims.claim("preferred_username", officer.signInName()).claim("acr", "high"));
        signIn().get("/api/v1/posts").expect(200);
    }

    @Test
    void configurationWithoutSecondFactorOrOverPlainHttpIsRefusedAndTheSecretIsNeverShown() {
        Person administrator = member.administrator();
        assertThat(administrator.put(PATH, null, configuration("")).expect(400).body())
                .contains("amr");
        assertThat(
                        administrator
                                .put(
                                        PATH,
                                        null,
                                        configuration(",\"amr\":[\"mfa\"]")
                                                .replace("127.0.0.1", "provider.example"))
                                .expect(400)
                                .body())
                .contains("issuer");
        configure();
        Answer shown = administrator.get(PATH).expect(200);
        assertThat(shown.body()).doesNotContain(TestProvider.SECRET);
        assertThat(shown.text("redirectUri")).endsWith("/sign-in/provider/callback");
        administrator.put(PATH, null, configuration(",\"amr\":[\"mfa\"]")).expect(428);
        administrator
                .put(
                        PATH,
                        shown.eTag().orElseThrow(),
                        configuration(",\"amr\":[\"mfa\"]")
                                .replace(",\"clientSecret\":\"" + TestProvider.SECRET + "\"", ""))
                .expect(200);
        provider.of(officer.signInName());
        signIn().get("/api/v1/posts").expect(200);
        TestHub.admit().administrator().get(PATH).expect(404);
        administrator.send("DELETE", PATH).expect(204);
        administrator.get(PATH).expect(404);
    }
}
