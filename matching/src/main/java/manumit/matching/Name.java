package manumit.matching;

import java.util.Objects;

/// One name of somebody, as written. The whole is always there; the parts only where the source
/// tells them apart.
///
/// @param kind how the name belongs to its bearer
/// @param whole the name as one line, in the order and script of the source; never blank
/// @param givenNames given names, or empty where the source does not tell
/// @param familyName family name or names, or empty where the source does not tell
public record Name(NameKind kind, String whole, String givenNames, String familyName) {

    /// Longest name read, in UTF-16 units; longer ones are cut, so that hostile input cannot make a
    /// comparison long.
    public static final int MAX_LENGTH = 400;

    public Name {
        Objects.requireNonNull(kind);
        whole = cut(whole.strip());
        givenNames = cut(givenNames.strip());
        familyName = cut(familyName.strip());
        if (whole.isEmpty()) {
            throw new IllegalArgumentException("whole: a name must not be blank");
        }
    }

    /// A primary name given as one line.
    public static Name of(String whole) {
        return of(NameKind.PRIMARY, whole);
    }

    /// A name given as one line. A single comma is read as "FAMILY, Given".
    public static Name of(NameKind kind, String whole) {
        return new Name(kind, whole, "", "");
    }

    /// A name whose parts are known; either may be empty, not both.
    public static Name ofParts(NameKind kind, String givenNames, String familyName) {
        return new Name(kind, (givenNames + " " + familyName), givenNames, familyName);
    }

    /// Does the source tell given names and family name apart?
    public boolean hasParts() {
        return !givenNames.isEmpty() || !familyName.isEmpty();
    }

    /// Never shows the name: records of names end up in logs.
    @Override
    public String toString() {
        return "Name[" + kind + ", " + whole.length() + " characters]";
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end =
                Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1))
                        ? MAX_LENGTH - 1
                        : MAX_LENGTH;
        return text.substring(0, end).strip();
    }
}
