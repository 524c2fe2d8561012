package manumit.matching.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import manumit.matching.text.Script;

/// Cuts Chinese, Korean and Japanese names that are written without a space into surname and given
/// name. Thread-safe.
public final class HanNames {

    private static final Set<String> HAN = new HashSet<>();
    private static final Set<String> HANGUL = new HashSet<>();
    private static final Set<String> JAPANESE = new HashSet<>();

    static {
        for (String[] fields : Table.load("east_asian_surnames.tsv")) {
            Set<String> names =
                    switch (fields[0]) {
                        case "HAN" -> HAN;
                        case "HANGUL" -> HANGUL;
                        case "JAPANESE" -> JAPANESE;
                        default -> throw new IllegalStateException("kind: " + fields[0]);
                    };
            names.addAll(List.of(fields[1].split(" ", -1)));
        }
    }

    private HanNames() {}

    /// Surname and given name of one unspaced name, or the name alone where it cannot be cut: not
    /// one of these scripts, a foreign name in phonetic writing (with a middle dot, longer than a
    /// name can be, or not beginning with a surname).
    ///
    /// @param part normalised
    public static List<String> split(String part, Script script) {
        return switch (script) {
            case HAN -> splitHan(part);
            case HANGUL -> splitAfter(part, HANGUL, 2, 4);
            case KANA -> splitJapanese(part);
            case LATIN, CYRILLIC, GREEK, ARABIC, HEBREW, DEVANAGARI, GEORGIAN, ARMENIAN, OTHER ->
                    List.of(part);
        };
    }

    /// Is this a surname of these scripts?
    public static boolean isSurname(String part, Script script) {
        return switch (script) {
            case HAN -> HAN.contains(part) || JAPANESE.contains(part);
            case HANGUL -> HANGUL.contains(part);
            case KANA -> JAPANESE.contains(part);
            case LATIN, CYRILLIC, GREEK, ARABIC, HEBREW, DEVANAGARI, GEORGIAN, ARMENIAN, OTHER ->
                    false;
        };
    }

    private static List<String> splitHan(String part) {
        // A Japanese surname of two or three characters, unless a Chinese reading is as good: a
        // single
        // Chinese surname followed by one or two characters is, so only unmistakable ones count.
        if (part.length() >= 3) {
            List<String> japanese = splitJapanese(part);
            if (japanese.size() == 2
                    && (part.length() >= 4 || !HAN.contains(part.substring(0, 1)))) {
                return japanese;
            }
        }
        return splitAfter(part, HAN, 2, 4);
    }

    private static List<String> splitJapanese(String part) {
        for (int size = 3; size >= 1; size--) {
            if (part.length() > size && JAPANESE.contains(part.substring(0, size))) {
                int rest = part.length() - size;
                if (rest <= 4 && (size > 1 || rest <= 3)) {
                    return List.of(part.substring(0, size), part.substring(size));
                }
            }
        }
        return List.of(part);
    }

    /// Cuts after a surname of two characters, else of one, if that leaves one or two characters.
    private static List<String> splitAfter(String part, Set<String> surnames, int least, int most) {
        if (part.length() < least || part.length() > most || part.indexOf('\u00B7') >= 0) {
            return List.of(part);
        }
        if (part.length() >= 3 && surnames.contains(part.substring(0, 2))) {
            return List.of(part.substring(0, 2), part.substring(2));
        }
        if (part.length() <= 3 && surnames.contains(part.substring(0, 1))) {
            return List.of(part.substring(0, 1), part.substring(1));
        }
        return List.of(part);
    }
}
