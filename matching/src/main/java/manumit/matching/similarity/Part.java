package manumit.matching.similarity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import manumit.matching.knowledge.Equivalents;
import manumit.matching.text.Romaniser;
import manumit.matching.text.Script;
import manumit.matching.text.TextNormaliser;
import org.jspecify.annotations.Nullable;

/// One part of a name, ready for comparison.
///
/// Immutable and thread-safe (rarity and forms needed for comparison with other scripts are
/// computed on first use and may be computed twice). Equal when written alike. Never shows the name
/// in `toString`.
public final class Part {

    /// Longest part read, in UTF-16 units; the rest is cut.
    public static final int MAX_LENGTH = 80;

    private static final int SCRIPTS = Script.values().length;

    /// The sound class of each letter of {@link Letters#LATIN}; a blank where it has none.
    private static final byte[] SOUND_CLASSES = soundClasses();

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

    /// The letters of each code: bit i is set where letter i of {@link Letters#LATIN} occurs.
    final long[] masks;

    /// The letters of all codes together, those of {@link #masculine} included, as in {@link
    /// #masks}; 0 where there is none.
    final long letterMask;

    /// Greatest weight of any code, those of {@link #masculine} included; 0 where there is none.
    final int heaviest;

    /// Smallest weight of any code, those of {@link #masculine} included; 0 where there is none.
    final int lightest;

    /// Letters of the part's own script, and variants that are written with or without an article;
    /// empty for Latin.
    private final List<String> nativeForms;

    private final String soundClass;

    /// Groups of {@link Equivalents} that any spelling belongs to, ascending: the closest first.
    final int[] groups;

    /// The part with a masculine ending, where it carries the ending of a Slavic woman's surname.
    final @Nullable Part masculine;

    // Forms cut for the tables of other scripts, by the ordinal of the table's script; null before
    // the first is needed.
    private LetterTable.Coded @Nullable [] @Nullable [] coded;

    // What letters add at least to the cost of each form; null before it is needed. Where another
    // thread sees one half written, the zeros in it are a bound, too.
    private byte @Nullable [] @Nullable [] reaches;

    // Keys, computed on first use: few parts of a list are ever asked.
    private long @Nullable [] keys;

    // Rarity and 1, so that 0 stands for not yet computed. A float holds sixteenths of a bit as
    // they
    // are, and is never seen half written.
    private float rarityAndOne;

