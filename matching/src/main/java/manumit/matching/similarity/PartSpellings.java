package manumit.matching.similarity;

import java.util.List;
import java.util.function.IntFunction;

/// Facts and spellings of numbered parts, for {@link PartProbe}. Immutable and thread-safe.
///
/// @param facts of each part, see {@link PartFacts}
/// @param starts where the codes of each part begin in `codes`; one more than parts
/// @param codes of the parts whose facts are told
@SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
public record PartSpellings(long[] facts, int[] starts, byte[] codes) {

    /// Of parts 0 up to a number.
    public static PartSpellings of(int count, IntFunction<Part> parts) {
        long[] facts = new long[count];
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            Part part = parts.apply(i);
            facts[i] = PartFacts.of(part);
            starts[i + 1] = starts[i] + PartFacts.codes(part).length;
        }
        byte[] codes = new byte[starts[count]];
        for (int i = 0; i < count; i++) {
            byte[] code = PartFacts.codes(parts.apply(i));
            System.arraycopy(code, 0, codes, starts[i], code.length);
        }
        return new PartSpellings(facts, starts, codes);
    }

    /// Of given facts and codes.
    ///
    /// @param codes one for each of the facts
    public static PartSpellings of(long[] facts, List<byte[]> codes) {
        int[] starts = new int[facts.length + 1];
        for (int i = 0; i < facts.length; i++) {
            starts[i + 1] = starts[i] + codes.get(i).length;
        }
        byte[] all = new byte[starts[facts.length]];
        for (int i = 0; i < facts.length; i++) {
            System.arraycopy(codes.get(i), 0, all, starts[i], codes.get(i).length);
        }
        return new PartSpellings(facts, starts, all);
    }

    /// May the part of this number be as similar as the probe's floor?
    public boolean mayResemble(int number, PartProbe probe) {
        return probe.mayResemble(facts[number], codes, starts[number], starts[number + 1]);
    }

    /// How alike the part of this number is at most; see {@link PartProbe#mostAlike}.
    public double mostAlike(int number, PartProbe probe) {
        return probe.mostAlike(facts[number], codes, starts[number], starts[number + 1]);
    }

    /// Does the answer follow from spellings alone?
    public boolean isExact(int number, PartProbe probe) {
        return probe.isExact(facts[number]);
    }

    @Override
    public String toString() {
        return "PartSpellings[" + facts.length + "]";
    }
}
