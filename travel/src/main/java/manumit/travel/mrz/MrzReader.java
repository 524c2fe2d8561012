package manumit.travel.mrz;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads machine-readable zones. Stateless, thread-safe. No text makes it throw.
public final class MrzReader {

    private MrzReader() {}

    /// Reads one zone: TD1, TD2, TD3, MRV-A or MRV-B. Tolerates lower case, blanks for fillers,
    /// lines joined or split, fillers lost or too many, other lines around. Where the text can be
    /// cut in several ways, the one with most check digits that hold is taken.
    ///
    /// @param text lines apart by CR, LF, tab or `;`, or joined
    /// @param reference date by which two-digit years are resolved: births lie up to it, expiries
    ///   from 49 years before to 50 years after; mostly the day of the check
    public static MrzReading read(String text, LocalDate reference) {
        if (text.length() > MrzLines.MAX_LENGTH) {
            return unreadable(UnreadableCode.TOO_LONG, new MrzPlace(1, 1, 1));
        }
        List<String> lines = MrzLines.split(text);
        if (lines.isEmpty()) {
            return unreadable(UnreadableCode.EMPTY, new MrzPlace(1, 1, 1));
        }
        @Nullable MrzZone best = null;
        for (MrzLines.Cut cut : MrzLines.cuts(lines)) {
            MrzZone zone = MrzZone.of(cut);
            if (zone.isPossible() && (best == null || zone.score() > best.score())) {
                best = zone;
            }
        }
        if (best == null) {
            return unreadable(UnreadableCode.LENGTH_UNKNOWN, firstOddLine(lines));
        }
        if (best.isOldFrenchCard()) {
            return unreadable(UnreadableCode.NATIONAL_LAYOUT, new MrzPlace(1, 1, 5));
        }
        return best.holding() == 0
                ? unreadable(UnreadableCode.NO_CHECK_DIGIT_HOLDS, new MrzPlace(1, 1, 1))
                : new FieldReader(best, reference).read();
    }

    private static MrzReading unreadable(UnreadableCode code, MrzPlace place) {
        return new MrzReading.Unreadable(code, place, code.remedy());
    }

    private static MrzPlace firstOddLine(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            int length = lines.get(i).length();
            if (length != 30 && length != 36 && length != 44) {
                return new MrzPlace(i + 1, 1, length);
            }
        }
        return new MrzPlace(1, 1, lines.getFirst().length());
    }
}
