package manumit.matching.v1;

import java.util.List;
import manumit.matching.Band;
import manumit.matching.Comparison;
import manumit.matching.Matcher;
import manumit.matching.Particulars;

/// Scoring method `manumit-1`.
public final class MethodV1 implements Matcher {

    @Override
    public String version() {
        return "manumit-1";
    }

    @Override
    public Comparison compare(Particulars query, Particulars record) {
        return new Comparison(version(), 0, 0.5, Band.POSSIBLE, "", "", List.of());
    }
}
