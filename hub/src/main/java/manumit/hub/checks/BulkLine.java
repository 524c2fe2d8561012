package manumit.hub.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import manumit.hub.identity.Description;
import manumit.hub.web.ProblemException;
import org.jspecify.annotations.Nullable;

/// Lines of `POST /api/v1/checks/bulk`.
final class BulkLine {

    private BulkLine() {}

    /// One question.
    ///
    /// @param key the member's own reference, to be asked again without being counted again; null:
    ///   none
    record Question(
            @Nullable @Size(min = 1, max = 200) String key,
            @Nullable UUID post,
            @Nullable @Size(max = CheckQuestion.MOST_MRZ) String mrz,
            @Nullable @Valid Description traveller) {

        CheckQuestion asked() {
            return new CheckQuestion(post, mrz, traveller);
        }

        @Override
        public String toString() {
            return "Question";
        }
    }

    /// What became of it: the fields of an answer, or a problem.
    ///
    /// @param line of the question, from 1
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            long line,
            @Nullable String key,
            @Nullable @JsonUnwrapped CheckAnswer answer,
            @Nullable Problem problem) {

        static Outcome refused(long line, @Nullable String key, ProblemException e) {
            return new Outcome(
                    line,
                    key,
                    null,
                    new Problem(e.code().name(), String.valueOf(e.getBody().getDetail())));
        }
    }

    /// @param code stable, as in problem details
    /// @param detail the field, and what is accepted
    record Problem(String code, String detail) {}
}
