package manumit.travel;

import java.util.Locale;

/// A name as one source in a message gives it. What is unknown is empty: carriers write `FNU`,
/// `LNU`, `XXX` or `-` for it, in any case.
///
/// @param surname primary identifier; of somebody with one name, that name
/// @param given first given name, or all in one field
/// @param middle further given names, with blanks between them
/// @param title cut from the given name where that is certain, for example `MRS`; else empty
/// @param written as the message has it, `/` between the fields
public record PersonName(
        String surname, String given, String middle, String title, String written) {

    public static final PersonName UNKNOWN = new PersonName("", "", "", "", "");

    /// Letters of `FNU` and its like.
    private static final int LONGEST_FILLER = 3;

    public static PersonName of(String surname, String given, String middle) {
        String written = surname + "/" + given + (middle.isEmpty() ? "" : "/" + middle);
        return new PersonName(known(surname), known(given), known(middle), "", written);
    }

    private static String known(String name) {
        if (name.length() > LONGEST_FILLER) {
            return name;
        }
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "FNU", "LNU", "XXX", "-", "--", "." -> "";
            default -> name;
        };
    }

    public boolean isUnknown() {
        return surname.isEmpty() && given.isEmpty() && middle.isEmpty();
    }

    public PersonName withTitle(String shortened, String cut) {
        return new PersonName(surname, shortened, middle, cut, written);
    }

    /// Never the name itself.
    @Override
    public String toString() {
        return isUnknown() ? "unknown name" : "name";
    }
}
