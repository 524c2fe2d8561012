package manumit.screening;

import java.util.List;
import java.util.Objects;
import manumit.matching.Band;
import manumit.matching.Candidate;
import manumit.matching.Particulars;
import manumit.matching.TravelDocument;
import manumit.matching.documentindex.DocumentFinding;

/// What the lists say about one person. A candidate is not a hit.
///
/// @param asked what was asked
/// @param candidates best first
/// @param documents those asked about that the index of documents lists; none without an index
/// @param notes what the person's data lacked for the question
public record Screened(
        Particulars asked,
        List<Candidate> candidates,
        List<ListedDocument> documents,
        List<PassengerQuery.Note> notes) {

    /// A document asked about, and the listed ones that it may be.
    ///
    /// @param findings the closest first, at least one
    public record ListedDocument(TravelDocument document, List<DocumentFinding> findings) {

        public ListedDocument {
            Objects.requireNonNull(document);
            findings = List.copyOf(findings);
        }

        /// Never shows the number.
        @Override
        public String toString() {
            return document + ", findings " + findings.size();
        }
    }

    public Screened {
        Objects.requireNonNull(asked);
        candidates = List.copyOf(candidates);
        documents = List.copyOf(documents);
        notes = List.copyOf(notes);
    }

    /// Band of the best candidate, {@link Band#NONE} without one.
    public Band band() {
        return candidates.isEmpty() ? Band.NONE : candidates.getFirst().band();
    }

    /// Counts only.
    @Override
    public String toString() {
        return "Screened[candidates "
                + candidates.size()
                + ", documents "
                + documents.size()
                + ", "
                + notes
                + "]";
    }
}
