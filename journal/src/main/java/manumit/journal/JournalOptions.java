package manumit.journal;

import java.time.Duration;

/// How a journal writes.
///
/// @param mostInGroup acts written by one statement, 1 to 10,000; whoever waits alone is not kept
///   waiting for others
/// @param mostWaiting acts that may wait to be written; beyond, callers wait and then get `BUSY`
/// @param patience how long the journal tries to reach a database that has gone away, and callers
///   wait for room, before they are told
/// @param statementTimeout after which a silent database counts as gone
/// @param lockWait how long opening waits for another process to let go of the journal
/// @param checkpointEveryEntries a checkpoint is signed after so many entries …
/// @param checkpointEvery … or after so long, if there were any
public record JournalOptions(
        int mostInGroup,
        int mostWaiting,
        Duration patience,
        Duration statementTimeout,
        Duration lockWait,
        int checkpointEveryEntries,
        Duration checkpointEvery) {

    private static final int MOST_IN_GROUP = 10_000;

    public JournalOptions {
        if (mostInGroup < 1 || mostInGroup > MOST_IN_GROUP) {
            throw new IllegalArgumentException(
                    "mostInGroup: " + mostInGroup + ", must be 1 to " + MOST_IN_GROUP);
        }
        if (mostWaiting < mostInGroup) {
            throw new IllegalArgumentException(
                    "mostWaiting: "
                            + mostWaiting
                            + ", must be at least mostInGroup, "
                            + mostInGroup);
        }
        if (checkpointEveryEntries < 1) {
            throw new IllegalArgumentException(
                    "checkpointEveryEntries: " + checkpointEveryEntries + ", must be 1 or more");
        }
        requireNotNegative("patience", patience);
        requireNotNegative("lockWait", lockWait);
        requirePositive("statementTimeout", statementTimeout);
        requirePositive("checkpointEvery", checkpointEvery);
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + ": " + value + ", must not be negative");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + ": " + value + ", must be more than nothing");
        }
    }

    /// Groups of up to 2,000, five seconds of patience, a checkpoint every 10,000 entries or ten
    /// seconds.
    public static JournalOptions defaults() {
        return new JournalOptions(
                2_000,
                50_000,
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                10_000,
                Duration.ofSeconds(10));
    }

    public JournalOptions withPatience(Duration newPatience) {
        return new JournalOptions(
                mostInGroup,
                mostWaiting,
                newPatience,
                statementTimeout,
                lockWait,
                checkpointEveryEntries,
                checkpointEvery);
    }

    public JournalOptions withLockWait(Duration newLockWait) {
        return new JournalOptions(
                mostInGroup,
                mostWaiting,
                patience,
                statementTimeout,
                newLockWait,
                checkpointEveryEntries,
                checkpointEvery);
    }

    public JournalOptions withGroups(int newMostInGroup, int newMostWaiting) {
        return new JournalOptions(
                newMostInGroup,
                newMostWaiting,
                patience,
                statementTimeout,
                lockWait,
                checkpointEveryEntries,
                checkpointEvery);
    }

    public JournalOptions withCheckpoints(int everyEntries, Duration every) {
        return new JournalOptions(
                mostInGroup,
                mostWaiting,
                patience,
                statementTimeout,
                lockWait,
                everyEntries,
                every);
    }
}
