/// The port through which capabilities write the journal.
@org.jspecify.annotations.NullMarked
package manumit.hub.journal;
