package manumit.journal;

/// Faults of one kind.
///
/// @param sequence number of the first entry concerned; 0 if the line belongs to none
/// @param line of the export where it was seen first, from 1
/// @param count how many of this kind
public record Fault(FaultKind kind, long sequence, long line, long count) {

    Fault oneMore() {
        return new Fault(kind, sequence, line, count + 1);
    }

    @Override
    public String toString() {
        return kind.code() + " at entry " + sequence + ", line " + line + ", " + count + " in all";
    }
}
