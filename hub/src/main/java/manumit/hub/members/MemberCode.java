package manumit.hub.members;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import manumit.hub.web.ProblemException;

/// Three letters that name a member: ISO 3166-1 alpha-3 for a country; for an international body a
/// code of ICAO Doc 9303 part 3, section 5, or one of ISO's user-assigned `XAA` to `XZZ`.
final class MemberCode {

    private static final Set<String> COUNTRIES =
            Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3);

    /// Those of ICAO that do not begin with X: United Nations, its agencies, its mission in Kosovo,
    /// the European Union.
    private static final Set<String> BODIES = Set.of("UNO", "UNA", "UNK", "EUE");

    private MemberCode() {}

    /// @throws ProblemException if it is not a code of that kind
    static void check(MemberKind kind, String code) {
        boolean good =
                switch (kind) {
                    case COUNTRY -> COUNTRIES.contains(code);
                    case INTERNATIONAL_BODY -> BODIES.contains(code) || code.matches("X[A-Z]{2}");
                };
        if (!good) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD,
                    switch (kind) {
                        case COUNTRY -> "code: three letters of ISO 3166-1, for example FRA";
                        case INTERNATIONAL_BODY -> "code: UNO, UNA, UNK, EUE, or from XAA to XZZ";
                    });
        }
    }
}
