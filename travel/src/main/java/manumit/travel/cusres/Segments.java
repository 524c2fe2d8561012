package manumit.travel.cusres;

import java.util.Locale;

/// Writes segments in character set UNOA with the default service characters, and counts them.
final class Segments {

    private static final String REFERENCE = "1";

    private final StringBuilder text = new StringBuilder("UNA:+.? '");
    private int count;

    void beginMessage(String accessReference) {
        count = 0;
        String access = accessReference.isEmpty() ? "" : "+" + released(accessReference) + "+01:F";
        addRaw("UNH+" + REFERENCE + "+CUSRES:D:05B:UN:IATA" + access);
    }

    void endMessage() {
        addRaw("UNT+" + (count + 1) + "+" + REFERENCE);
    }

    /// A segment of one element; components that are empty at its end are left out.
    void add(String tag, String... components) {
        StringBuilder element = new StringBuilder();
        int last = components.length;
        while (last > 0 && components[last - 1].isEmpty()) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            element.append(i == 0 ? "" : ":").append(released(components[i]));
        }
        addRaw(tag + "+" + element);
    }

    /// A segment whose values are released already.
    void addRaw(String segment) {
        text.append(segment).append('\'');
        count++;
    }

    String text() {
        return text.toString();
    }

    /// The value in capitals, service characters released; what UNOA lacks becomes a full stop.
    static String released(String value) {
        StringBuilder released = new StringBuilder(value.length());
        for (char c : value.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c == '\'' || c == '+' || c == ':' || c == '?') {
                released.append('?').append(c);
            } else if ((c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || " .,-()/=*!\"%&;<>".indexOf(c) >= 0) {
                released.append(c);
            } else {
                released.append('.');
            }
        }
        return released.toString();
    }
}
