package manumit.cli.check;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import manumit.cli.evidence.EvidenceWords;
import manumit.cli.output.Numbers;
import manumit.cli.output.SafeText;
import manumit.lists.Traveller;
import manumit.matching.Candidate;
import manumit.matching.Evidence;
import manumit.matching.Field;
import manumit.matching.Outcome;

/// For reading on a terminal of 80 columns or more. Each reason has a line of its own, numbers
/// first: so names that run from right to left cannot disturb a column.
///
/// ```
/// T-07  Ivan Petroff, 1964, BG
///   possible  0.941200  Иван Петров  (sample SL-9)
///       +4.5  agree         same birth year: 1964
/// ```
public final class TableAnswers implements AnswerFormat {

    /// Reasons lighter than this, in bits, are left out if they compare nothing either.
    private static final double LIGHT_BITS = 0.05;

    private static final List<String> SHOWN_BESIDE_NAME =
            List.of("birth_date", "sex", "nationality", "document_number");

    /// Width that joined reasons are wrapped to.
    private static final int COLUMNS = 100;

    private static final String REASONS_INDENT = "      ";

    /// How reasons are set.
    public enum Reasons {
        /// One on each line, with its bits and outcome.
        LISTED,
        /// Joined by semicolons, without numbers.
        TOGETHER
    }

    private final EvidenceWords words = EvidenceWords.english();
    private final Reasons reasons;

    public TableAnswers() {
        this(Reasons.LISTED);
    }

    public TableAnswers(Reasons reasons) {
        this.reasons = reasons;
    }

    @Override
    public String render(Answer answer) {
        StringBuilder text = new StringBuilder();
        text.append(SafeText.of(answer.traveller().id()))
                .append("  ")
                .append(describe(answer.traveller()))
                .append('\n');
        if (answer.candidates().isEmpty()) {
            text.append("  none\n");
        }
        for (Candidate candidate : answer.candidates()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %-8s  %s  %s  (%s %s)\n",
                            candidate.comparison().band().code(),
                            Numbers.score(candidate.comparison().score())
                                    .setScale(6, RoundingMode.DOWN),
                            SafeText.of(ListedName.of(candidate)),
                            SafeText.of(candidate.identity().list()),
                            SafeText.of(candidate.identity().entity())));
            switch (reasons) {
                case LISTED -> appendListed(text, answer, candidate);
                case TOGETHER -> appendTogether(text, answer, candidate);
            }
        }
        return text.append('\n').toString();
    }

    private void appendListed(StringBuilder text, Answer answer, Candidate candidate) {
        for (Evidence e : candidate.comparison().evidence()) {
            if (isWorthALine(e)) {
                text.append(REASONS_INDENT)
                        .append(Numbers.signedBits(e.bits()))
                        .append(String.format(Locale.ROOT, "  %-12s  ", words.outcome(e.outcome())))
                        .append(say(e, answer, candidate))
                        .append('\n');
            }
        }
    }

    private void appendTogether(StringBuilder text, Answer answer, Candidate candidate) {
        List<String> said =
                candidate.comparison().evidence().stream()
                        .filter(TableAnswers::isWorthALine)
                        .map(e -> say(e, answer, candidate))
                        .toList();
        int column = 0;
        for (int i = 0; i < said.size(); i++) {
            String reason = said.get(i) + (i + 1 < said.size() ? ";" : "");
            if (column > 0 && column + 1 + reason.length() > COLUMNS) {
                text.append('\n');
                column = 0;
            }
            text.append(column == 0 ? REASONS_INDENT : " ").append(reason);
            column += (column == 0 ? REASONS_INDENT.length() : 1) + reason.length();
        }
        if (column > 0) {
            text.append('\n');
        }
    }

    private String say(Evidence e, Answer answer, Candidate candidate) {
        return words.say(e, answer.traveller().particulars(), candidate.identity().particulars());
    }

    private static boolean isWorthALine(Evidence e) {
        return e.field() != Field.PRIOR
                && (e.outcome() != Outcome.UNKNOWN || Math.abs(e.bits()) >= LIGHT_BITS);
    }

    @Override
    public String footer() {
        return "A candidate is not a ground for action. Compare the person with the record first.\n";
    }

    /// The given fields in one line: the name, then what was given beside it. Where the name comes
    /// from a machine-readable zone, as it was understood.
    static String describe(Traveller traveller) {
        Map<String, String> given = traveller.given();
        List<String> parts = new ArrayList<>();
        String name = given.getOrDefault("name", "");
        if (name.isBlank()) {
            name =
                    (given.getOrDefault("given_names", "")
                                    + " "
                                    + given.getOrDefault("family_name", ""))
                            .strip();
        }
        if (name.isBlank() && !traveller.particulars().names().isEmpty()) {
            name = traveller.particulars().names().getFirst().whole();
        }
        parts.add(name.isBlank() ? "(no name)" : SafeText.of(name));
        for (String field : SHOWN_BESIDE_NAME) {
            String value = given.getOrDefault(field, "");
            if (!value.isBlank()) {
                parts.add(SafeText.of(value.strip()));
            }
        }
        return String.join(", ", parts);
    }
}
