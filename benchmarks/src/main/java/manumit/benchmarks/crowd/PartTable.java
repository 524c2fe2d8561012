package manumit.benchmarks.crowd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import manumit.matching.Sex;

/// The parts of one kind in one culture, by how common they are. The first ones are written out,
/// the others are put together from pieces when asked for, so that tens of thousands need no
/// memory.
final class PartTable {

    /// One piece of a part.
    ///
    /// @param man letters for a man
    /// @param woman letters for a woman
    /// @param original original script, where the piece says it itself
    private record Piece(String man, String woman, String original) {

        static Piece of(String text) {
            if (text.equals("~")) {
                return new Piece("", "", "");
            }
            String[] sides = text.replace('_', ' ').split("=", 2);
            String[] forms = sides[0].split("/", 2);
            return new Piece(forms[0], forms[forms.length - 1], sides.length == 1 ? "" : sides[1]);
        }
    }

    /// `count` parts, each one piece of every slot.
    private record Pattern(int count, int combinations, int step, List<List<Piece>> slots) {

        static Pattern of(int count, String text) {
            List<List<Piece>> slots =
                    Arrays.stream(text.strip().split("\\|", -1))
                            .map(slot ->
                                    Arrays.stream(slot.strip().split(" ", -1))
                                            .distinct()
                                            .map(Piece::of)
                                            .toList())
                            .toList();
            int combinations = 1;
            for (List<Piece> slot : slots) {
                combinations *= slot.size();
            }
            if (combinations < count) {
                throw new IllegalArgumentException(
                        "count: " + count + " parts, but only " + combinations + " combinations");
            }
            return new Pattern(count, combinations, stepFor(combinations), slots);
        }
    }

    private final Transcription transcription;
    private final List<List<CrowdPart>> written = List.of(new ArrayList<>(), new ArrayList<>());
    private final Set<String> seen = new HashSet<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private int made;
    private int step = 1;

    PartTable(Transcription transcription) {
        this.transcription = transcription;
    }

    /// Adds a part that is written out; nothing if it is there already.
    void add(CrowdPart man, CrowdPart woman) {
        if (seen.add(man.common() + man.original())) {
            written.getFirst().add(man);
            written.getLast().add(woman);
        }
    }

    /// Adds made-up parts.
    void add(int count, String slots) {
        patterns.add(Pattern.of(count, slots));
        made += count;
        step = stepFor(made);
        if (size() > Zipf.MOST) {
            throw new IllegalArgumentException("count: at most " + Zipf.MOST + " parts");
        }
    }

    /// Number of parts.
    int size() {
        return written.getFirst().size() + made;
    }

    CrowdPart draw(Sex sex, SplittableRandom random) {
        return part(Zipf.rank(size(), random), sex);
    }

    /// The part of that rank, from 0.
    CrowdPart part(int rank, Sex sex) {
        List<CrowdPart> first = sex == Sex.FEMALE ? written.getLast() : written.getFirst();
        if (rank < first.size()) {
            return first.get(rank);
        }
        int number = spread(rank - first.size(), step, made);
        for (Pattern pattern : patterns) {
            if (number < pattern.count) {
                return made(pattern, spread(number, pattern.step, pattern.combinations), sex);
            }
            number -= pattern.count;
        }
        throw new IllegalArgumentException("rank: " + rank + " of " + size());
    }

    private CrowdPart made(Pattern pattern, int combination, Sex sex) {
        StringBuilder pieces = new StringBuilder(24);
        StringBuilder originals = new StringBuilder(0);
        int rest = combination;
        for (List<Piece> slot : pattern.slots) {
            Piece piece = slot.get(rest % slot.size());
            rest /= slot.size();
            if (!piece.original.isEmpty()) {
                if (!pieces.isEmpty()) {
                    pieces.append('·');
                }
                originals.append(piece.original);
            }
            pieces.append(sex == Sex.FEMALE ? piece.woman : piece.man);
        }
        String joined = pieces.toString();
        String letters = transcription.letters(joined);
        String original =
                originals.isEmpty() ? transcription.original(joined) : originals.toString();
        return new CrowdPart(
                letters,
                Transcription.capitalised(transcription.plain(letters)),
                original,
                List.of());
    }

    /// A number below `size` for each, one to one, neighbours far apart.
    private static int spread(int number, int step, int size) {
        return (int) ((long) number * step % size);
    }

    /// Without a divisor in common with the size, about .62 of it.
    private static int stepFor(int size) {
        int step = Math.max(1, (int) (size * 0.6180339887));
        while (greatestCommonDivisor(step, size) != 1) {
            step++;
        }
        return step;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
