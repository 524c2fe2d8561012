package manumit.matching;

/// One reason for or against two descriptions meaning the same somebody.
///
/// @param field what was compared
/// @param outcome how the values stand to each other
/// @param query the query's value as written; empty where it has none
/// @param record the record's value as written; empty where it has none
/// @param bits weight: log2 of how much more often this is seen between two descriptions of one
///   somebody than between two of different ones; positive supports "the same"
public record Evidence(Field field, Outcome outcome, String query, String record, double bits) {

    /// Never shows the values.
    @Override
    public String toString() {
        return "Evidence[" + field + ", " + outcome + ", " + bits + "]";
    }
}
