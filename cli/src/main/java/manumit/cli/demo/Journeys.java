package manumit.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Invented travellers at their posts, and officers who work what is found to its outcome.
final class Journeys {

    private static final String CLOSED = "CLOSED";
    private static final int MOST_LOOKS = 100;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Stage stage;
    private final Tally tally;

    Journeys(Stage stage, Tally tally) {
        this.stage = stage;
        this.tally = tally;
    }

    /// Everybody of the cast once.
    ///
    /// @param plays whether the demo plays the asking member's officers to the end, by the code of
    ///   that member; where it does not, it stops when the owner has answered
    void all(Predicate<String> plays) {
        for (Cast.Traveller traveller : stage.cast().travellers()) {
            String member = stage.postOwners().getOrDefault(traveller.post(), "");
            String check = check(traveller);
            for (Cast.Expected expected : traveller.expects()) {
                work(check, member, expected, plays.test(member));
            }
            traveller.hidden().forEach(alert -> ownerIsToldAlone(alert, member));
        }
    }

    /// A check of somebody, at their post.
    ///
    /// @return its identifier
    String check(Cast.Traveller traveller) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("post", stage.post(traveller.post()));
        if (traveller.mrz() != null) {
            question.put("mrz", traveller.mrz());
        } else {
            question.put("traveller", traveller.traveller());
        }
        JsonNode answer = stage.borderOfficer(traveller.post()).post("/api/v1/checks", question);
        List<String> found = new ArrayList<>();
        answer.path("candidates")
                .values()
                .forEach(one -> found.add(one.path("ownerReference").asString()));
        tally.checked(found.size());
        List<String> expected = traveller.expects().stream().map(Cast.Expected::alert).toList();
        if (!found.equals(expected)) {
            tally.wrong("at " + traveller.post() + ": found " + found + ", expected " + expected);
        }
        return answer.path("id").asString();
    }

    private void work(String check, String member, Cast.Expected expected, boolean toTheEnd) {
        Cast.Officers asking = stage.officers(member);
        String alert = stage.alert(expected.alert());
        DemoClient border = stage.person(asking.border());
        if (expected.course() == Cast.Course.NOT_THIS_PERSON) {
            border.post(
                    "/api/v1/checks/" + check + "/verdicts",
                    Map.of(
                            "alert",
                            alert,
                            "verdict",
                            "NOT_THIS_PERSON",
                            "reason",
                            expected.words()));
            tally.setAside();
            return;
        }
        String hit =
                border.post(
                                "/api/v1/hits",
                                Map.of(
                                        "check",
                                        check,
                                        "alert",
                                        alert,
                                        "personWaits",
                                        true,
                                        "note",
                                        "Compared at the desk. Please confirm."))
                        .path("id")
                        .asString();
        tally.asked();
        answer(hit, expected);
        if (toTheEnd) {
            close(hit, stage.person(asking.duty()), expected.course());
        }
    }

    private void answer(String hit, Cast.Expected expected) {
        Cast.Officers owner = stage.officers(stage.owner(expected.alert()));
        boolean confirms = expected.course() == Cast.Course.CONFIRM;
        ownerOf(expected.alert(), owner)
                .post(
                        "/api/v1/hits/" + hit + "/answers",
                        Map.of(
                                "decision",
                                confirms ? "CONFIRM" : "REFUTE",
                                "words",
                                expected.words()));
        if (confirms) {
            tally.confirmed();
        } else {
            tally.refuted();
        }
    }

    /// A confirmed hit gets an action first; a refuted one is closed with its outcome at once.
    private void close(String hit, DemoClient duty, Cast.Course course) {
        if (course == Cast.Course.CONFIRM) {
            duty.post(
                    "/api/v1/hits/" + hit + "/actions",
                    Map.of(
                            "action",
                            "SPOKEN_WITH",
                            "words",
                            "Spoken with, alone, in a quiet room."));
        }
        duty.post(
                "/api/v1/hits/" + hit + "/outcomes",
                Map.of(
                        "outcome",
                        course == Cast.Course.CONFIRM ? "LOCATED_OWNER_TOLD" : "NOT_THIS_PERSON",
                        "words",
                        "Went on. The owner was told."));
        String state = duty.read("/api/v1/hits/" + hit).path("state").asString();
        if (state.equals(CLOSED)) {
            tally.closed();
        } else {
            tally.wrong("a hit that was worked to its outcome is " + state);
        }
    }

    /// R3: the owner is told of a match that the asking member must not know of.
    private void ownerIsToldAlone(String reference, String asking) {
        DemoClient owner = ownerOf(reference, stage.officers(stage.owner(reference)));
        if (isListedSoon(owner, reference)) {
            tally.hidden();
        } else {
            tally.wrong("the owner of " + reference + " was not told of a hidden hit");
        }
        if (isListed(stage.person(stage.officers(asking).duty()), reference)) {
            tally.wrong(asking + " sees a hit that is hidden from it");
        }
    }

    /// The hub makes hidden hits apart from the answer of the check, within a second.
    private static boolean isListedSoon(DemoClient person, String reference) {
        for (int i = 0; i < MOST_LOOKS; i++) {
            if (isListed(person, reference)) {
                return true;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return false;
    }

    private static boolean isListed(DemoClient person, String reference) {
        for (JsonNode hit : person.read("/api/v1/hits?limit=500").path("items").values()) {
            if (hit.path("ownerReference").asString("").equals(reference)
                    && hit.path("hidden").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    private DemoClient ownerOf(String reference, Cast.Officers owner) {
        boolean sheltered =
                stage.cast().alerts().stream()
                        .filter(one -> one.ownerReference().equals(reference))
                        .anyMatch(Stage::isSheltered);
        return stage.person(sheltered ? owner.specialist() : owner.duty());
    }
}
