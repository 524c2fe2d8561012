package manumit.benchmarks.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the evaluation can measure, each part on its own.
public enum Section {
    ALIASES("One name against one name: official aliases"),
    ANALYST("Whole records: pairs judged by analysts"),
    SCRIPTS("One part of a name across scripts"),
    ORIGINALS("Whole names across scripts"),
    LIST("A whole list: people on it and people who are not"),
    ERRORS("Slips of writing and reading, on invented people");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    /// A heading in plain words.
    public String title() {
        return title;
    }

    /// Lower case, as on the command line.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The section of that code.
    public static Optional<Section> find(String code) {
        return Arrays.stream(values())
                .filter(s -> s.code().equals(code.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
