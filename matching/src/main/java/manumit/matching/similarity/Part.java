package manumit.matching.similarity;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import manumit.matching.knowledge.Equivalents;
import manumit.matching.text.Romaniser;
import manumit.matching.text.Script;
import org.jspecify.annotations.Nullable;

/// One part of a name, ready for comparison.
///
/// Immutable and thread-safe (forms needed for comparison with other scripts are computed on first
/// use and may be computed twice). Equal when written alike. Never shows the name in `toString`.
public final class Part {

    /// Longest part read, in UTF-16 units; the rest is cut.
    public static final int MAX_LENGTH = 80;

    private final String written;
    private final Script script;
    private final List<String> spellings;

    /// Folded Latin letters of each spelling, each form once; same order.
    private final List<String> forms;

    /// The spelling that each form comes from.
    final List<String> sources;

    /// The forms as codes of {@link LatinCosts}, with their weights.
    final byte[][] codes;

    final int[] weights;

    /// Letters of the part's own script, and variants that are written with or without an article;
    /// empty for Latin.
    private final List<String> nativeForms;

    private final String soundClass;

    /// Groups of {@link Equivalents} that any spelling belongs to, ascending: the closest first.
    final int[] groups;

    /// The part with a masculine ending, where it carries the ending of a Slavic woman's surname.
    final @Nullable Part masculine;

    // Forms cut for the tables of other scripts, by the ordinal of the table's script.
    private final LetterTable.Coded[] @Nullable [] coded =
            new LetterTable.Coded[Script.values().length] @Nullable [];

    private Part(String written) {
        this.written = written;
        this.script = Script.of(written);
        String readable = script == Script.LATIN ? withoutDigits(written) : written;
        this.spellings = List.copyOf(Romaniser.spellings(readable));
        List<String> folded = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (String spelling : spellings) {
            String letters = Letters.latin(spelling);
            if (!letters.isEmpty() && !folded.contains(letters)) {
                folded.add(letters);
                sources.add(spelling);
            }
        }
        this.forms = List.copyOf(folded);
        this.sources = List.copyOf(sources);
        this.codes = new byte[forms.size()][];
        this.weights = new int[forms.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = LatinCosts.encode(forms.get(i));
            weights[i] = LatinCosts.shared().weight(codes[i]);
        }
        this.nativeForms = nativeForms(script, written);
        this.soundClass = forms.isEmpty() ? "" : soundClassOf(forms.getFirst());
        this.groups =
                spellings.stream()
                        .flatMapToInt(spelling -> Arrays.stream(Equivalents.groups(spelling)))
                        .sorted()
                        .distinct()
                        .toArray();
        String man = masculine(written.toLowerCase(Locale.ROOT), script);
        this.masculine = man == null ? null : new Part(man);
    }

    /// A part as written: any script, any case; accents, hyphens and apostrophes may be there.
    public static Part of(String written) {
        Objects.requireNonNull(written);
        String s = Normalizer.normalize(cut(written.strip()), Form.NFKC);
        return new Part(cut(s));
    }

    /// Two adjacent parts read as one: Abd Allah as Abdallah.
    public static Part joined(Part first, Part second) {
        return of(first.written + second.written);
    }

    /// As written, in compatibility-composed form.
    public String written() {
        return written;
    }

    public Script script() {
        return script;
    }

    /// Latin spellings, the likeliest first; empty where the part has no letter.
    public List<String> spellings() {
        return spellings;
    }

    /// The spellings in {@link Letters}, each form once, the likeliest first.
    public List<String> forms() {
        return forms;
    }

    /// Coarse consonant skeleton of the likeliest spelling: equal for most spellings of one name
    /// and for many others; a key for rarity and candidates, no proof. Empty where there is no
    /// letter.
    public String soundClass() {
        return soundClass;
    }

    /// Codes of all forms, those with a masculine ending included.
    List<byte[]> allCodes() {
        List<byte[]> all = new ArrayList<>(List.of(codes));
        if (masculine != null) {
            all.addAll(List.of(masculine.codes));
        }
        return all;
    }

    /// All writings that make another part the same: as written and in the letters of its script,
    /// those with a masculine ending included.
    List<String> writings() {
        List<String> all = new ArrayList<>(nativeForms);
        all.add(written);
        if (masculine != null) {
            all.addAll(masculine.writings());
        }
        return all;
    }

