package manumit.travel;

/// Whether all parts of a series have arrived, told by counting; a mark for the last part proves
/// nothing, as parts arrive in any order.
public sealed interface Completeness {

    /// Distinct persons or bookings that have arrived.
    int arrived();

    /// As many arrived as the sender stated, or more.
    record Complete(int arrived, int stated) implements Completeness {}

    /// @param missing how many are still to come
    record Incomplete(int arrived, int missing) implements Completeness {}

    /// The sender stated no total.
    record Unstated(int arrived) implements Completeness {}

    /// @param stated -1 if not stated
    static Completeness of(int arrived, int stated) {
        if (stated < 0) {
            return new Unstated(arrived);
        }
        return arrived >= stated
                ? new Complete(arrived, stated)
                : new Incomplete(arrived, stated - arrived);
    }
}
