package manumit.travel.mrz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Replaces characters that are confused in reading, where the check digits then hold.
///
/// Dates and check digits hold digits only: a letter there becomes the digit it resembles. In a
/// number whose check digit fails, one character, or all that read alike, are tried, if they come
/// to stand beside one of their kind (a digit beside a digit); it is repaired only if exactly one
/// way holds. Every repaired field's digit must hold afterwards, and the composite one; else
/// nothing is repaired at all. Fields without check digit are left alone.
///
/// @param text the zone, repaired or as it came
/// @param positions of the characters that differ, ascending
record MrzRepairs(String text, List<Integer> positions) {

    static MrzRepairs of(MrzFormat format, char[] read) {
        char[] text = read.clone();
        MrzLayout layout = MrzLayout.of(format);
        repairDigits(format, layout, text);
        repairNumber(NumberSpan.of(format, text), text);
        MrzLayout.Span optional = layout.span(MrzField.OPTIONAL);
        if (optional.digit() >= 0) {
            repairNumber(
                    new NumberSpan(
                            optional.from(),
                            optional.to(),
                            optional.to(),
                            optional.to(),
                            optional.digit()),
                    text);
        }
        List<Integer> positions = differences(read, text);
        return positions.isEmpty() || !isProven(format, text, positions)
                ? new MrzRepairs(new String(read), List.of())
                : new MrzRepairs(new String(text), positions);
    }

    private static void repairDigits(MrzFormat format, MrzLayout layout, char[] text) {
        for (MrzLayout.Span span : layout.fields()) {
            if (span.field() == MrzField.BIRTH_DATE || span.field() == MrzField.EXPIRY) {
                for (int i = span.from(); i < span.to(); i++) {
                    text[i] = Confusions.digitFor(text[i]);
                }
            }
            if (span.digit() >= 0) {
                text[span.digit()] = Confusions.digitFor(text[span.digit()]);
            }
        }
        NumberSpan number = NumberSpan.of(format, text);
        text[number.digit()] = Confusions.digitFor(text[number.digit()]);
        if (layout.hasComposite()) {
            int digit = layout.compositeDigit();
            text[digit] = Confusions.digitFor(text[digit]);
        }
    }

    private static void repairNumber(NumberSpan span, char[] text) {
        if (span.holds(text)) {
            return;
        }
        Set<String> ways = new LinkedHashSet<>();
        for (int position : span.positions()) {
            char c = text[position];
            char other = Confusions.otherFor(c);
            if (other != c) {
                addIfPlausible(ways, span, with(text, new int[] {position}, c, other), text);
                addIfPlausible(ways, span, with(text, span.positions(), c, other), text);
            }
        }
        List<char[]> holding = ways.stream().map(String::toCharArray).filter(span::holds).toList();
        if (holding.size() == 1) {
            System.arraycopy(holding.getFirst(), 0, text, 0, text.length);
        }
    }

    /// Numbers are letters, then digits: a lone digit among letters, or the reverse, is no repair.
    /// Without this rule every tenth try would hold by chance.
    private static void addIfPlausible(Set<String> ways, NumberSpan span, String way, char[] text) {
        int[] positions = span.positions();
        for (int i = 0; i < positions.length; i++) {
            char c = way.charAt(positions[i]);
            boolean isLone =
                    (i == 0 || !isOfKind(c, way.charAt(positions[i - 1])))
                            && (i == positions.length - 1
                                    || !isOfKind(c, way.charAt(positions[i + 1])));
            if (c != text[positions[i]] && isLone) {
                return;
            }
        }
        ways.add(way);
    }

    private static boolean isOfKind(char a, char b) {
        return a != '<' && b != '<' && Character.isDigit(a) == Character.isDigit(b);
    }

    private static String with(char[] text, int[] positions, char from, char to) {
        char[] changed = text.clone();
        for (int position : positions) {
            if (changed[position] == from) {
                changed[position] = to;
            }
        }
        return new String(changed);
    }

    private static boolean isProven(MrzFormat format, char[] text, List<Integer> positions) {
        NumberSpan number = NumberSpan.of(format, text);
        for (MrzChecks check : MrzChecks.listAll(format, text)) {
            boolean isConcerned =
                    check.field() == MrzField.COMPOSITE
                            || positions.contains(check.digit())
                            || positions.stream().anyMatch(p -> p >= check.from() && p < check.to())
                            || (check.field() == MrzField.NUMBER
                                    && positions.stream()
                                            .anyMatch(p ->
                                                    p >= number.restFrom() && p < number.restTo()));
            if (isConcerned && !check.holds()) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> differences(char[] read, char[] text) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < read.length; i++) {
            if (read[i] != text[i]) {
                positions.add(i);
            }
        }
        return positions;
    }

    /// Never shows the text.
    @Override
    public String toString() {
        return "MrzRepairs[" + positions.size() + " characters]";
    }
}
