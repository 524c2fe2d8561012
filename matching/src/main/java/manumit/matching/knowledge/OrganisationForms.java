package manumit.matching.knowledge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Legal forms of organisations and words that many organisations share. Such words say little
/// about which organisation is meant. Thread-safe.
public final class OrganisationForms {

    /// Most words of one form.
    private static final int MAX_WORDS = 6;

    /// Code by spelling: lower case, without full stops, words parted by one space.
    private static final Map<String, String> CODES = new HashMap<>();

    private static final Set<String> COMMON = new HashSet<>();

    static {
        for (String[] fields : Table.load("organisation_forms.tsv")) {
            for (int i = 1; i < fields.length; i++) {
                if (fields[0].equals("COMMON")) {
                    COMMON.add(fields[i]);
                } else {
                    CODES.put(fields[i], fields[0]);
                }
            }
        }
    }

    private OrganisationForms() {}

    /// A legal form found in a name.
    ///
    /// @param code the form, the same for all its spellings and languages: `LLC` for LLC, GmbH, OOO
    /// @param words number of words it takes up, at least 1
    public record Form(String code, int words) {}

    /// The longest legal form that begins at a word of a name.
    ///
    /// @param words normalised, lower case, without full stops
    public static Optional<Form> findAt(List<String> words, int from) {
        StringBuilder joined = new StringBuilder();
        Form best = null;
        int end = Math.min(words.size(), from + MAX_WORDS);
        for (int i = from; i < end; i++) {
            if (i > from) {
                joined.append(' ');
            }
            joined.append(words.get(i));
            String code = CODES.get(joined.toString());
            if (code != null) {
                best = new Form(code, i - from + 1);
            }
        }
        return Optional.ofNullable(best);
    }

    /// The code of a form of one word; empty where it is none.
    public static Optional<String> findCode(String word) {
        return Optional.ofNullable(CODES.get(word.replace(".", "")));
    }

    /// Is this a word that very many organisations share (company, trading, bank)?
    public static boolean isCommon(String word) {
        return COMMON.contains(word);
    }
}
