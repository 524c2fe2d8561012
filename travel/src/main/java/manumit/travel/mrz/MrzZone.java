package manumit.travel.mrz;

import java.util.ArrayList;
import java.util.List;

/// A zone in its format, repaired where the check digits allow it.
///
/// @param cut how the text was cut
/// @param read characters as they came; those of no zone are fillers
/// @param foreign positions of those
/// @param text characters after repair
/// @param repaired positions where `text` differs from `read`
/// @param checks check digits of `text`
record MrzZone(
        MrzLines.Cut cut,
        String read,
        List<Integer> foreign,
        String text,
        List<Integer> repaired,
        List<MrzChecks> checks) {

    static MrzZone of(MrzLines.Cut cut) {
        char[] read = cut.text().toCharArray();
        List<Integer> foreign = new ArrayList<>(0);
        for (int i = 0; i < read.length; i++) {
            char c = read[i];
            if (c != '<' && (c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                foreign.add(i);
                read[i] = '<';
            }
        }
        MrzRepairs repairs = MrzRepairs.of(cut.format(), read);
        return new MrzZone(
                cut,
                new String(read),
                foreign,
                repairs.text(),
                repairs.positions(),
                MrzChecks.listAll(cut.format(), repairs.text().toCharArray()));
    }

    MrzFormat format() {
        return cut.format();
    }

    MrzLayout layout() {
        return MrzLayout.of(cut.format());
    }

    /// May it be taken? A guess needs all check digits, and no repairs.
    boolean isPossible() {
        return !cut.isGuess() || (repaired.isEmpty() && checks.stream().allMatch(MrzChecks::holds));
    }

    /// Number of check digits that hold over something.
    int holding() {
        return (int) checks.stream().filter(check -> check.holds() && !check.isEmpty()).count();
    }

    /// For choosing among cuts: digits that hold, less what had to be bent.
    int score() {
        return 10 * holding()
                - 5 * foreign.size()
                - 2 * repaired.size()
                - (cut.isMended() ? 1 : 0)
                - (cut.isRecut() ? 1 : 0);
    }

    /// Two lines of 36 with fields of their own, issued until 2021.
    boolean isOldFrenchCard() {
        return format() == MrzFormat.TD2
                && cut.text().startsWith("IDFRA")
                && checks.stream().filter(MrzChecks::holds).count() < 3;
    }

    String text(MrzLayout.Span span) {
        return text.substring(span.from(), span.to());
    }

    /// Never shows the text.
    @Override
    public String toString() {
        return "MrzZone[" + format() + "]";
    }
}
