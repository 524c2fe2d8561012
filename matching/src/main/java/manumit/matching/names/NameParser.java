package manumit.matching.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.knowledge.HanNames;
import manumit.matching.knowledge.OrganisationForms;
import manumit.matching.knowledge.PartClass;
import manumit.matching.knowledge.Patronymics;
import manumit.matching.knowledge.Syllables;
import manumit.matching.knowledge.Titles;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.Rarity;
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

    private static final List<Syllables.Kind> EAST_ASIAN = List.of(Syllables.Kind.values());

    /// What a light part adds to the rarity of a name, in bits.
    private static final double LIGHT_RARITY_BITS = 1;

    /// A word with what is known about it, before it is decided whether it is compared.
    private record Word(
            String written,
            String key,
            Script script,
            Role role,
            PartClass kind,
            boolean cut,
            boolean tied) {}

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
        List<Word> words = new ArrayList<>();
        if (rolesKnown) {
            words.addAll(words(given, Role.GIVEN));
            words.addAll(words(family, Role.FAMILY));
        } else {
            words.addAll(words(name.whole(), Role.UNKNOWN));
        }
        List<NamePart> parts = isPerson ? personParts(words) : organisationParts(words);
        return new ParsedName(name.kind(), name.whole(), parts, rolesKnown);
    }

    private static List<Word> words(String text, Role role) {
        String normalised = TextNormaliser.normalise(text);
        if (Titles.isUnknownName(normalised.toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        boolean isFieldFull = isFieldLength(text.length());
        List<String> written = Words.of(normalised);
        List<Word> words = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            String word = written.get(i);
            Script script = Script.of(word);
            boolean cut = isFieldFull && i == written.size() - 1;
            boolean tied = false;
            for (String piece : split(word, script)) {
                String key = piece.toLowerCase(Locale.ROOT);
                words.add(new Word(piece, key, script, role, Titles.classify(key), cut, tied));
                tied = true;
            }
        }
        return words;
    }

    /// Unspaced Han and Hangul names are family name and given name.
    private static List<String> split(String word, Script script) {
        return switch (script) {
            case HAN, HANGUL, KANA -> HanNames.split(word, script);
            case LATIN, CYRILLIC, GREEK, ARABIC, HEBREW, DEVANAGARI, GEORGIAN, ARMENIAN, OTHER ->
                    List.of(word);
        };
    }

    private static List<NamePart> personParts(List<Word> words) {
        List<Word> kept = new ArrayList<>(words.size());
        for (Word word : words) {
            switch (word.kind) {
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
            words.stream().filter(w -> w.kind == PartClass.TITLE).forEach(kept::add);
        }
        List<Weight> weights = weights(kept);
        List<NamePart> parts = new ArrayList<>(kept.size());
        for (int i = 0; i < kept.size(); i++) {
            Part part = Part.of(kept.get(i).written);
            if (!part.spellings().isEmpty()) {
                parts.add(part(kept.get(i), part, weights.get(i)));
            }
        }
        return parts;
    }

    private static List<Weight> weights(List<Word> words) {
        List<Weight> weights = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            weights.add(weight(words, i));
        }
        promote(words, weights, Role.GIVEN);
        promote(words, weights, Role.FAMILY);
        int full = (int) weights.stream().filter(weight -> weight == Weight.FULL).count();
        for (int i = 0; i < words.size() && full < 2; i++) {
            PartClass kind = words.get(i).kind;
            if (weights.get(i) == Weight.LIGHT && (kind != PartClass.ARTICLE || full == 0)) {
                weights.set(i, Weight.FULL);
                full++;
            }
        }
        return weights;
    }

    /// Given names or a family name that are nothing but a particle are a name: Do, O, Ben.
    private static void promote(List<Word> words, List<Weight> weights, Role role) {
        int first = -1;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).role == role) {
                if (weights.get(i) != Weight.LIGHT) {
                    return;
                }
                first = first < 0 ? i : first;
            }
        }
        if (first >= 0) {
            weights.set(first, Weight.FULL);
        }
    }

    private static Weight weight(List<Word> words, int index) {
        Word word = words.get(index);
        return switch (word.kind) {
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
        String key = words.get(index).key;
        String next = index + 1 < words.size() ? words.get(index + 1).key : "l";
        return key.endsWith("l") || Titles.isArticleBefore(key, next);
    }

    /// At either end of a name that is made of East Asian syllables throughout, what would be a
    /// particle elsewhere is a name: Do Minh Chau, Ma Xiao Ming.
    private static boolean isEastAsianName(List<Word> words, int index) {
        if (words.size() < 2 || (index > 0 && index < words.size() - 1)) {
            return false;
        }
        return EAST_ASIAN.stream()
                .anyMatch(kind ->
                        words.stream().allMatch(word -> Syllables.isSyllable(word.key, kind)));
    }

    private static boolean isInitial(Word word) {
        return word.key.length() == 1
                && word.role != Role.FAMILY
                && word.script != Script.HAN
                && word.script != Script.HANGUL
                && word.script != Script.KANA;
    }

    private static List<NamePart> organisationParts(List<Word> words) {
        List<NamePart> parts = new ArrayList<>(words.size());
        for (Word word : words) {
            boolean isLight =
                    OrganisationForms.isCommon(word.key)
                            || OrganisationForms.findCode(word.key).isPresent()
                            || word.kind == PartClass.ARTICLE
                            || word.kind == PartClass.NOBILIARY
                            || word.key.length() == 1;
            Part part = Part.of(word.written);
            if (!part.spellings().isEmpty()) {
                parts.add(part(word, part, isLight ? Weight.LIGHT : Weight.FULL));
            }
        }
        if (parts.stream().noneMatch(NamePart::isFull)) {
            parts.replaceAll(p ->
                    new NamePart(
                            p.part(), p.role(), Weight.FULL, p.rarityBits(), p.cut(), p.tied()));
        }
        return parts;
    }

    private static NamePart part(Word word, Part part, Weight weight) {
        Role role =
                weight == Weight.FULL
                                && word.role != Role.FAMILY
                                && part.spellings().stream().anyMatch(Patronymics::isMiddleName)
                        ? Role.PATRONYMIC
                        : word.role;
        double rarity = weight == Weight.FULL ? Rarity.bits(part) : LIGHT_RARITY_BITS;
        return new NamePart(part, role, weight, rarity, word.cut, word.tied);
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
