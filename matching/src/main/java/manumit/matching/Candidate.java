package manumit.matching;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A listed identity that may be the one asked about. A candidate is not a hit, and no ground for
/// action.
///
/// Its bits and band are known at once; the identity is read and the reasons are written down when
/// they are first asked for. Immutable and thread-safe (both may be made twice).
public final class Candidate {

    /// Best first; equal scores by list and entity, so that an answer is always in one order.
    public static final Comparator<Candidate> RANKING =
            Comparator.comparingDouble(Candidate::bits)
                    .reversed()
                    .thenComparing(c -> c.identity().list())
                    .thenComparing(c -> c.identity().entity());

    private final double bits;
    private final Band band;
    private final Supplier<Identity> source;
    private final Function<Identity, Comparison> explanation;
    private @Nullable Identity identity;
    private @Nullable Comparison comparison;

    private Candidate(
            double bits,
            Band band,
            Supplier<Identity> source,
            Function<Identity, Comparison> explanation) {
        this.bits = bits;
        this.band = band;
        this.source = source;
        this.explanation = explanation;
    }

    public Candidate(Identity identity, Comparison comparison) {
        this(comparison.bits(), comparison.band(), () -> identity, _ -> comparison);
        this.identity = identity;
        this.comparison = comparison;
    }

    /// A candidate of which only the sum is known yet.
    ///
    /// @param bits log2 of the odds that it is the one asked about
    /// @param source reads the identity; always the same
    /// @param explanation compares with reasons; its bits and band are those given here
    public static Candidate of(
            double bits,
            Band band,
            Supplier<Identity> source,
            Function<Identity, Comparison> explanation) {
        return new Candidate(bits, band, source, explanation);
    }

    /// Log2 of the odds that it is the one asked about.
    public double bits() {
        return bits;
    }

    /// What the bits ask of the officer.
    public Band band() {
        return band;
    }

    /// The listed identity.
    public Identity identity() {
        Identity known = identity;
        if (known == null) {
            known = source.get();
            identity = known;
        }
        return known;
    }

    /// The comparison with all reasons.
    public Comparison comparison() {
        Comparison known = comparison;
        if (known == null) {
            known = explanation.apply(identity());
            comparison = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Candidate that
                && bits == that.bits
                && identity().equals(that.identity())
                && comparison().equals(that.comparison());
    }

    @Override
    public int hashCode() {
        return Objects.hash(bits, identity());
    }

    @Override
    public String toString() {
        return "Candidate[" + identity() + ", " + bits + " bits, " + band + "]";
    }
}
