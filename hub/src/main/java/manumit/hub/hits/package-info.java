/// Hits: candidates that an owner is asked about, its answer, what was done, how it ended; each
/// step with its clock and its place in the journal. {@link manumit.hub.hits.HitTransitions} is the
/// table of what may follow what.
@org.jspecify.annotations.NullMarked
package manumit.hub.hits;
