package manumit.hub.hits;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers and proposed answers, as the steps of a hit tell them.
final class Answers {

    private static final Set<StepKind> ANSWERED = Set.of(StepKind.CONFIRMED, StepKind.REFUTED);
    private static final Set<StepKind> SECONDED =
            Set.of(StepKind.SECOND_AGREED, StepKind.SECOND_DISAGREED);

    private Answers() {}

    /// The proposal that a second person has neither agreed nor disagreed with.
    static Optional<HitStep> proposed(List<HitStep> steps) {
        Optional<HitStep> last =
                steps.stream()
                        .filter(step ->
                                step.kind() == StepKind.ANSWER_PROPOSED
                                        || SECONDED.contains(step.kind())
                                        || ANSWERED.contains(step.kind()))
                        .reduce((_, later) -> later);
        return last.filter(step -> step.kind() == StepKind.ANSWER_PROPOSED);
    }

    static HitView.Answer proposal(HitStep step) {
        return new HitView.Answer(
                Deed.valueOf(step.code()), step.words(), step.by(), "", step.at());
    }

    /// @param decision that holds now; null: none
    static Optional<HitView.Answer> current(List<HitStep> steps, @Nullable Deed decision) {
        if (decision == null) {
            return Optional.empty();
        }
        String second = "";
        Optional<HitView.Answer> answer = Optional.empty();
        for (HitStep step : steps) {
            if (step.kind() == StepKind.SECOND_AGREED) {
                second = step.by();
            } else if (ANSWERED.contains(step.kind())) {
                answer =
                        Optional.of(
                                new HitView.Answer(
                                        Deed.valueOf(step.code()),
                                        step.words(),
                                        step.by(),
                                        second,
                                        step.at()));
                second = "";
            }
        }
        return answer.filter(one -> one.decision() == decision);
    }
}
