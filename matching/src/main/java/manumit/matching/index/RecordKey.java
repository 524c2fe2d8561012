package manumit.matching.index;

import manumit.matching.Identity;

/// What tells records apart.
///
/// @param list name of the list
/// @param entity the list's own reference
record RecordKey(String list, String entity) {

    static RecordKey of(Identity identity) {
        return new RecordKey(identity.list(), identity.entity());
    }

    /// Where it stands in a {@link KeyTable}: stored, so never to be changed.
    int hash() {
        int hash = (list.hashCode() * 31 + entity.hashCode()) * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
