package manumit.matching.index;

import java.util.LinkedHashSet;
import java.util.Set;
import manumit.matching.similarity.Part;

/// The rules by which a part stands for another without resembling it, as comparing has them.
final class NameParts {

    private static final int MIN_BEGINNING = 3;

    private NameParts() {}

    /// How the part sounds, by its consonants, in each of its spellings.
    static Set<String> sounds(Part part) {
        Set<String> sounds = new LinkedHashSet<>();
        for (String form : part.forms()) {
            sounds.add(Part.soundClassOf(form));
        }
        sounds.remove("");
        return sounds;
    }

    /// May one be an initial of the other?
    static boolean shareFirstLetter(Part a, Part b) {
        for (String x : a.spellings()) {
            for (String y : b.spellings()) {
                if (!x.isEmpty() && !y.isEmpty() && x.charAt(0) == y.charAt(0)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Does the whole begin as the part does that a full field may have cut off?
    static boolean beginsWith(Part whole, Part cut) {
        if (cut.spellings().isEmpty() || whole.spellings().isEmpty()) {
            return false;
        }
        String beginning = cut.spellings().getFirst();
        return beginning.length() >= MIN_BEGINNING
                && whole.spellings().getFirst().startsWith(beginning);
    }
}
