package manumit.matching.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.knowledge.OrganisationForms;
import manumit.matching.knowledge.PartClass;
import manumit.matching.knowledge.Titles;
import manumit.matching.similarity.Part;
import manumit.matching.text.Script;
import manumit.matching.text.TextNormaliser;

/// Takes a name apart into the parts that are compared.
///
/// Titles, honorifics and words for "unknown" go. Articles, particles and markers of descent stay
/// as light parts: their absence says nothing, and written together with a neighbour they are found
/// ({@link ParsedName.Joint}). Thread-safe.
public final class NameParser {

    /// Field lengths at which senders cut names: 35 (PAXLST and Type B), 39 (machine-readable zone
    /// of a passport), 69 (PNRGOV); 30 and 31 occur in two-line documents.
    private static final int[] FIELD_LENGTHS = {30, 31, 35, 39, 69};

    /// A word at its place, before it is decided whether it is compared.
    private record Word(KnownWord known, Role role, boolean cut, boolean tied) {
        String key() {
            return known.key;
        }

        PartClass kind() {
            return known.kind;
        }
    }

    private NameParser() {}

    /// Takes a name apart.
    ///
    /// @param kind kind of its bearer; names of organisations have no roles and no titles
    public static ParsedName parse(Name name, EntityKind kind) {
        boolean isPerson = kind == EntityKind.PERSON || kind == EntityKind.UNKNOWN;
        String given = name.givenNames();
        String family = name.familyName();
        if (!name.hasParts() && isPerson) {
            int comma = name.whole().indexOf(',');
            if (comma > 0 && comma == name.whole().lastIndexOf(',')) {
                family = name.whole().substring(0, comma);
                given = name.whole().substring(comma + 1);
            }
        }
        boolean rolesKnown = isPerson && !given.isBlank() && !family.isBlank();
        List<Word> words = new ArrayList<>(8);
        if (rolesKnown) {
            addWords(words, given, Role.GIVEN);
            addWords(words, family, Role.FAMILY);
        } else {
            addWords(words, name.whole(), Role.UNKNOWN);
        }
        List<NamePart> parts = isPerson ? personParts(words) : organisationParts(words);
        return new ParsedName(name.kind(), name.whole(), parts, rolesKnown);
    }

    private static void addWords(List<Word> words, String text, Role role) {
        String normalised = TextNormaliser.normalise(text);
        if (Titles.isUnknownName(normalised.toLowerCase(Locale.ROOT))) {
            return;
        }
        boolean isFieldFull = isFieldLength(text.length());
        List<KnownWord> known = Words.of(normalised);
        for (int i = 0; i < known.size(); i++) {
            KnownWord word = known.get(i);
            boolean cut = isFieldFull && i == known.size() - 1;
            if (word.pieces.isEmpty()) {
                words.add(new Word(word, role, cut, false));
            } else {
                for (int p = 0; p < word.pieces.size(); p++) {
                    words.add(new Word(word.pieces.get(p), role, cut, p > 0));
                }
            }
        }
    }

    private static List<NamePart> personParts(List<Word> words) {
        List<Word> kept = new ArrayList<>(words.size());
        for (Word word : words) {
            switch (word.kind()) {
                case UNKNOWN_MARKER, ALIAS_MARKER, TITLE, SUFFIX -> {}
                case NONE,
                        TITLE_OR_NAME,
                        ARTICLE,
                        FILIATION,
                        KUNYA,
                        GLUE_NEXT,
                        GLUE_PREVIOUS,
                        NOBILIARY,
                        PATRONYMIC_MARKER,
                        CONJUNCTION ->
                        kept.add(word);
            }
        }
        if (kept.isEmpty()) {
            words.stream().filter(w -> w.kind() == PartClass.TITLE).forEach(kept::add);
        }
        Weight[] weights = weights(kept);
        List<NamePart> parts = new ArrayList<>(kept.size());
        for (int i = 0; i < weights.length; i++) {
            addPart(parts, kept.get(i), weights[i]);
        }
        return parts;
    }

    private static Weight[] weights(List<Word> words) {
        Weight[] weights = new Weight[words.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(words, i);
        }
        promote(words, weights, Role.GIVEN);
        promote(words, weights, Role.FAMILY);
        int full = 0;
        for (Weight weight : weights) {
            full += weight == Weight.FULL ? 1 : 0;
        }
        for (int i = 0; i < weights.length && full < 2; i++) {
            PartClass kind = words.get(i).kind();
            if (weights[i] == Weight.LIGHT && (kind != PartClass.ARTICLE || full == 0)) {
                weights[i] = Weight.FULL;
                full++;
            }
        }
        return weights;
    }

