package manumit.benchmarks.crowd;

import manumit.matching.Query;
import org.jspecify.annotations.Nullable;

/// One traveller to be checked.
///
/// @param query what is asked
/// @param target reference of the listed identity the traveller is, or null for an unrelated
///   traveller
public record Check(Query query, @Nullable String target) {}
