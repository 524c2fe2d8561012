package manumit.hub.alerts;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import manumit.matching.ListScale;
import manumit.matching.MemberSet;
import manumit.matching.Watchlist;

/// What circulates, as checks find it: all members' alerts in one index, each with the members that
/// may find it. Changes of any hub process are in it within a second.
///
/// What it answers is not for showing: a check shows to a member what that member may find, and
/// tells the owner of the rest (R3).
public interface CirculatedAlerts {

    /// All members' alerts together are a long list (decision 0021): asked by `manumit-2`, also
    /// while they are few, since a list does not change its method as it grows.
    ListScale SCALE = ListScale.LONG;

    /// The index. An identity's `list` is the owner's code, its `entity` the alert's identifier
    /// ({@link UUID#toString()}), its `visibleTo` the members that may find it, the owner included.
    Watchlist watchlist();

    /// The member's bit in the index.
    ///
    /// @throws IllegalArgumentException if there is no such member
    int number(UUID member);

    /// The members of these that are named; for masks of a search backwards.
    MemberSet numbers(Collection<UUID> members);

    /// Alerts as they circulate now, whoever may find them; those that no longer do are absent.
    Map<UUID, CirculatedAlert> find(Collection<UUID> alerts);
}
