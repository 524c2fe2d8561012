package manumit.travel.mrz;

import java.util.Objects;

/// What a zone says. Fillers are stripped at the ends of fields; a filler within the number or the
/// optional data stays `<`.
///
/// @param format size and layout
/// @param documentCode one or two letters: `P`, `PD`, `I`, `AC`, `V` …
/// @param issuer code of the issuing state or body as printed, `UTO`, `D`, `XXA`; may be unknown
/// @param name the holder's name
/// @param number document number, of any length; empty where there is none
/// @param nationality code as for the issuer
/// @param birth birth date
/// @param sex as printed
/// @param expiry last day of validity
/// @param optional optional data, without the rest of a long number
/// @param secondOptional TD1: optional data of the second line; else empty
public record MrzDocument(
        MrzFormat format,
        String documentCode,
        String issuer,
        MrzName name,
        String number,
        String nationality,
        MrzDate birth,
        MrzSex sex,
        MrzDate expiry,
        String optional,
        String secondOptional) {

    public MrzDocument {
        Objects.requireNonNull(format);
        Objects.requireNonNull(documentCode);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(name);
        Objects.requireNonNull(number);
        Objects.requireNonNull(nationality);
        Objects.requireNonNull(birth);
        Objects.requireNonNull(sex);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(optional);
        Objects.requireNonNull(secondOptional);
    }

    /// A passport without optional data.
    public static MrzDocument passport(
            String issuer,
            MrzName name,
            String number,
            String nationality,
            MrzDate birth,
            MrzSex sex,
            MrzDate expiry) {
        return new MrzDocument(
                MrzFormat.TD3, "P", issuer, name, number, nationality, birth, sex, expiry, "", "");
    }

    /// Never shows personal data.
    @Override
    public String toString() {
        return "MrzDocument[" + format + ", " + documentCode + ", issuer " + issuer + "]";
    }
}
