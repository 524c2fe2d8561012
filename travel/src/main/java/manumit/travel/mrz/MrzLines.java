package manumit.travel.mrz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Cuts what a scanner, a recogniser or a person typed into the lines of a format.
///
/// Lines end with CR, LF, tab or `;`. Blanks stand for fillers, or for nothing; lower case for
/// capitals; `«` and its like for fillers. Lines may be joined or split anywhere, fillers at the
/// end of a line lost or too many, other lines around.
final class MrzLines {

    static final int MAX_LENGTH = 1000;

    /// Shortest line looked at among lines of other text.
    private static final int LIKELY_LENGTH = 28;

    private static final int MAX_LINES = 40;

    /// Most fillers that may be lost or too many within a line.
    private static final int MOST_FILLERS_GUESSED = 4;

    /// One way to cut the text.
    ///
    /// @param text joined lines, of the format's size; may hold characters that no zone has
    /// @param isRecut the line ends of the text were not those of the format
    /// @param mendedLine first line to which fillers were added or from which they were taken, from
    ///   1; 0 if none
    /// @param isGuess they were within a line, where only check digits can tell whether that is
    ///   right: all of them have to hold
    record Cut(MrzFormat format, String text, boolean isRecut, int mendedLine, boolean isGuess) {

        boolean isMended() {
            return mendedLine > 0;
        }

        /// Never shows the text.
        @Override
        public String toString() {
            return "Cut[" + format + "]";
        }
    }

    private final Set<Cut> cuts = new LinkedHashSet<>();

    private MrzLines() {}

    /// The lines of a text that are not blank, in capitals, blanks as ` `.
    static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            add(text.codePointAt(i), line, lines);
        }
        add('\n', line, lines);
        return lines;
    }

    /// All ways in which lines make up a format, the plainest first; empty if there is none.
    static List<Cut> cuts(List<String> lines) {
        return only(lines).map(List::of).orElseGet(() -> all(lines));
    }

    /// The cut of lines that have the sizes of a format as they stand, where {@link #all} would
    /// find no other: nearly always so, and the rest takes most of the time. Lines of visas may be
    /// cut in two ways, as both of them may end in fillers.
    static Optional<Cut> only(List<String> lines) {
        int width = lines.getFirst().length();
        for (String line : lines) {
            if (line.length() != width || line.startsWith("V") || line.indexOf(' ') >= 0) {
                return Optional.empty();
            }
        }
        if (lines.size() == 2 && (width == 44 || width == 36)) {
            String joined = lines.getFirst() + lines.getLast();
            return Optional.of(new Cut(twoLines(joined, width), joined, false, 0, false));
        }
        return lines.size() == 3 && width == 30
                ? Optional.of(new Cut(MrzFormat.TD1, String.join("", lines), false, 0, false))
                : Optional.empty();
    }

    /// What {@link #cuts} gives, found by trying everything.
    static List<Cut> all(List<String> lines) {
        MrzLines all = new MrzLines();
        List<String> stripped = lines.stream().map(line -> line.strip().replace(' ', '<')).toList();
        all.add(stripped);
        all.add(lines.stream().map(line -> line.replace(' ', '<')).toList());
        all.add(lines.stream().map(line -> line.replace(" ", "")).toList());
        List<String> likely =
                stripped.stream()
                        .filter(line -> line.length() >= LIKELY_LENGTH && line.contains("<"))
                        .limit(MAX_LINES)
                        .toList();
        if (likely.size() < lines.size()) {
            for (int i = 0; i < likely.size(); i++) {
                all.addLines(likely.subList(i, Math.min(i + 2, likely.size())));
                all.addLines(likely.subList(i, Math.min(i + 3, likely.size())));
            }
        }
        return List.copyOf(all.cuts);
    }

    private static void add(int c, StringBuilder line, List<String> lines) {
        switch (c) {
            case '\n', '\r', '\t', ';', 0x0B, '\f', 0x85, 0x2028, 0x2029 -> {
                if (!line.toString().isBlank()) {
                    lines.add(line.toString());
                }
                line.setLength(0);
            }
            case '«', '≪', '《' -> line.append("<<");
            case '‹', '〈', '＜' -> line.append('<');
            default -> {
                if (c == '<' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                    line.append((char) c);
                } else if (c == 0xA0 || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    line.append(' ');
                } else if (c >= 'a' && c <= 'z') {
                    line.append((char) (c - 'a' + 'A'));
                } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
                    line.append(Character.isBmpCodePoint(c) ? (char) c : '?');
                }
            }
        }
    }

    private void add(List<String> lines) {
        addLines(lines);
        String joined = String.join("", lines);
        switch (joined.length()) {
            case 90 -> addJoined(MrzFormat.TD1, joined, lines.size());
            case 88 -> addJoined(twoLines(joined, 44), joined, lines.size());
            case 72 -> addJoined(twoLines(joined, 36), joined, lines.size());
            case 60 -> addJoined(MrzFormat.TD1, joined + "<".repeat(30), 0);
            default -> {}
        }
    }

    private void addJoined(MrzFormat format, String joined, int lines) {
        cuts.add(new Cut(format, joined, lines != format.lines(), 0, false));
    }

    private void addLines(List<String> lines) {
        if (lines.size() == 3) {
            addLines(MrzFormat.TD1, lines);
        } else if (lines.size() == 2) {
            addLines(twoLines(lines.getFirst(), 44), lines);
            addLines(twoLines(lines.getFirst(), 36), lines);
        }
    }

    private void addLines(MrzFormat format, List<String> lines) {
        StringBuilder text = new StringBuilder(format.size());
        int mendedLine = 0;
        boolean isGuess = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int missing = format.width() - line.length();
            if (missing == 0) {
                text.append(line);
                continue;
            }
            mendedLine = mendedLine == 0 ? i + 1 : mendedLine;
            if (endsInFillers(format, i)) {
                if (missing < 0 && !line.substring(format.width()).matches("<*")) {
                    return;
                }
                text.append(line, 0, Math.min(line.length(), format.width()));
                text.repeat('<', Math.max(0, missing));
            } else if (Math.abs(missing) <= MOST_FILLERS_GUESSED && line.contains("<<")) {
                isGuess = true;
                text.append(withFillers(line, missing));
            } else {
                return;
            }
        }
        if (text.length() == format.size()) {
            cuts.add(new Cut(format, text.toString(), false, mendedLine, isGuess));
        }
    }

    /// The line with fillers added to its longest run of them, or taken from it.
    private static String withFillers(String line, int missing) {
        int start = 0;
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '<' ? run + 1 : 0;
            if (run > longest) {
                longest = run;
                start = i - run + 1;
            }
        }
        int end = start + longest;
        return line.substring(0, start)
                + "<".repeat(Math.max(0, longest + missing))
                + line.substring(end);
    }

    private static boolean endsInFillers(MrzFormat format, int line) {
        return line != 1 || format.isVisa();
    }

    private static MrzFormat twoLines(String text, int width) {
        boolean isVisa = text.startsWith("V");
        if (width == 44) {
            return isVisa ? MrzFormat.MRV_A : MrzFormat.TD3;
        }
        return isVisa ? MrzFormat.MRV_B : MrzFormat.TD2;
    }
}
