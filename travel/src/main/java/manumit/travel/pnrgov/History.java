package manumit.travel.pnrgov;

import java.util.ArrayList;
import java.util.List;
import manumit.travel.Change;
import manumit.travel.LocalMoment;
import manumit.travel.edifact.Segment;
import manumit.travel.intake.Dates;
import manumit.travel.intake.Intake;

/// History of a booking: who changed what, and when. Old names and legs are kept as written; of
/// services only the code, and only if such services are kept at all.
final class History {

    private final Intake intake;
    private final List<Change> changes = new ArrayList<>();
    private String by = "";
    private LocalMoment at = LocalMoment.UNKNOWN;
    private String action = "";

    History(Intake intake) {
        this.intake = intake;
    }

    List<Change> changes() {
        return changes;
    }

    /// ABI: who made the changes that follow.
    void begin(Segment abi) {
        StringBuilder who = new StringBuilder();
        for (int element = 2; element < abi.elements(); element++) {
            String text = abi.joined(element).replace(":", "");
            if (!text.isEmpty()) {
                who.append(who.isEmpty() ? "" : " ").append(text);
            }
        }
        by = who.toString();
        at = LocalMoment.UNKNOWN;
        action = "";
    }

    void read(Segment segment) {
        switch (segment.tag()) {
            case "DAT" ->
                    at =
                            Dates.momentDayFirst(segment.text(1, 1), segment.text(1, 2))
                                    .orElse(LocalMoment.UNKNOWN);
            case "SAC" -> action = segment.text(3);
            case "TIF", "TVL" -> add(segment.tag(), intake.masked(segment.verbatim()));
            case "SSR" -> {
                String code = segment.text(1, 0);
                add("SSR", intake.reads(code) ? code : "");
            }
            case "IFT" -> intake.dropFreeText();
            default -> {
                // Numbers of seats, bags and references: not needed.
            }
        }
    }

    private void add(String subject, String written) {
        changes.add(new Change(action, subject, written, at, by));
    }
}
