package manumit.hub.checks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import manumit.hub.access.Acting;
import manumit.hub.alerts.CirculatedAlert;
import manumit.hub.alerts.CirculatedAlerts;
import manumit.hub.identity.EvidenceView;
import manumit.matching.Band;
import manumit.matching.Candidate;
import manumit.matching.Comparison;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.screening.SightedScreening;
import manumit.screening.SightedScreening.Sighted;
import org.springframework.stereotype.Component;

/// Asks all that circulates about one traveller, and parts what the asking member may know of from
/// what only the owners are told (R3).
@Component
class CheckSearch {

    /// Most candidates of each part; more would not be read at a post.
    static final int MOST_CANDIDATES = 50;

    private final CirculatedAlerts alerts;

    CheckSearch(CirculatedAlerts alerts) {
        this.alerts = alerts;
    }

    /// @param visible what the asking member may know of, best first
    /// @param hidden what it may not
    record Found(List<CandidateView> visible, List<CandidateView> hidden) {}

    private static final Found NOTHING = new Found(List.of(), List.of());

    Found search(Acting acting, Particulars asked) {
        MemberSet viewer = MemberSet.of(alerts.number(acting.member()));
        Sighted sighted =
                new SightedScreening(alerts.watchlist(), Band.POSSIBLE, MOST_CANDIDATES)
                        .ask(asked, viewer);
        return sighted.visible().isEmpty() && sighted.hidden().isEmpty()
                ? NOTHING
                : described(acting, sighted);
    }

    /// In the words of the owners' alerts. What ceased to circulate meanwhile is left out; a type
    /// of record that is closed to the actor (R14) is as good as hidden.
    private Found described(Acting acting, Sighted sighted) {
        Set<UUID> found = new LinkedHashSet<>();
        Stream.concat(sighted.visible().stream(), sighted.hidden().stream())
                .forEach(candidate -> found.add(alert(candidate.identity())));
        Map<UUID, CirculatedAlert> circulated = alerts.find(found);
        List<CandidateView> visible = new ArrayList<>();
        List<CandidateView> hidden = new ArrayList<>();
        for (Candidate candidate : sighted.visible()) {
            CirculatedAlert alert = circulated.get(alert(candidate.identity()));
            if (alert != null) {
                boolean closed = acting.suspendedTypes().contains(alert.kind().type());
                (closed ? hidden : visible).add(view(candidate, alert));
            }
        }
        for (Candidate candidate : sighted.hidden()) {
            CirculatedAlert alert = circulated.get(alert(candidate.identity()));
            if (alert != null) {
                hidden.add(view(candidate, alert));
            }
        }
        return new Found(visible, hidden);
    }

    private static CandidateView view(Candidate candidate, CirculatedAlert alert) {
        return view(candidate.identity(), candidate.comparison(), alert);
    }

    static CandidateView view(Identity identity, Comparison comparison, CirculatedAlert alert) {
        return new CandidateView(
                alert.id(),
                alert.owner(),
                identity.list(),
                alert.ownerReference(),
                alert.kind(),
                alert.status(),
                alert.sheltered(),
                recordName(identity, comparison),
                alert.instructions(),
                alert.handlingCode(),
                alert.evaluation(),
                alert.version(),
                comparison.band(),
                EvidenceView.of(comparison));
    }

    /// Of a record without a name its document.
    private static String recordName(Identity identity, Comparison comparison) {
        if (!comparison.record().isEmpty()) {
            return comparison.record();
        }
        Particulars record = identity.particulars();
        if (!record.names().isEmpty()) {
            return record.names().getFirst().whole();
        }
        return record.documents().isEmpty() ? "" : record.documents().getFirst().number();
    }

    private static UUID alert(Identity identity) {
        return UUID.fromString(identity.entity());
    }
}
