package manumit.travel.mrz;

import java.util.List;

/// Where the fields of a format stand, as positions in its joined lines, from 0.
///
/// @param fields all fields without their check digits, in the order of the zone
/// @param composite parts under the composite digit; empty for visas
/// @param compositeDigit its position; -1 for visas
record MrzLayout(List<Span> fields, List<Span> composite, int compositeDigit) {

    /// A field's characters.
    ///
    /// @param from inclusive
    /// @param to exclusive
    /// @param digit position of its check digit; -1 without one
    record Span(MrzField field, int from, int to, int digit) {

        boolean isFillers(char[] text) {
            for (int i = from; i < to; i++) {
                if (text[i] != '<') {
                    return false;
                }
            }
            return true;
        }
    }

    MrzLayout {
        fields = List.copyOf(fields);
        composite = List.copyOf(composite);
    }

    private static final MrzLayout TD1 =
            new MrzLayout(
                    List.of(
                            plain(MrzField.DOCUMENT_CODE, 0, 2),
                            plain(MrzField.ISSUER, 2, 5),
                            checked(MrzField.NUMBER, 5, 14),
                            plain(MrzField.OPTIONAL, 15, 30),
                            checked(MrzField.BIRTH_DATE, 30, 36),
                            plain(MrzField.SEX, 37, 38),
                            checked(MrzField.EXPIRY, 38, 44),
                            plain(MrzField.NATIONALITY, 45, 48),
                            plain(MrzField.SECOND_OPTIONAL, 48, 59),
                            plain(MrzField.NAME, 60, 90)),
                    List.of(part(5, 30), part(30, 37), part(38, 45), part(48, 59)),
                    59);

    private static final MrzLayout TD2 =
            new MrzLayout(
                    twoLines(36, plain(MrzField.OPTIONAL, 64, 71)),
                    List.of(part(36, 46), part(49, 56), part(57, 71)),
                    71);

    private static final MrzLayout TD3 =
            new MrzLayout(
                    twoLines(44, checked(MrzField.OPTIONAL, 72, 86)),
                    List.of(part(44, 54), part(57, 64), part(65, 87)),
                    87);

    private static final MrzLayout MRV_A =
            new MrzLayout(twoLines(44, plain(MrzField.OPTIONAL, 72, 88)), List.of(), -1);

    private static final MrzLayout MRV_B =
            new MrzLayout(twoLines(36, plain(MrzField.OPTIONAL, 64, 72)), List.of(), -1);

    static MrzLayout of(MrzFormat format) {
        return switch (format) {
            case TD1 -> TD1;
            case TD2 -> TD2;
            case TD3 -> TD3;
            case MRV_A -> MRV_A;
            case MRV_B -> MRV_B;
        };
    }

    Span span(MrzField field) {
        for (Span span : fields) {
            if (span.field == field) {
                return span;
            }
        }
        throw new IllegalArgumentException("field: the format has no " + field);
    }

    boolean hasComposite() {
        return compositeDigit >= 0;
    }

    char compositeOf(char[] text) {
        CheckDigit digit = new CheckDigit();
        composite.forEach(part -> digit.add(text, part.from, part.to));
        return digit.digit();
    }

    private static List<Span> twoLines(int second, Span optional) {
        return List.of(
                plain(MrzField.DOCUMENT_CODE, 0, 2),
                plain(MrzField.ISSUER, 2, 5),
                plain(MrzField.NAME, 5, second),
                checked(MrzField.NUMBER, second, second + 9),
                plain(MrzField.NATIONALITY, second + 10, second + 13),
                checked(MrzField.BIRTH_DATE, second + 13, second + 19),
                plain(MrzField.SEX, second + 20, second + 21),
                checked(MrzField.EXPIRY, second + 21, second + 27),
                optional);
    }

    private static Span plain(MrzField field, int from, int to) {
        return new Span(field, from, to, -1);
    }

    /// With the check digit right behind.
    private static Span checked(MrzField field, int from, int to) {
        return new Span(field, from, to, to);
    }

    private static Span part(int from, int to) {
        return new Span(MrzField.COMPOSITE, from, to, -1);
    }
}
