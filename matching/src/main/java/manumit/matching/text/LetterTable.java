package manumit.matching.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Context-aware letter rules of one script, read from a commented text file.
///
/// A file names its systems of romanisation (`@systems`), the vowels of the script (`@vowels`),
/// named sets of letters (`@set NAME letters`), and letters that betray a language (`@prefer SYSTEM
/// letters`). Then come the rules, one a line:
///
/// ```
/// letters [left_right] output-of-system-1 output-of-system-2 …
/// ```
///
/// `=` or nothing stands for the output of the first system, `-` for no output. A context is
/// `left_right`; each side is empty or alternatives separated by `|`: `^` or `$` for the edge of
/// the word, `V` a vowel, `C` a consonant, `[…]` any of these letters, or the name of a set. At
/// each place the longest letters win, then the rule with a context, then the earlier one.
/// Characters without a rule write nothing and count as an edge, except the apostrophe, which
/// satisfies no context.
///
/// Immutable, thread-safe. Time is linear in the length of the word.
final class LetterTable {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<String> systems;

    /// Smallest character with a rule; {@link #rules} is indexed by character minus this.
    private final char first;

    /// Candidate rules by first letter, in the order they are to be tried.
    private final Rule[][] rules;

    private final List<Preference> preferences;

    private record Preference(int system, String letters) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Rule(
            String letters, @Nullable Side left, @Nullable Side right, String[] outputs) {
        boolean hasContext() {
            return left != null || right != null;
        }
    }

    /// One side of a context.
    ///
    /// @param edge does the edge of the word satisfy it?
    /// @param members which characters satisfy it, by character minus the table's first
    @SuppressWarnings("ArrayRecordComponent")
    private record Side(boolean edge, boolean[] members) {}

    private LetterTable(
            List<String> systems, char first, Rule[][] rules, List<Preference> preferences) {
        this.systems = systems;
        this.first = first;
        this.rules = rules;
        this.preferences = preferences;
    }