    List<String> nativeForms() {
        return nativeForms;
    }

    /// Latin forms, cut for the left side of the table of a script.
    @SuppressWarnings("EnumOrdinal") // a place in a cache, never stored
    LetterTable.Coded[] leftCoded(Script other, LetterTable table) {
        LetterTable.Coded[] result = coded[other.ordinal()];
        if (result == null) {
            result = forms.stream().map(table::codeLeft).toArray(LetterTable.Coded[]::new);
            coded[other.ordinal()] = result;
        }
        return result;
    }

    /// Forms of the part's own script, cut for the right side of its table.
    @SuppressWarnings("EnumOrdinal") // a place in a cache, never stored
    LetterTable.Coded[] rightCoded(LetterTable table) {
        LetterTable.Coded[] result = coded[script.ordinal()];
        if (result == null) {
            result = nativeForms.stream().map(table::codeRight).toArray(LetterTable.Coded[]::new);
            coded[script.ordinal()] = result;
        }
        return result;
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end =
                Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1))
                        ? MAX_LENGTH - 1
                        : MAX_LENGTH;
        return text.substring(0, end);
    }

    /// Digits inside a word are misread letters: J0HN, A1I, 5MITH, 8AKER.
    private static String withoutDigits(String written) {
        if (written.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return written;
        }
        return written.replace('0', 'o').replace('1', 'l').replace('5', 's').replace('8', 'b');
    }

    private static List<String> nativeForms(Script script, String written) {
        if (script == Script.LATIN) {
            return List.of();
        }
        String letters = Letters.of(script, written);
        if (letters.isEmpty()) {
            return List.of();
        }
        if (script == Script.ARABIC && letters.startsWith("ال") && letters.length() > 4) {
            return List.of(letters, letters.substring(2));
        }
        return List.of(letters);
    }

    /// The sound class of letters from {@link Letters#latin}: consonant classes; a vowel only at
    /// the beginning, as one class; h dropped, neighbours of one class counted once.
    public static String soundClassOf(String letters) {
        StringBuilder out = new StringBuilder();
        char last = ' ';
        for (int i = 0; i < letters.length(); i++) {
            char c = soundClass(letters.charAt(i));
            boolean vowel = c == 'a';
            if (c != ' ' && c != last && (!vowel || i == 0)) {
                out.append(c);
            }
            last = c;
        }
        return out.toString();
    }

    private static char soundClass(char letter) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u', 'A', 'E', 'O', 'U', 'I', 'y' -> 'a';
            case 'b', 'p', 'f', 'v', 'w' -> 'b';
            case 'd', 't', 'T', 'D' -> 'd';
            case 'g', 'k', 'q', 'K', 'G' -> 'k';
            case 's', 'z', 'S', 'Z', 'C', 'c', 'Q', 'j', 'x' -> 's';
            case 'h' -> ' ';
            default -> letter;
        };
    }

    /// Endings that a Slavic surname changes for a woman.
    private static @Nullable String masculine(String s, Script script) {
        if (script == Script.CYRILLIC && s.length() >= 5) {
            if (s.endsWith("ова") || s.endsWith("ева") || s.endsWith("ёва")) {
                return s.substring(0, s.length() - 1);
            }
            if (s.endsWith("ская") || s.endsWith("цкая")) {
                return s.substring(0, s.length() - 2) + "ий";
            }
        }
        if (script == Script.LATIN && s.length() >= 5) {
            if (s.endsWith("ova") || s.endsWith("eva")) {
                return s.substring(0, s.length() - 1);
            }
            for (String ending : List.of("skaya", "skaia", "skaja", "ckaya", "ska", "cka")) {
                if (s.endsWith(ending) && s.length() > ending.length() + 1) {
                    return s.substring(0, s.length() - ending.length() + 2) + "i";
                }
            }
        }
        return null;
    }

    /// Does the part end as a Slavic man's surname may?
    boolean hasMasculineEnding() {
        if (masculine != null || forms.isEmpty()) {
            return false;
        }
        String form = forms.getFirst();
        char last = form.charAt(form.length() - 1);
        return last == 'v' || last == 'f' || last == 'w' || last == 'i' || last == 'j';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Part part && part.written.equals(written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return "Part[" + script + ", " + written.length() + " characters]";
    }
}
