package manumit.matching.v1;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import manumit.matching.Evidence;
import manumit.matching.Field;
import manumit.matching.Outcome;
import manumit.matching.text.TextNormaliser;

/// What birth places say: little. They are written freely, renamed and rarely checked, so that
/// agreement counts somewhat and difference next to nothing.
final class BirthPlaceEvidence {

    static final double SAME = 1.5;
    private static final double SHARES_A_WORD = 0.7;
    private static final double DIFFERS = -0.3;
    private static final int MIN_WORD_LENGTH = 4;

    private BirthPlaceEvidence() {}

    static Evidence of(List<String> query, List<String> record) {
        String q = query.isEmpty() ? "" : query.getFirst();
        String r = record.isEmpty() ? "" : record.getFirst();
        if (query.isEmpty() || record.isEmpty()) {
            Outcome outcome =
                    query.isEmpty() && record.isEmpty() ? Outcome.UNKNOWN : Outcome.OMITTED;
            return new Evidence(Field.BIRTH_PLACE, outcome, q, r, 0);
        }
        Evidence best = new Evidence(Field.BIRTH_PLACE, Outcome.CONTRADICTED, q, r, DIFFERS);
        for (String a : query) {
            for (String b : record) {
                Evidence pair = pair(a, b);
                if (pair.bits() > best.bits()) {
                    best = pair;
                }
            }
        }
        return best;
    }

    private static Evidence pair(String query, String record) {
        if (locality(query).equals(locality(record))) {
            return new Evidence(Field.BIRTH_PLACE, Outcome.AGREE, query, record, SAME);
        }
        Set<String> shared = words(query);
        shared.retainAll(words(record));
        return shared.isEmpty()
                ? new Evidence(Field.BIRTH_PLACE, Outcome.CONTRADICTED, query, record, DIFFERS)
                : new Evidence(Field.BIRTH_PLACE, Outcome.NEAR, query, record, SHARES_A_WORD);
    }

    /// What stands before the first comma: the town, where a town is given.
    private static String locality(String place) {
        int comma = place.indexOf(',');
        return normal(comma > 0 ? place.substring(0, comma) : place);
    }

    private static Set<String> words(String place) {
        Set<String> words = new HashSet<>();
        for (String word : normal(place).split("[^\\p{L}\\p{M}]+", -1)) {
            if (word.length() >= MIN_WORD_LENGTH) {
                words.add(word);
            }
        }
        return words;
    }

    private static String normal(String text) {
        return TextNormaliser.normalise(text).toLowerCase(Locale.ROOT).strip();
    }
}
