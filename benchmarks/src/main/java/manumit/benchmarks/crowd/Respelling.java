package manumit.benchmarks.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The rules by which a culture's parts get other Latin spellings.
///
/// @param some rules of which one or two are applied
/// @param system rules of another romanisation, all applied in order; may be empty
/// @param transcription takes away what is no Latin letter afterwards
record Respelling(List<Rule> some, List<Rule> system, Transcription transcription) {

    Respelling {
        some = List.copyOf(some);
        system = List.copyOf(system);
    }

    /// One sequence of letters for another.
    ///
    /// @param atStart only at the beginning of a word or syllable
    /// @param atEnd only at the end of one
    record Rule(String from, String to, boolean atStart, boolean atEnd) {

        /// Reads `FROM>TO`, with `^` and `$` as the file of cultures explains.
        static Rule of(String text) {
            String from = text.substring(0, text.indexOf('>')).replace('_', ' ');
            String to = text.substring(text.indexOf('>') + 1).replace('_', ' ');
            boolean atStart = from.startsWith("^");
            // The dollar may stand on either side; on the right it reads better.
            boolean atEnd = from.endsWith("$") || to.endsWith("$");
            return new Rule(
                    from.replace("^", "").replace("$", ""),
                    to.replace("^", "").replace("$", ""),
                    atStart,
                    atEnd);
        }

        /// The letters with the rule applied where it first can be; the same object where nowhere.
        String applied(String letters) {
            for (int i = letters.indexOf(from); i >= 0; i = letters.indexOf(from, i + 1)) {
                int end = i + from.length();
                if ((!atStart || i == 0 || !Character.isLetter(letters.charAt(i - 1)))
                        && (!atEnd
                                || end == letters.length()
                                || !Character.isLetter(letters.charAt(end)))) {
                    return letters.substring(0, i) + to + letters.substring(end);
                }
            }
            return letters;
        }
    }

    static List<Rule> rules(String text) {
        List<Rule> rules = new ArrayList<>();
        for (String rule : text.split(" ", -1)) {
            rules.add(Rule.of(rule));
        }
        return rules;
    }

    /// Another spelling of a part; the common one where no rule applies.
    String other(CrowdPart part, SplittableRandom random) {
        List<String> known = part.others();
        if (!known.isEmpty() && random.nextInt(3) != 0) {
            return known.get(random.nextInt(known.size()));
        }
        return other(part.letters(), random);
    }

    /// Another spelling of letters in lower case.
    String other(String letters, SplittableRandom random) {
        String changed = letters;
        if (!system.isEmpty() && random.nextBoolean()) {
            for (int i = 0; i < system.size(); i++) {
                changed = appliedToSyllables(system.get(i), changed);
            }
        } else {
            int wanted = random.nextInt(3) == 0 ? 2 : 1;
            int start = random.nextInt(some.size());
            for (int i = 0; i < some.size() && wanted > 0; i++) {
                String next = some.get((start + i) % some.size()).applied(changed);
                if (!next.equals(changed)) {
                    changed = next;
                    wanted--;
                }
            }
        }
        if (changed.indexOf('·') >= 0) {
            int joiner = random.nextInt(4);
            changed = changed.replace("·", joiner == 0 ? " " : joiner == 1 ? "-" : "");
        }
        return Transcription.capitalised(transcription.plain(changed));
    }

    private static String appliedToSyllables(Rule rule, String letters) {
        int dot = letters.indexOf('·');
        return dot < 0
                ? rule.applied(letters)
                : rule.applied(letters.substring(0, dot))
                        + "·"
                        + rule.applied(letters.substring(dot + 1));
    }
}
