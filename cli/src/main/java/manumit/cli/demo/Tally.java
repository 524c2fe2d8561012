package manumit.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What came of the demo, beside what had to. Not thread-safe.
final class Tally {

    private int checks;
    private int candidates;
    private int hidden;
    private int asked;
    private int confirmed;
    private int refuted;
    private int setAside;
    private int closed;
    private final List<String> wrong = new ArrayList<>();

    void checked(int found) {
        checks++;
        candidates += found;
    }

    void hidden() {
        hidden++;
    }

    void asked() {
        asked++;
    }

    void confirmed() {
        confirmed++;
    }

    void refuted() {
        refuted++;
    }

    void setAside() {
        setAside++;
    }

    void closed() {
        closed++;
    }

    /// @param what must not have happened, without personal data
    void wrong(String what) {
        wrong.add(what);
    }

    /// As it had to be?
    boolean isAsExpected(Cast cast) {
        long toAsk =
                cast.expected().stream()
                        .filter(one -> one.course() != Cast.Course.NOT_THIS_PERSON)
                        .count();
        return wrong.isEmpty()
                && checks == cast.travellers().size()
                && candidates == cast.expected().size()
                && asked == toAsk
                && closed == toAsk;
    }

    /// For `--json`.
    Map<String, Object> figures(Cast cast, double seconds) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("members", cast.members().size());
        figures.put("alerts", cast.alerts().size());
        figures.put("checks", checks);
        figures.put("candidates", candidates);
        figures.put("hidden", hidden);
        figures.put("set_aside", setAside);
        figures.put("asked", asked);
        figures.put("confirmed", confirmed);
        figures.put("refuted", refuted);
        figures.put("closed", closed);
        figures.put("wrong", wrong);
        figures.put("as_expected", isAsExpected(cast));
        figures.put("seconds", Math.round(seconds * 10) / 10.0);
        return figures;
    }
}
