package manumit.hub.web;

import manumit.hub.access.Acting;

/// How much waits for somebody at a place: stands beside its name in the navigation of every page.
/// A bean, for a place that its capability makes. Its words are the message `place.NAME.waiting`.
public interface PlaceCount {

    /// Name of the {@link Place}.
    String place();

    /// Asked for each page, of those who may go there; 0 is not shown.
    long count(Acting acting);
}
