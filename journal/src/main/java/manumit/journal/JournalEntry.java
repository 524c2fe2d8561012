package manumit.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// An act as it stands in the journal.
///
/// @param sequence its number, from 1, without gaps
/// @param at when it was written, UTC, whole microseconds; never earlier than the entry before
/// @param act what was done
/// @param hash of this entry and all before it
public record JournalEntry(long sequence, Instant at, Act act, ChainHash hash) {

    public JournalEntry {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence: " + sequence + ", must be 1 or more");
        }
        if (!at.equals(at.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("at: must be whole microseconds");
        }
    }

    @Override
    public String toString() {
        return "entry " + sequence;
    }
}
