package manumit.travel;

import java.util.Locale;

/// A date and perhaps a time on the clocks of the place concerned.
///
/// @param minuteOfDay 0 to 1439, or -1 if the time is unknown
public record LocalMoment(PartialDate date, int minuteOfDay) {

    public static final LocalMoment UNKNOWN = new LocalMoment(PartialDate.UNKNOWN, -1);

    public LocalMoment {
        if (minuteOfDay < -1 || minuteOfDay >= 24 * 60) {
            throw new IllegalArgumentException("minuteOfDay: " + minuteOfDay + ", not -1 to 1439");
        }
    }

    /// `2025-07-28T11:00`, or the date alone; empty if the date is unknown.
    public String text() {
        if (date.isUnknown() || minuteOfDay < 0) {
            return date.text();
        }
        return date.text()
                + String.format(Locale.ROOT, "T%02d:%02d", minuteOfDay / 60, minuteOfDay % 60);
    }
}
