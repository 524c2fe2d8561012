/// The hub: one server that many members share. {@link manumit.hub.Hub} starts and stops it.
@org.jspecify.annotations.NullMarked
package manumit.hub;
