package manumit.travel.mrz;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Codes of issuing states, bodies and nationalities: ISO 3166-1 alpha-3 and those that Doc 9303-3
/// §5 adds.
final class MrzStates {

    /// `D` is Germany, `GB…` the kinds of British nationality, `EUE` the European Union, `UN…` the
    /// United Nations, `XXA` to `XXX` stateless people, refugees and unspecified, `RKS` Kosovo,
    /// `UTO` the specimens' Utopia, the other `X…` organisations.
    private static final Set<String> FURTHER =
            Set.of(
                    "D", "GBD", "GBN", "GBO", "GBP", "GBS", "EUE", "UNO", "UNA", "UNK", "XXA",
                    "XXB", "XXC", "XXX", "XOM", "XPO", "XBA", "XIM", "XCC", "XCO", "XEC", "XCE",
                    "XMP", "XES", "XDC", "RKS", "UTO");

    private static final Set<String> KNOWN = known();

    private MrzStates() {}

    /// @param code as printed, without fillers
    static boolean isKnown(String code) {
        return KNOWN.contains(code);
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(FURTHER);
        known.addAll(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));
        return Collections.unmodifiableSet(known);
    }
}
