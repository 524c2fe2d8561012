package manumit.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import manumit.lists.MrzParticulars;
import manumit.matching.Band;
import manumit.matching.Candidate;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.TravelDocument;
import manumit.matching.Watchlist;
import manumit.matching.documentindex.DocumentFinding;
import manumit.matching.documentindex.DocumentIndex;
import manumit.travel.Passenger;
import manumit.travel.mrz.MrzReading;
import org.jspecify.annotations.Nullable;

/// Asks a watchlist, and an index of documents where there is one, about a passenger, a document or
/// anybody else. Immutable; thread-safe as the lists are.
public final class PassengerScreening {

    private final Watchlist watchlist;
    private final @Nullable DocumentIndex documents;
    private final MemberSet viewer;
    private final Band minBand;
    private final int limit;

    private PassengerScreening(
            Watchlist watchlist,
            @Nullable DocumentIndex documents,
            MemberSet viewer,
            Band minBand,
            int limit) {
        this.watchlist = Objects.requireNonNull(watchlist);
        this.documents = documents;
        this.viewer = Objects.requireNonNull(viewer);
        this.minBand = Objects.requireNonNull(minBand);
        this.limit = limit;
    }

    /// Asks for every candidate that is `possible` or better, without restriction of sight.
    public static PassengerScreening of(Watchlist watchlist) {
        return new PassengerScreening(
                watchlist, null, MemberSet.EVERYBODY, Band.POSSIBLE, Integer.MAX_VALUE);
    }

    /// Looks documents up by number alone as well. The index knows no restrictions: whoever may ask
    /// sees all that it lists.
    public PassengerScreening withDocuments(DocumentIndex index) {
        return new PassengerScreening(watchlist, index, viewer, minBand, limit);
    }

    /// Asks on behalf of these members.
    public PassengerScreening withViewer(MemberSet members) {
        return new PassengerScreening(watchlist, documents, members, minBand, limit);
    }

    /// @param least band of candidates, not `NONE`
    /// @param most candidates of one answer, at least 1
    public PassengerScreening withCandidates(Band least, int most) {
        return new PassengerScreening(watchlist, documents, viewer, least, most);
    }

    /// Screens a passenger of a list or booking. The travel documents are asked about too.
    public Screened screen(Passenger passenger) {
        return screen(PassengerQuery.of(passenger));
    }

    /// Screens the holder of a document whose machine-readable zone was read.
    public Screened screen(MrzReading.Read zone) {
        return screen(new PassengerQuery(MrzParticulars.of(zone), List.of()));
    }

    /// Screens whoever this is.
    public Screened screen(PassengerQuery query) {
        Particulars asked = query.particulars();
        if (!query.isAskable()) {
            return new Screened(asked, List.of(), List.of(), query.notes());
        }
        List<Candidate> candidates = watchlist.candidates(new Query(asked, viewer, minBand, limit));
        return new Screened(asked, candidates, listed(asked), query.notes());
    }

    private List<Screened.ListedDocument> listed(Particulars asked) {
        List<Screened.ListedDocument> listed = new ArrayList<>(0);
        Optional.ofNullable(documents)
                .ifPresent(index -> {
                    for (TravelDocument document : asked.documents()) {
                        List<DocumentFinding> findings = index.findings(document);
                        if (!findings.isEmpty()) {
                            listed.add(new Screened.ListedDocument(document, findings));
                        }
                    }
                });
        return listed;
    }
}
