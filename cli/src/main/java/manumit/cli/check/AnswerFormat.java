package manumit.cli.check;

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
        json,
        csv,
        table;

        public AnswerFormat format() {
            return switch (this) {
                case json -> new JsonAnswers();
                case csv -> new CsvAnswers();
                case table -> new TableAnswers();
            };
        }
    }
}
