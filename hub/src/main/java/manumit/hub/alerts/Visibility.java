package manumit.hub.alerts;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import manumit.hub.alerts.CirculatingRows.Audience;
import manumit.hub.alerts.CirculatingRows.Numbered;
import manumit.hub.ownership.Restriction;
import manumit.matching.MemberSet;
import org.springframework.stereotype.Component;

/// Members and restrictions as sets of numbered members. Numbers, codes and audiences never change,
/// so what was read once is kept. Thread-safe.
@Component
class Visibility {

    private final CirculatingRows rows;
    private final Map<UUID, Numbered> members = new ConcurrentHashMap<>();
    private final Map<Integer, MemberSet> audiences = new ConcurrentHashMap<>();

    Visibility(CirculatingRows rows) {
        this.rows = rows;
    }

    /// @throws IllegalArgumentException if there is no such member
    int number(UUID member) {
        return member(member).number();
    }

    String code(UUID member) {
        return member(member).code();
    }

    MemberSet numbers(Collection<UUID> wanted) {
        MemberSet set = MemberSet.NOBODY;
        for (UUID member : wanted) {
            set = set.with(number(member));
        }
        return set;
    }

    /// The members that may find a record: its audience and its owner. Where not all members are
    /// named, members to come are among them.
    MemberSet mask(UUID owner, int audience) {
        MemberSet known = audiences.get(audience);
        if (known == null) {
            rows.audiences().forEach(one -> audiences.put(one.id(), mask(one)));
            known = audiences.get(audience);
        }
        if (known == null) {
            throw new IllegalStateException("an alert without an audience");
        }
        return known.with(number(owner));
    }

    private MemberSet mask(Audience audience) {
        return switch (audience.restriction()) {
            case Restriction.None() -> MemberSet.EVERYBODY;
            case Restriction.Allow(var listed) -> numbers(listed);
            case Restriction.Deny(var listed) -> {
                MemberSet others = MemberSet.EVERYBODY;
                for (UUID member : listed) {
                    others = others.without(number(member));
                }
                yield others;
            }
        };
    }

    private Numbered member(UUID id) {
        Numbered known = members.get(id);
        if (known == null) {
            rows.members().forEach(one -> members.put(one.member(), one));
            known = members.get(id);
        }
        if (known == null) {
            throw new IllegalArgumentException("no such member");
        }
        return known;
    }
}
