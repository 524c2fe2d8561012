package manumit.matching.names;

import java.util.List;
import java.util.Locale;
import manumit.matching.knowledge.HanNames;
import manumit.matching.knowledge.PartClass;
import manumit.matching.knowledge.Patronymics;
import manumit.matching.knowledge.Syllables;
import manumit.matching.knowledge.Titles;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.Rarity;
import manumit.matching.text.Script;
import org.jspecify.annotations.Nullable;

/// One word of a name with what is known about it wherever it stands.
///
/// Immutable and thread-safe (what is not always needed is computed on first use and may be
/// computed twice). Words repeat from name to name, a few very often, most never; so words met a
/// second time are kept in a table of fixed size. It only saves time: what is found in it is what
/// would be made anew. Never shows the word in `toString`.
final class KnownWord {

    private static final int KEPT_BITS = 15;

    /// Words kept at most, a power of two. The newest of those with the same place stays.
    private static final int KEPT = 1 << KEPT_BITS;

    /// Longest word kept, in UTF-16 units, so that hostile input cannot fill the memory.
    private static final int LONGEST_KEPT = 32;

    // Read and written without locks: words are immutable, and a lost one is made again.
    private static final @Nullable KnownWord[] TABLE = new @Nullable KnownWord[KEPT];

    /// Hashes of the words last made for each place.
    private static final int[] MET = new int[KEPT];

    /// As the source writes it.
    final String written;

    /// In lower case.
    final String key;

    /// The script of the whole word, for a piece of a word too.
    final Script script;

    final PartClass kind;

    /// Family name and given name where the word is both without a space; otherwise empty.
    final List<KnownWord> pieces;

    private @Nullable Facts facts;

    // One more than the value, so that 0 stands for not yet computed.
    private int syllableKindsAndOne;

    /// What is known about a word that is compared.
    ///
    /// @param isMiddleName whether any spelling is a patronymic that stands beside a surname
    private record Facts(Part part, double rarityBits, boolean isMiddleName) {}

    private KnownWord(String written, Script script, boolean isWhole) {
        this.written = written;
        this.key = written.toLowerCase(Locale.ROOT);
        this.script = script;
        this.kind = Titles.classify(key);
        this.pieces = isWhole ? pieces(written, script) : List.of();
    }

    /// The word at a place of a text.
    static KnownWord of(String text, int start, int end) {
        int length = end - start;
        if (length > LONGEST_KEPT) {
            return of(text.substring(start, end));
        }
        int hash = length;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        int place = (hash * 0x9E3779B9) >>> (Integer.SIZE - KEPT_BITS);
        KnownWord found = TABLE[place];
        if (found != null
                && found.written.length() == length
                && text.startsWith(found.written, start)) {
            return found;
        }
        KnownWord made = of(text.substring(start, end));
        if (MET[place] == hash) {
            TABLE[place] = made;
        } else {
            MET[place] = hash;
        }
        return made;
    }

    /// A word, made anew.
    static KnownWord of(String word) {
        return new KnownWord(word, Script.of(word), true);
    }

    /// Unspaced Han and Hangul names are family name and given name.
    private static List<KnownWord> pieces(String word, Script script) {
        return switch (script) {
            case HAN, HANGUL, KANA -> {
                List<String> pieces = HanNames.split(word, script);
                yield pieces.size() < 2
                        ? List.of()
                        : pieces.stream().map(p -> new KnownWord(p, script, false)).toList();
            }
            case LATIN, CYRILLIC, GREEK, ARABIC, HEBREW, DEVANAGARI, GEORGIAN, ARMENIAN, OTHER ->
                    List.of();
        };
    }

    Part part() {
        return facts().part;
    }

    /// Rarity of the part, in bits.
    double rarityBits() {
        return facts().rarityBits;
    }

    boolean isMiddleName() {
        return facts().isMiddleName;
    }

    /// The kinds of East Asian syllables that this is one of, as in {@link Syllables#kindBits}.
    int syllableKinds() {
        int known = syllableKindsAndOne;
        if (known == 0) {
            known = Syllables.kindBits(key) + 1;
            syllableKindsAndOne = known;
        }
        return known - 1;
    }

    private Facts facts() {
        Facts known = facts;
        if (known == null) {
            Part part = Part.of(written);
            boolean isMiddleName = false;
            for (String spelling : part.spellings()) {
                isMiddleName |= Patronymics.isMiddleName(spelling);
            }
            known = new Facts(part, Rarity.bits(part), isMiddleName);
            facts = known;
        }
        return known;
    }

    /// Never shows the word.
    @Override
    public String toString() {
        return "KnownWord[" + script + ", " + written.length() + " characters]";
    }
}