    /// Given names or a family name that are nothing but a particle are a name: Do, O, Ben.
    private static void promote(List<Word> words, Weight[] weights, Role role) {
        int first = -1;
        for (int i = 0; i < weights.length; i++) {
            if (words.get(i).role == role) {
                if (weights[i] != Weight.LIGHT) {
                    return;
                }
                first = first < 0 ? i : first;
            }
        }
        if (first >= 0) {
            weights[first] = Weight.FULL;
        }
    }

    private static Weight weight(List<Word> words, int index) {
        Word word = words.get(index);
        return switch (word.kind()) {
            case ARTICLE -> isArticle(words, index) ? Weight.LIGHT : Weight.FULL;
            case FILIATION,
                    KUNYA,
                    GLUE_NEXT,
                    GLUE_PREVIOUS,
                    NOBILIARY,
                    PATRONYMIC_MARKER,
                    CONJUNCTION ->
                    isEastAsianName(words, index) ? Weight.FULL : Weight.LIGHT;
            case TITLE_OR_NAME ->
                    index == 0 && !isEastAsianName(words, index) ? Weight.LIGHT : Weight.FULL;
            case NONE, TITLE, SUFFIX, UNKNOWN_MARKER, ALIAS_MARKER ->
                    isInitial(word) ? Weight.INITIAL : Weight.FULL;
        };
    }

    /// An article that has taken on the next letter is one before such a letter only: As Sabah, but
    /// not Li An. With its own l it is one anywhere.
    private static boolean isArticle(List<Word> words, int index) {
        String key = words.get(index).key();
        String next = index + 1 < words.size() ? words.get(index + 1).key() : "l";
        return key.endsWith("l") || Titles.isArticleBefore(key, next);
    }

    /// At either end of a name that is made of East Asian syllables throughout, what would be a
    /// particle elsewhere is a name: Do Minh Chau, Ma Xiao Ming.
    private static boolean isEastAsianName(List<Word> words, int index) {
        if (words.size() < 2 || (index > 0 && index < words.size() - 1)) {
            return false;
        }
        int kinds = words.getFirst().known.syllableKinds();
        for (int i = 1; i < words.size() && kinds != 0; i++) {
            kinds &= words.get(i).known.syllableKinds();
        }
        return kinds != 0;
    }

    private static boolean isInitial(Word word) {
        Script script = word.known.script;
        return word.key().length() == 1
                && word.role != Role.FAMILY
                && script != Script.HAN
                && script != Script.HANGUL
                && script != Script.KANA;
    }

    private static List<NamePart> organisationParts(List<Word> words) {
        List<NamePart> parts = new ArrayList<>(words.size());
        for (Word word : words) {
            boolean isLight =
                    OrganisationForms.isCommon(word.key())
                            || OrganisationForms.findCode(word.key()).isPresent()
                            || word.kind() == PartClass.ARTICLE
                            || word.kind() == PartClass.NOBILIARY
                            || word.key().length() == 1;
            addPart(parts, word, isLight ? Weight.LIGHT : Weight.FULL);
        }
        if (parts.stream().noneMatch(NamePart::isFull)) {
            parts.replaceAll(p ->
                    new NamePart(
                            p.part(), p.role(), Weight.FULL, p.rarityBits(), p.cut(), p.tied()));
        }
        return parts;
    }

    private static void addPart(List<NamePart> parts, Word word, Weight weight) {
        KnownWord known = word.known;
        Part part = known.part();
        if (part.spellings().isEmpty()) {
            return;
        }
        boolean isFull = weight == Weight.FULL;
        Role role =
                isFull && word.role != Role.FAMILY && known.isMiddleName()
                        ? Role.PATRONYMIC
                        : word.role;
        double rarity = isFull ? known.rarityBits() : NamePart.LIGHT_RARITY_BITS;
        parts.add(new NamePart(part, role, weight, rarity, word.cut, word.tied));
    }

    private static boolean isFieldLength(int length) {
        for (int full : FIELD_LENGTHS) {
            if (length == full) {
                return true;
            }
        }
        return false;
    }
}
