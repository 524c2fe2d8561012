package manumit.journal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a look at an export gave.
///
/// @param entries read
/// @param first number of the first entry announced; 0 if there was no header
/// @param last highest number read; 0 if none
/// @param checkpoints with a good signature
/// @param provenUpTo number of the last entry that a good checkpoint covers, with no fault before
///   it; what follows is chained, but its end could be cut or rewritten unnoticed. One less than
///   the first, or 0, if nothing is proven
/// @param startProven whether the export begins at entry 1 or right after a good checkpoint
/// @param keys that signed good checkpoints
/// @param keysTrusted whether those keys were compared with ones that the verifier had from
///   elsewhere
/// @param faults one for each kind found, in the order of the kinds
public record Verification(
        long entries,
        long first,
        long last,
        long checkpoints,
        long provenUpTo,
        boolean startProven,
        Set<VerifyingKey> keys,
        boolean keysTrusted,
        List<Fault> faults) {

    public Verification {
        keys = Set.copyOf(keys);
        faults = List.copyOf(faults);
    }

    /// No fault was found. How far that is a proof says {@link #provenUpTo}.
    public boolean isIntact() {
        return faults.isEmpty();
    }

    public Optional<Fault> find(FaultKind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).findFirst();
    }
}
