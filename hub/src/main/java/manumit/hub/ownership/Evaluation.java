package manumit.hub.ownership;

/// How far a source and its information are trusted (the 4 × 4 system; R4).
///
/// @param source A no doubt, B mostly reliable, C mostly not, X cannot be assessed
/// @param information 1 certain to 3 hearsay not corroborated, 4 cannot be assessed
public record Evaluation(Source source, int information) {

    /// Reliability of the source.
    public enum Source {
        A,
        B,
        C,
        X
    }

    public Evaluation {
        if (information < 1 || information > 4) {
            throw new IllegalArgumentException("information evaluation: from 1 to 4");
        }
    }
}
