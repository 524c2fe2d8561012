package manumit.cli.check;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import manumit.cli.evidence.EvidenceWords;
import manumit.cli.output.Numbers;
import manumit.matching.Candidate;
import manumit.matching.Evidence;
import manumit.matching.Field;

/// One row per candidate, reasons in words. A traveller without candidates has one row with the
/// band `none`, so that nobody seems to have been forgotten.
final class CsvAnswers implements AnswerFormat {

    private final EvidenceWords words = EvidenceWords.english();

    @Override
    public String header() {
        return rows(
                List.<String[]>of(
                        new String[] {
                            "id", "rank", "list", "entity", "name", "score", "band", "reasons"
                        }));
    }

    @Override
    public String render(Answer answer) {
        String id = answer.traveller().id();
        if (answer.candidates().isEmpty()) {
            return rows(List.<String[]>of(new String[] {id, "", "", "", "", "", "none", ""}));
        }
        List<String[]> rows = new ArrayList<>();
        for (Candidate candidate : answer.candidates()) {
            rows.add(
                    new String[] {
                        id,
                        Integer.toString(rows.size() + 1),
                        candidate.identity().list(),
                        candidate.identity().entity(),
                        ListedName.of(candidate),
                        Numbers.score(candidate.comparison().score()).toPlainString(),
                        candidate.comparison().band().code(),
                        reasons(answer, candidate)
                    });
        }
        return rows(rows);
    }

    private String reasons(Answer answer, Candidate candidate) {
        return candidate.comparison().evidence().stream()
                .filter(e -> e.field() != Field.PRIOR && !isEmpty(e))
                .map(e ->
                        words.say(
                                e,
                                answer.traveller().particulars(),
                                candidate.identity().particulars()))
                .collect(Collectors.joining("; "));
    }

    private static boolean isEmpty(Evidence e) {
        return e.query().isEmpty() && e.record().isEmpty() && Math.abs(e.bits()) < 0.05;
    }

    private static String rows(List<String[]> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
