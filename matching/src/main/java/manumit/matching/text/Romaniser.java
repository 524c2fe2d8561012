package manumit.matching.text;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;

/// Writes one name part of any script in plain Latin letters.
public final class Romaniser {

    private static final Transliterator ANY =
            Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; NFC; Latin-ASCII; Lower");

    private Romaniser() {}

    /// Latin spellings of one part of a name, the likeliest first, at least one; letters a to z
    /// only.
    public static List<String> spellings(String part) {
        return List.of(ANY.transliterate(part).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }
}