    private Part(String written) {
        this.written = written;
        this.script = Script.of(written);
        String readable = script == Script.LATIN ? withoutDigits(written) : written;
        this.spellings = List.copyOf(Romaniser.spellings(readable));
        if (spellings.size() == 1) {
            String letters = Letters.latin(spellings.getFirst());
            this.forms = letters.isEmpty() ? List.of() : List.of(letters);
            this.sources = letters.isEmpty() ? List.of() : spellings;
        } else {
            List<String> folded = new ArrayList<>(spellings.size());
            List<String> origins = new ArrayList<>(spellings.size());
            for (String spelling : spellings) {
                String letters = Letters.latin(spelling);
                if (!letters.isEmpty() && !folded.contains(letters)) {
                    folded.add(letters);
                    origins.add(spelling);
                }
            }
            this.forms = List.copyOf(folded);
            this.sources = List.copyOf(origins);
        }
        this.codes = new byte[forms.size()][];
        this.weights = new int[forms.size()];
        this.masks = new long[forms.size()];
        LatinCosts costs = LatinCosts.shared();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = LatinCosts.encode(forms.get(i));
            weights[i] = costs.weight(codes[i]);
            masks[i] = LatinCosts.mask(codes[i]);
        }
        this.nativeForms = nativeForms(script, written);
        this.soundClass = forms.isEmpty() ? "" : soundClassOf(forms.getFirst());
        this.groups = groups(spellings);
        String man = masculine(written, script);
        this.masculine = man == null ? null : new Part(man);
        long allLetters = masculine == null ? 0 : masculine.letterMask;
        int most = masculine == null ? 0 : masculine.heaviest;
        int least = masculine == null ? Integer.MAX_VALUE : masculine.lightest;
        for (int i = 0; i < codes.length; i++) {
            allLetters |= masks[i];
            most = Math.max(most, weights[i]);
            least = Math.min(least, weights[i]);
        }
        this.letterMask = allLetters;
        this.heaviest = most;
        this.lightest = least == Integer.MAX_VALUE ? 0 : least;
    }

    /// A part as written: any script, any case; accents, hyphens and apostrophes may be there.
    public static Part of(String written) {
        Objects.requireNonNull(written);
        return new Part(cut(TextNormaliser.composed(cut(written.strip()))));
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

    /// Fewest letters that a full field leaves for what it cut off to be told.
    public static final int SHORTEST_BEGINNING = 3;

    /// May one be an initial of the other?
    public boolean sharesFirstLetter(Part other) {
        for (String x : spellings) {
            for (String y : other.spellings) {
                if (!x.isEmpty() && !y.isEmpty() && x.charAt(0) == y.charAt(0)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Does this part begin as the one does that a full field may have cut off?
    public boolean beginsWith(Part cut) {
        if (spellings.isEmpty() || cut.spellings.isEmpty()) {
            return false;
        }
        String beginning = cut.spellings.getFirst();
        return beginning.length() >= SHORTEST_BEGINNING
                && spellings.getFirst().startsWith(beginning);
    }

    /// How the part sounds, by its consonants, in each of its forms; see {@link #soundClassOf}.
    public Set<String> sounds() {
        Set<String> sounds = new LinkedHashSet<>();
        for (String form : forms) {
            sounds.add(soundClassOf(form));
        }
        sounds.remove("");
        return sounds;
    }

    /// See {@link PartKeys}. Not to be changed.
    public long[] keys() {
        long[] known = keys;
        if (known == null) {
            known = PartKeys.of(this);
            keys = known;
        }
        return known;
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
        LetterTable.Coded[] @Nullable [] cut = coded();
        LetterTable.Coded[] result = cut[other.ordinal()];
        if (result == null) {
            result = forms.stream().map(table::codeLeft).toArray(LetterTable.Coded[]::new);
            cut[other.ordinal()] = result;
        }
        return result;
    }

    /// Forms of the part's own script, cut for the right side of its table.
    @SuppressWarnings("EnumOrdinal") // a place in a cache, never stored
    LetterTable.Coded[] rightCoded(LetterTable table) {
        LetterTable.Coded[] @Nullable [] cut = coded();
        LetterTable.Coded[] result = cut[script.ordinal()];
        if (result == null) {
            result = nativeForms.stream().map(table::codeRight).toArray(LetterTable.Coded[]::new);
            cut[script.ordinal()] = result;
        }
        return result;
    }

    private LetterTable.Coded[] @Nullable [] coded() {
        LetterTable.Coded @Nullable [] @Nullable [] result = coded;
        if (result == null) {
            result = new LetterTable.Coded[SCRIPTS] @Nullable [];
            coded = result;
        }
        return result;
    }

    /// What each letter adds at least to the cost of edits to or from a form: {@link
    /// LatinCosts#reach}.
    byte[] reach(int form) {
        byte @Nullable [] @Nullable [] known = reaches;
        if (known == null) {
            known = new byte[codes.length] @Nullable [];
            reaches = known;
        }
        byte[] reach = known[form];
        if (reach == null) {
            reach = LatinCosts.shared().reach(codes[form]);
            known[form] = reach;
        }
        return reach;
    }

    /// Rarity as {@link Rarity#bits}, computed on first use.
    double rarityBits() {
        float known = rarityAndOne;
        if (known == 0) {
            known = (float) (Rarity.compute(this) + 1);
            rarityAndOne = known;
        }
        return known - 1;
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
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                return written.replace('0', 'o')
                        .replace('1', 'l')
                        .replace('5', 's')
                        .replace('8', 'b');
            }
        }
        return written;
    }

    private static int[] groups(List<String> spellings) {
        int[] groups = {};
        for (String spelling : spellings) {
            int[] more = Equivalents.groups(spelling);
            if (more.length > 0) {
                int known = groups.length;
                groups = Arrays.copyOf(groups, known + more.length);
                System.arraycopy(more, 0, groups, known, more.length);
            }
        }
        return groups.length < 2 ? groups : Arrays.stream(groups).sorted().distinct().toArray();
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
    @SuppressWarnings("ShortCircuitBoolean") // jumps that depend on letters are slow
    public static String soundClassOf(String letters) {
        byte[] out = new byte[letters.length() + 1];
        int length = 0;
        int last = ' ';
        for (int i = 0; i < letters.length(); i++) {
            int c = SOUND_CLASSES[letters.charAt(i)];
            boolean isKept = c != ' ' & c != last & (c != 'a' | i == 0);
            out[length] = (byte) c;
            length += isKept ? 1 : 0;
            last = c;
        }
        return new String(out, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static byte[] soundClasses() {
        byte[] classes = new byte[128];
        for (int letter = 0; letter < classes.length; letter++) {
            classes[letter] =
                    (byte)
                            switch (letter) {
                                case 'a', 'e', 'i', 'o', 'u', 'A', 'E', 'O', 'U', 'I', 'y' -> 'a';
                                case 'b', 'p', 'f', 'v', 'w' -> 'b';
                                case 'd', 't', 'T', 'D' -> 'd';
                                case 'g', 'k', 'q', 'K', 'G' -> 'k';
                                case 's', 'z', 'S', 'Z', 'C', 'c', 'Q', 'j', 'x' -> 's';
                                case 'h' -> ' ';
                                default -> letter;
                            };
        }
        return classes;
    }

    /// Endings that a Slavic surname changes for a woman.
    private static @Nullable String masculine(String written, Script script) {
        char last = written.isEmpty() ? ' ' : written.charAt(written.length() - 1);
        if ("aAаАяЯ".indexOf(last) < 0) {
            return null;
        }
        String s = written.toLowerCase(Locale.ROOT);
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
