package manumit.travel.mrz;

/// Sex as a zone says it.
public enum MrzSex {
    FEMALE('F'),
    MALE('M'),
    /// `<`, or `X`: the document says neither.
    UNSPECIFIED('<'),
    /// Unreadable.
    UNKNOWN('<');

    private final char letter;

    MrzSex(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    static MrzSex of(char letter) {
        return switch (letter) {
            case 'F' -> FEMALE;
            case 'M' -> MALE;
            case '<', 'X' -> UNSPECIFIED;
            default -> UNKNOWN;
        };
    }
}
