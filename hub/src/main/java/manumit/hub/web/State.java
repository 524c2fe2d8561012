package manumit.hub.web;

import java.util.Locale;

/// The six looks of a state. A state is shown as icon, word and colour; the word alone must do.
public enum State {
    /// Late, silent, contradicted.
    LATE("alert-octagon"),
    /// Due soon, serious, stale.
    SOON("clock-exclamation"),
    /// Waiting, near.
    WAITING("hourglass"),
    /// Confirmed, agree.
    CONFIRMED("circle-check"),
    /// Potential victim.
    VICTIM("shield-heart"),
    /// Undetermined, not given.
    UNDETERMINED("help-circle");

    private final String icon;

    State(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    public String style() {
        return "state-" + name().toLowerCase(Locale.ROOT);
    }

    public String notice() {
        return "notice-" + name().toLowerCase(Locale.ROOT);
    }
}
