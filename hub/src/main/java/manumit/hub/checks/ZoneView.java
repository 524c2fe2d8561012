package manumit.hub.checks;

import java.util.List;
import java.util.Locale;
import manumit.travel.mrz.MrzDate;
import manumit.travel.mrz.MrzReading;

/// What was odd about a machine-readable zone, and what of it is not part of a description.
///
/// @param format size and layout, such as `TD3`
/// @param verified all check digits hold, perhaps after repairs
/// @param expiry last day of validity; empty: not read
/// @param findings in the order of the zone; codes are explained in `docs/mrz.md`
record ZoneView(String format, boolean verified, String expiry, List<Finding> findings) {

    /// @param code such as `check-digit-fails`
    /// @param field such as `number`
    /// @param place such as `line 2, column 14`
    record Finding(String code, String field, String place) {}

    ZoneView {
        findings = List.copyOf(findings);
    }

    static ZoneView of(MrzReading.Read zone) {
        return new ZoneView(
                zone.document().format().name(),
                zone.isVerified(),
                written(zone.document().expiry()),
                zone.findings().stream()
                        .map(one ->
                                new Finding(
                                        one.code().code(),
                                        one.field().name().toLowerCase(Locale.ROOT),
                                        one.place().toString()))
                        .toList());
    }

    private static String written(MrzDate date) {
        return switch (date) {
            case MrzDate.Day(var day) -> day.toString();
            case MrzDate.Month(var month) -> month.toString();
            case MrzDate.InYear(int year) -> Integer.toString(year);
            case MrzDate.Unknown() -> "";
        };
    }

    @Override
    public String toString() {
        return "ZoneView[" + format + "]";
    }
}
