package manumit.cli.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Sets up a new hub for the demo, through the API, as its people would: members are admitted,
/// officers invited, posts made, alerts written, looked at by a second person, and circulated.
///
/// @param people signed in, by display name
/// @param posts identifiers by name
/// @param postOwners codes of members by name of the post
/// @param alerts identifiers by the owner's reference
record Stage(
        Cast cast,
        Map<String, DemoClient> people,
        Map<String, String> posts,
        Map<String, String> postOwners,
        Map<String, String> alerts) {

    private static final String ADMINISTRATION = "administration";
    private static final String INVESTIGATION = "investigation";
    private static final String BORDER = "border-check";
    private static final String PROTECTION = "victim-protection";

    static Stage set(Cast cast, String address, LocalDate today, Consumer<String> progress) {
        Stage stage =
                new Stage(cast, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        DemoClient coordinator =
                DemoClient.signIn(address, "First administrator", cast.operation(), ADMINISTRATION);
        for (Cast.Member member : cast.members()) {
            progress.accept("admitting " + member.name());
            stage.admit(coordinator, address, member);
        }
        for (Cast.Alert alert : cast.alerts()) {
            stage.circulate(alert, today);
        }
        progress.accept(cast.alerts().size() + " alerts circulate");
        return stage;
    }

    DemoClient person(String name) {
        DemoClient person = people.get(name);
        if (person == null) {
            throw new IllegalStateException("the demo lacks one of its people");
        }
        return person;
    }

    Cast.Officers officers(String member) {
        return cast.members().stream()
                .filter(one -> one.code().equals(member))
                .findFirst()
                .orElseThrow()
                .officers();
    }

    /// Who works at a post.
    DemoClient borderOfficer(String post) {
        return person(officers(value(postOwners, post)).border());
    }

    String post(String name) {
        return value(posts, name);
    }

    String alert(String reference) {
        return value(alerts, reference);
    }

    /// The member that owns an alert.
    String owner(String reference) {
        return cast.alerts().stream()
                .filter(one -> one.ownerReference().equals(reference))
                .findFirst()
                .orElseThrow()
                .owner();
    }

    /// Whether only a victim specialist may keep it (R17).
    static boolean isSheltered(Cast.Alert alert) {
        return List.of("PROTECT", "MISSING").contains(text(alert, "kind"))
                || List.of("VICTIM", "POTENTIAL_VICTIM", "WITNESS")
                        .contains(text(alert, "personStatus"));
    }

    private void admit(DemoClient coordinator, String address, Cast.Member member) {
        String id =
                coordinator
                        .post(
                                "/api/v1/members",
                                Map.of(
                                        "code", member.code(),
                                        "kind", "COUNTRY",
                                        "name", member.name()))
                        .path("id")
                        .asString();
        Cast.Officers officers = member.officers();
        coordinator.post(
                "/api/v1/users/first-administrators",
                Map.of(
                        "member", id,
                        "signInName", signInName(member, "administrator"),
                        "displayName", officers.administrator()));
        DemoClient administrator = signIn(address, officers.administrator(), ADMINISTRATION);
        for (JsonNode post : member.posts()) {
            String name = post.path("name").asString();
            posts.put(name, administrator.post("/api/v1/posts", post).path("id").asString());
            postOwners.put(name, member.code());
        }
        invite(administrator, member, officers.duty(), "duty", "DUTY_OFFICER");
        invite(administrator, member, officers.second(), "second", "DUTY_OFFICER");
        invite(administrator, member, officers.border(), "border", "BORDER_OFFICER");
        invite(administrator, member, officers.specialist(), "specialist", "VICTIM_SPECIALIST");
        signIn(address, officers.duty(), INVESTIGATION);
        signIn(address, officers.second(), INVESTIGATION);
        signIn(address, officers.border(), BORDER);
        signIn(address, officers.specialist(), PROTECTION);
    }

    private void circulate(Cast.Alert alert, LocalDate today) {
        Cast.Officers officers = officers(alert.owner());
        DemoClient maker = person(isSheltered(alert) ? officers.specialist() : officers.duty());
        Map<String, Object> body = new TreeMap<>(alert.body());
        body.put("operation", cast.operation());
        body.put("reviewOn", today.plusMonths(11).toString());
        JsonNode made = maker.post("/api/v1/alerts", body);
        String id = made.path("id").asString();
        JsonNode proposed =
                maker.post(
                        "/api/v1/alerts/" + id + "/proposals",
                        Map.of(),
                        made.path("version").asLong());
        person(officers.second())
                .post(
                        "/api/v1/alerts/" + id + "/reviews",
                        Map.of(
                                "decision", "CIRCULATE",
                                "neutral", true,
                                "rightsRespected", true,
                                "refugeeFlag", false,
                                "reason", ""),
                        proposed.path("version").asLong());
        alerts.put(alert.ownerReference(), id);
    }

    private DemoClient signIn(String address, String name, String purpose) {
        DemoClient person = DemoClient.signIn(address, name, cast.operation(), purpose);
        people.put(name, person);
        return person;
    }

    private static void invite(
            DemoClient administrator, Cast.Member member, String name, String post, String role) {
        administrator.post(
                "/api/v1/users",
                Map.of(
                        "signInName", signInName(member, post),
                        "displayName", name,
                        "roles", List.of(role)));
    }

    private static String signInName(Cast.Member member, String post) {
        return post + "@" + member.code().toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(Cast.Alert alert, String field) {
        JsonNode value = alert.body().get(field);
        return value == null ? "" : value.asString("");
    }

    private static String value(Map<String, String> map, String key) {
        String value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("the demo lacks something of its cast");
        }
        return value;
    }
}
