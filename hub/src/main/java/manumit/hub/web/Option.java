package manumit.hub.web;

import org.jspecify.annotations.Nullable;

/// One choice of a list.
///
/// @param value what the form sends
/// @param key of the message that names it; null if `text` does
/// @param text its name, of a record; null if `key` says it
public record Option(String value, @Nullable String key, @Nullable String text) {

    public static Option keyed(String value, String key) {
        return new Option(value, key, null);
    }

    public static Option named(String value, String text) {
        return new Option(value, null, text);
    }
}
