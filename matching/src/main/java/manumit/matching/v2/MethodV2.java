package manumit.matching.v2;

import manumit.matching.Comparison;
import manumit.matching.Matcher;
import manumit.matching.Occasion;
import manumit.matching.Particulars;
import manumit.matching.v1.MethodV1;
import manumit.matching.v1.Rules;
import manumit.matching.v1.Scoring;

/// Scoring method `manumit-2`, for long lists: compares as {@link MethodV1} does, but two parts of
/// a name stand for each other only if they have a key in common ({@link
/// manumit.matching.similarity.PartKeys}), and neighbours read as one stand for a part only if both
/// sound alike. Thread-safe.
public final class MethodV2 implements Matcher {

    public static final String VERSION = "manumit-2";

    /// The method, for those who hold names taken apart.
    public static final Scoring SCORING = new Scoring(Rules.keyed(VERSION, MethodV1.SCORING));

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Comparison compare(Particulars query, Particulars record, Occasion occasion) {
        return SCORING.compare(query, record, occasion);
    }
}
