package manumit.hub.hits;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A clock as a page shows it; the page's script keeps it going.
///
/// @param look `waiting`, `soon` (less than a quarter left) or `late`
/// @param hours of the time left, or of the time since it ran out
/// @param minutes beside the hours, from 0 to 59
/// @param share left, from 0 to 100; a clock that ran out is full again
public record ClockView(
        String look, long hours, int minutes, int share, long fromMillis, long dueMillis) {

    /// Null if no clock runs.
    static @Nullable ClockView of(@Nullable Instant from, @Nullable Instant due, Instant now) {
        if (from == null || due == null) {
            return null;
        }
        boolean late = !now.isBefore(due);
        Duration apart = Duration.between(now, due).abs();
        long whole = Math.max(1, Duration.between(from, due).toMillis());
        int share = late ? 100 : Math.clamp(100 * apart.toMillis() / whole, 0, 100);
        return new ClockView(
                late ? "late" : share < 25 ? "soon" : "waiting",
                apart.toHours(),
                apart.toMinutesPart(),
                share,
                from.toEpochMilli(),
                due.toEpochMilli());
    }

    public boolean late() {
        return look.equals("late");
    }

    public String icon() {
        return switch (look) {
            case "late" -> "alert-octagon";
            case "soon" -> "clock-exclamation";
            default -> "hourglass";
        };
    }

    /// For messages, whose numbers would be written otherwise in some languages.
    public String hoursText() {
        return Long.toString(hours);
    }

    public String minutesText() {
        return hours == 0 ? Integer.toString(minutes) : String.format(Locale.ROOT, "%02d", minutes);
    }
}
