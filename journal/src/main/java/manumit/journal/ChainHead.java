package manumit.journal;

import java.time.Instant;

/// The end of the chain.
///
/// @param sequence number of the last entry; 0 if there is none
/// @param hash of the last entry, or the origin
/// @param at time of the last entry; 1970 if there is none
record ChainHead(long sequence, ChainHash hash, Instant at) {

    static ChainHead empty(JournalId id) {
        return new ChainHead(0, CanonicalForm.origin(id), Instant.EPOCH);
    }

    ChainHead after(JournalEntry entry) {
        return new ChainHead(entry.sequence(), entry.hash(), entry.at());
    }
}
