package manumit.matching;

/// Compares two descriptions. Thread-safe.
public interface Matcher {

    /// The current scoring method, for lists that are not long.
    static Matcher current() {
        return of(ListScale.SHORT);
    }

    /// The scoring method for lists of that scale.
    static Matcher of(ListScale scale) {
        return switch (scale) {
            case SHORT -> new manumit.matching.v1.MethodV1();
            case LONG -> new manumit.matching.v2.MethodV2();
        };
    }

    /// Version of the method, for example `manumit-1`. A published version never changes its
    /// answers.
    String version();

    /// Compares what is asked with what is listed, by the best pair of their names.
    Comparison compare(Particulars query, Particulars record, Occasion occasion);

    /// Compares two descriptions that somebody put side by side.
    default Comparison compare(Particulars query, Particulars record) {
        return compare(query, record, Occasion.SIDE_BY_SIDE);
    }
}
