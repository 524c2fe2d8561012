package manumit.hub.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import manumit.hub.journal.Actors;
import manumit.journal.Act;
import manumit.journal.ActKind;
import manumit.journal.Outcome;
import manumit.journal.RecordReference;
import org.jspecify.annotations.Nullable;

/// What the journal says of a check: one act of whoever asked, and one for each alert that was
/// disclosed, which its owner reads too (R9, R12). Of what is hidden it says nothing.
final class CheckActs {

    static final String CHECK = "checks.check";
    static final String DISCLOSE = "alerts.disclose";
    static final String REPEAT = "checks.repeat";

    private CheckActs() {}

    /// The check first, then what it disclosed.
    static List<Act> of(NewCheck check) {
        List<Act> acts = new ArrayList<>(1 + check.candidates().size());
        acts.add(
                by(check, ActKind.CHECK, CHECK)
                        .withOutcome(check.candidates().isEmpty() ? Outcome.EMPTY : Outcome.DONE)
                        .withRecord(reference(check.member(), check.id()))
                        .withPayload("{\"found\":" + check.candidates().size() + "}"));
        for (CandidateView candidate : check.candidates()) {
            acts.add(
                    by(check, ActKind.READ, DISCLOSE)
                            .withRecord(
                                    new RecordReference(
                                            candidate.owner().toString(),
                                            "alert",
                                            candidate.alert().toString()))
                            .withPayload(
                                    "{\"band\":\""
                                            + candidate.band().code()
                                            + "\",\"check\":\""
                                            + check.id()
                                            + "\"}"));
        }
        return acts;
    }

    /// The same was asked again and answered from what is stored.
    static Act repeat(NewCheck asked, UUID stored) {
        return by(asked, ActKind.READ, REPEAT).withRecord(reference(asked.member(), stored));
    }

    /// Its entry says that it was made, and it could not be kept nor answered.
    static Act failed(NewCheck check) {
        return by(check, ActKind.CHECK, CHECK)
                .withOutcome(Outcome.FAILED)
                .withRecord(reference(check.member(), check.id()));
    }

    private static Act by(NewCheck check, ActKind kind, String action) {
        return Act.of(Actors.of(check.asker().acting()), kind, action)
                .withPurpose(
                        check.asker().reason().operation(), check.asker().reason().purpose().code())
                .withPost(text(check.post()))
                .withSubjects(check.subjects());
    }

    private static RecordReference reference(UUID member, UUID check) {
        return new RecordReference(member.toString(), "check", check.toString());
    }

    private static String text(@Nullable UUID post) {
        return post == null ? "" : post.toString();
    }
}
