package manumit.matching.index;

/// What tells records apart.
///
/// @param list name of the list
/// @param entity the list's own reference
record RecordKey(String list, String entity) {}
