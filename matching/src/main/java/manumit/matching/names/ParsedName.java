package manumit.matching.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import manumit.matching.NameKind;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartKeys;
import manumit.matching.text.Script;
import org.jspecify.annotations.Nullable;

/// A name taken apart: what is compared, in the order of the source. Made by {@link NameParser}.
/// Immutable and thread-safe.
public final class ParsedName {

    /// Most parts that are compared; further ones are left out.
    public static final int MAX_PARTS = 12;

    private static final Set<String> ARTICLES = Set.of("al", "el", "il", "ul");

    /// First letters, in Latin, of those before which the article changes; l stays l anyway.
    private static final String SUN_LETTERS = "tdrzsn";

    private final NameKind kind;
    private final String written;
    private final List<NamePart> parts;
    private final boolean rolesKnown;
    private final int fullCount;

    // Most comparisons need none. Computed on first use; two threads may both do so.
    private @Nullable List<Joint> joints;

    // The keys of the full parts' sounds, on first use, too.
    private long @Nullable [] sounds;

    /// Neighbouring parts written as one: `Abd al-Rahman`, `Abdulrahman`.
    ///
    /// @param first index of the first part
    /// @param count how many parts, 2 or 3
    /// @param part the letters of all
    /// @param rarityBits rarity of the whole
    /// @param tied whether the source writes them as one word, too
    public record Joint(int first, int count, Part part, double rarityBits, boolean tied) {}

    ParsedName(NameKind kind, String written, List<NamePart> parts, boolean rolesKnown) {
        this.kind = kind;
        this.written = written;
        this.parts = List.copyOf(parts.size() <= MAX_PARTS ? parts : parts.subList(0, MAX_PARTS));
        this.rolesKnown = rolesKnown;
        int full = 0;
        for (NamePart part : this.parts) {
            full += part.isFull() ? 1 : 0;
        }
        this.fullCount = full;
    }

    /// A name taken apart before and kept in that form; what {@link NameParser} made of it.
    ///
    /// @param parts at most {@link #MAX_PARTS}
    public static ParsedName restored(NameKind kind, List<NamePart> parts, boolean rolesKnown) {
        return new ParsedName(kind, "", parts, rolesKnown);
    }

    private static List<Joint> joints(List<NamePart> parts, Predicate<String> isWanted) {
        List<Joint> joints = new ArrayList<>();
        for (int i = 0; i + 1 < parts.size(); i++) {
            NamePart a = parts.get(i);
            NamePart b = parts.get(i + 1);
            if (a.weight() == Weight.INITIAL || b.weight() == Weight.INITIAL) {
                continue;
            }
            String two = a.written() + b.written();
            if ((a.isFull() || b.isFull()) && (b.tied() || isWanted.test(two))) {
                joints.add(new Joint(i, 2, Part.of(two), rarity(a, b), b.tied()));
            }
            if (i + 2 < parts.size()) {
                NamePart c = parts.get(i + 2);
                boolean linked = !a.isFull() || !b.isFull();
                if (linked
                        && c.weight() != Weight.INITIAL
                        && (a.isFull() || b.isFull() || c.isFull())) {
                    addThree(joints, i, a, b, c, isWanted);
                }
            }
        }
        return joints;
    }

    private static void addThree(
            List<Joint> joints,
            int first,
            NamePart a,
            NamePart b,
            NamePart c,
            Predicate<String> isWanted) {
        double rarity = rarity(a, b) + (c.isFull() ? c.rarityBits() : 0);
        boolean tied = b.tied() && c.tied();
        if (tied || isWanted.test(a.written() + b.written() + c.written())) {
            Part two = Part.joined(a.part(), b.part());
            joints.add(new Joint(first, 3, Part.joined(two, c.part()), rarity, tied));
        }
        if (isAssimilated(a, b, c)) {
            String spoken = a.written() + "u" + c.written().charAt(0);
            if (tied || isWanted.test(spoken + c.written())) {
                Part two = Part.of(spoken);
                joints.add(new Joint(first, 3, Part.joined(two, c.part()), rarity, tied));
            }
        }
    }

    /// Does the Arabic article take on the next letter in speech, and in most spellings as one
    /// word? `Nur al-Din` is also `Nuruddin`.
    private static boolean isAssimilated(NamePart first, NamePart article, NamePart next) {
        return ARTICLES.contains(article.written().toLowerCase(Locale.ROOT))
                && first.part().script() == Script.LATIN
                && next.part().script() == Script.LATIN
                && SUN_LETTERS.indexOf(Character.toLowerCase(next.written().charAt(0))) >= 0;
    }

    private static double rarity(NamePart a, NamePart b) {
        return (a.isFull() ? a.rarityBits() : 0) + (b.isFull() ? b.rarityBits() : 0);
    }

    /// How the name belongs to its bearer.
    public NameKind kind() {
        return kind;
    }

    /// The name as written; empty where it was kept without.
    public String written() {
        return written;
    }

    /// The parts in the order of the source; empty where the source only says "unknown".
    public List<NamePart> parts() {
        return parts;
    }

    /// Neighbouring parts as one.
    public List<Joint> joints() {
        List<Joint> known = joints;
        if (known == null) {
            known = List.copyOf(joints(parts, _ -> true));
            joints = known;
        }
        return known;
    }

    /// Does the source tell given names and family name apart?
    public boolean rolesKnown() {
        return rolesKnown;
    }

    /// Those of the joints that are wanted, and those that the source ties together, in the same
    /// order; the others are not made.
    ///
    /// @param isWanted asked with the parts' writings, one after the other
    public List<Joint> joints(Predicate<String> isWanted) {
        List<Joint> known = joints;
        return known == null ? joints(parts, isWanted) : known;
    }

    /// Does any of the full parts sound so?
    ///
    /// @param sound as {@link PartKeys#soundsOf} has it
    public boolean hasSound(long sound) {
        long[] known = sounds;
        if (known == null) {
            known =
                    parts.stream()
                            .filter(NamePart::isFull)
                            .flatMapToLong(part -> Arrays.stream(PartKeys.soundsOf(part.part())))
                            .toArray();
            sounds = known;
        }
        for (long one : known) {
            if (one == sound) {
                return true;
            }
        }
        return false;
    }

    /// Number of parts that are names of their own.
    public int fullCount() {
        return fullCount;
    }

    /// Never shows the name.
    @Override
    public String toString() {
        return "ParsedName[" + kind + ", " + parts.size() + " parts]";
    }
}
