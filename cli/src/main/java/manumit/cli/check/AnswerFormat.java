package manumit.cli.check;

import java.util.function.Supplier;

/// How answers are written. Rendering happens on several threads: implementations are thread-safe.
public interface AnswerFormat {

    /// Comes first; ends with a line feed unless empty.
    default String header() {
        return "";
    }

    /// One answer, ending with a line feed.
    String render(Answer answer);

    /// Comes last; ends with a line feed unless empty.
    default String footer() {
        return "";
    }

    /// The formats by name.
    enum Choice {
        json(JsonAnswers::new),
        csv(CsvAnswers::new),
        table(TableAnswers::new);

        private final Supplier<AnswerFormat> format;

        Choice(Supplier<AnswerFormat> format) {
            this.format = format;
        }

        public AnswerFormat format() {
            return format.get();
        }
    }
}
