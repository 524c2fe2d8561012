package manumit.benchmarks.population;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import manumit.matching.Sex;

/// A part of a name with its romanisations.
///
/// @param masculine spellings for a man, the commonest first
/// @param feminine spellings for a woman, at the same places; the same where there is one form
/// @param originals the original script for a man and for a woman; empty where it is Latin
record NamePart(List<String> masculine, List<String> feminine, List<String> originals) {

    NamePart {
        masculine = List.copyOf(masculine);
        feminine = List.copyOf(feminine);
        originals = List.copyOf(originals);
        if (masculine.isEmpty() || masculine.size() != feminine.size()) {
            throw new IllegalArgumentException(
                    "spellings: as many feminine as masculine, and at least one");
        }
    }

    /// Reads `SPELLING/SPELLING…[=ORIGINAL]`, each with an optional `|feminine`.
    static NamePart of(String entry) {
        String[] sides = entry.strip().split("=", 2);
        List<String> spellings = Stream.of(sides[0].split("/", -1)).map(String::strip).toList();
        return new NamePart(
                spellings.stream().map(s -> form(s, 0)).toList(),
                spellings.stream().map(s -> form(s, 1)).toList(),
                sides.length == 1
                        ? List.of()
                        : List.of(form(sides[1].strip(), 0), form(sides[1].strip(), 1)));
    }

    private static String form(String text, int index) {
        String[] forms = text.split("\\|", -1);
        return forms[Math.min(index, forms.length - 1)];
    }

    /// The commonest spelling.
    String spelling(Sex sex) {
        return spellings(sex).getFirst();
    }

    /// Any of the other spellings; the commonest where there is no other.
    String otherSpelling(Sex sex, SplittableRandom random) {
        List<String> all = spellings(sex);
        return all.size() == 1 ? all.getFirst() : all.get(1 + random.nextInt(all.size() - 1));
    }

    /// Original script; empty where the culture writes Latin letters.
    String original(Sex sex) {
        return originals.isEmpty() ? "" : originals.get(sex == Sex.FEMALE ? 1 : 0);
    }

    private List<String> spellings(Sex sex) {
        return sex == Sex.FEMALE ? feminine : masculine;
    }
}
