package manumit.matching;

/// Compares two descriptions. Thread-safe.
public interface Matcher {

    /// The current scoring method.
    static Matcher current() {
        return new manumit.matching.v1.MethodV1();
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
