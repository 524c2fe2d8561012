package manumit.hub.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import manumit.hub.access.Right;

/// What the layout shows around a page.
///
/// @param signedIn whether somebody signed in; if not, names, places and context are empty
/// @param person display name of the user
/// @param member name of the user's member
/// @param context names of what is chosen, by the last part of its label's key; empty text for none
/// @param places to go to, in order
/// @param waiting how much waits at a place, by its name; absent for nothing
/// @param rights of whoever signed in
/// @param path of this page
/// @param theme `light`, `dark` or, as the device wants it, empty
/// @param now when the page was made, UTC
public record Frame(
        boolean signedIn,
        String person,
        String member,
        Map<String, String> context,
        List<Place> places,
        Map<String, Long> waiting,
        Set<Right> rights,
        String path,
        String theme,
        OffsetDateTime now) {

    public static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar");
    public static final List<String> THEMES = List.of("light", "dark", "device");

    public Frame {
        places = List.copyOf(places);
        waiting = Map.copyOf(waiting);
        rights = Set.copyOf(rights);
    }

    /// Whether to offer what needs this right.
    public boolean may(String right) {
        return rights.contains(Right.valueOf(right));
    }

    /// How much waits at a place, digits as everywhere on the page; empty for nothing.
    public String waitingAt(Place place) {
        Long count = waiting.get(place.name());
        return count == null ? "" : count.toString();
    }

    public boolean isAt(Place place) {
        return place.holds(path);
    }

    public List<String> languages() {
        return LANGUAGES;
    }

    public List<String> themes() {
        return THEMES;
    }

    public boolean isTheme(String wanted) {
        return wanted.equals(theme.isEmpty() ? "device" : theme);
    }

    @Override
    public String toString() {
        return "Frame[" + path + "]";
    }
}
