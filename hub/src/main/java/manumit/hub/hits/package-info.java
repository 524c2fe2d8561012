/// Hits: from a candidate that somebody stands for to its outcome, with clocks.
@org.jspecify.annotations.NullMarked
package manumit.hub.hits;