    /// Reads a table from a resource beside this class.
    static LetterTable load(String resource) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = LetterTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource: " + resource + " is missing");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.lines().forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(resource, lines);
    }

    static LetterTable parse(String source, List<String> lines) {
        return new Parser(source).parse(lines);
    }

    /// Spellings of a lower-case word, one per system, without repetition; the system preferred by
    /// its letters first.
    ///
    /// @param limit most spellings
    List<String> spellings(String word, int limit) {
        List<String> result = new ArrayList<>(limit);
        int preferred = preferredSystem(word);
        add(result, apply(word, preferred));
        for (int system = 0; system < systems.size() && result.size() < limit; system++) {
            if (system != preferred) {
                add(result, apply(word, system));
            }
        }
        return result;
    }

    private static void add(List<String> result, String spelling) {
        if (!spelling.isEmpty() && !result.contains(spelling)) {
            result.add(spelling);
        }
    }

    private int preferredSystem(String word) {
        for (Preference preference : preferences) {
            for (int i = 0; i < preference.letters.length(); i++) {
                if (word.indexOf(preference.letters.charAt(i)) >= 0) {
                    return preference.system;
                }
            }
        }
        return 0;
    }

    /// The word in one system.
    String apply(String word, int system) {
        StringBuilder out = new StringBuilder(word.length() * 2);
        for (int i = 0; i < word.length(); ) {
            Rule rule = findRule(word, i);
            if (rule == null) {
                i++;
            } else {
                out.append(rule.outputs[system]);
                i += rule.letters.length();
            }
        }
        return out.toString();
    }

    private @Nullable Rule findRule(String word, int i) {
        int index = word.charAt(i) - first;
        if (index < 0 || index >= rules.length) {
            return null;
        }
        for (Rule rule : rules[index]) {
            int end = i + rule.letters.length();
            if (word.startsWith(rule.letters, i)
                    && accepts(rule.left, word, i - 1)
                    && accepts(rule.right, word, end)) {
                return rule;
            }
        }
        return null;
    }

    private boolean accepts(@Nullable Side side, String word, int at) {
        if (side == null) {
            return true;
        }
        if (at < 0 || at >= word.length()) {
            return side.edge;
        }
        char c = word.charAt(at);
        if (c == '\'') {
            return false;
        }
        int index = c - first;
        if (index < 0 || index >= rules.length || rules[index].length == 0) {
            return side.edge;
        }
        return side.members[index];
    }

    private static final class Parser {
        private final String source;
        private final List<String[]> pending = new ArrayList<>();
        private final Map<String, String> sets = new HashMap<>();
        private final List<String[]> prefer = new ArrayList<>();
        private List<String> systems = List.of("only");
        private char low = Character.MAX_VALUE;
        private char high;

        Parser(String source) {
            this.source = source;
        }

        LetterTable parse(List<String> lines) {
            for (String line : lines) {
                int comment = line.indexOf('#');
                String content = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!content.isEmpty()) {
                    readLine(BLANKS.split(content));
                }
            }
            List<List<Rule>> byLetter = new ArrayList<>();
            for (int i = low; i <= high; i++) {
                byLetter.add(new ArrayList<>());
            }
            pending.forEach(fields -> byLetter.get(fields[0].charAt(0) - low).add(rule(fields)));
            Rule[][] rules = new Rule[byLetter.size()][];
            for (int i = 0; i < byLetter.size(); i++) {
                List<Rule> list = byLetter.get(i);
                list.sort(
                        Comparator.comparingInt((Rule r) -> -r.letters.length())
                                .thenComparing(r -> !r.hasContext()));
                rules[i] = list.toArray(new Rule[0]);
            }
            List<Preference> preferences =
                    prefer.stream().map(f -> new Preference(systems.indexOf(f[1]), f[2])).toList();
            return new LetterTable(systems, low, rules, preferences);
        }

        private void readLine(String[] fields) {
            switch (fields[0]) {
                case "@systems" -> systems = List.of(fields).subList(1, fields.length);
                case "@vowels" -> sets.put("V", fields[1]);
                case "@set" -> sets.put(fields[1], fields[2]);
                case "@prefer" -> {
                    require(systems.contains(fields[1]), fields);
                    prefer.add(fields);
                }
                default -> {
                    require(fields.length >= 2 && !fields[0].startsWith("@"), fields);
                    low = (char) Math.min(low, fields[0].charAt(0));
                    high = (char) Math.max(high, fields[0].charAt(0));
                    pending.add(fields);
                }
            }
        }

        private void require(boolean condition, String[] fields) {
            if (!condition) {
                throw new IllegalStateException(
                        source + ": cannot read the line " + String.join(" ", fields));
            }
        }

        private Rule rule(String[] fields) {
            boolean hasContext = fields[1].indexOf('_') >= 0;
            int start = hasContext ? 2 : 1;
            require(fields.length > start && fields.length - start <= systems.size(), fields);
            String[] outputs = new String[systems.size()];
            for (int i = 0; i < outputs.length; i++) {
                String field = start + i < fields.length ? fields[start + i] : "=";
                outputs[i] = field.equals("=") ? outputs[0] : field.equals("-") ? "" : field;
                require(isPlain(outputs[i]), fields);
            }
            if (!hasContext) {
                return new Rule(fields[0], null, null, outputs);
            }
            int middle = fields[1].indexOf('_');
            return new Rule(
                    fields[0],
                    side(fields[1].substring(0, middle)),
                    side(fields[1].substring(middle + 1)),
                    outputs);
        }

        private static boolean isPlain(String output) {
            return output.chars().allMatch(c -> c >= 'a' && c <= 'z');
        }

        private @Nullable Side side(String text) {
            if (text.isEmpty()) {
                return null;
            }
            boolean edge = false;
            boolean[] members = new boolean[high - low + 1];
            for (String alternative : text.split("\\|", -1)) {
                switch (alternative) {
                    case "^", "$" -> edge = true;
                    case "C" -> {
                        boolean[] vowels = new boolean[members.length];
                        mark(vowels, sets.getOrDefault("V", ""));
                        for (int i = 0; i < members.length; i++) {
                            members[i] |= !vowels[i];
                        }
                    }
                    default -> mark(members, letters(alternative));
                }
            }
            return new Side(edge, members);
        }

        private String letters(String alternative) {
            if (alternative.startsWith("[") && alternative.endsWith("]")) {
                return alternative.substring(1, alternative.length() - 1);
            }
            String named = sets.get(alternative);
            if (named == null) {
                throw new IllegalStateException(source + ": unknown set " + alternative);
            }
            return named;
        }

        private void mark(boolean[] members, String letters) {
            for (int i = 0; i < letters.length(); i++) {
                int index = letters.charAt(i) - low;
                if (index >= 0 && index < members.length) {
                    members[index] = true;
                }
            }
        }
    }
}
