/// Everything done in the hub is an act in the journal. {@link
/// manumit.hub.journal.JournaledHandlers} makes one of each request, {@link
/// manumit.hub.journal.ActUnderWay} is where more is said of it.
@org.jspecify.annotations.NullMarked
package manumit.hub.journal;
