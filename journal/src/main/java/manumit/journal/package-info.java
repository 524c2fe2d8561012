/// An append-only, hash-chained journal on PostgreSQL: {@link manumit.journal.Journal} writes,
/// {@link manumit.journal.JournalReader} searches, {@link manumit.journal.JournalExport} hands a
/// copy to an auditor, and {@link manumit.journal.JournalVerifier} proves it without the database.
///
/// The main path: an {@link manumit.journal.Act} is given to the `Journal`; its one writer thread
/// takes all that wait, {@link manumit.journal.Journal} numbers and chains them by {@link
/// manumit.journal.CanonicalForm}, writes them in one statement and answers when the database has
/// made them durable. Every so often the head of the chain is signed as a {@link
/// manumit.journal.Checkpoint}.
@NullMarked
package manumit.journal;

import org.jspecify.annotations.NullMarked;
