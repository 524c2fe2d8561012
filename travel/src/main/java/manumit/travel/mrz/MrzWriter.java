package manumit.travel.mrz;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/// Writes machine-readable zones, for samples and tests. Stateless, thread-safe.
public final class MrzWriter {

    /// The first thing that cannot be written.
    private static final class RefusedException extends RuntimeException {
        private final transient MrzWriting.Refused refused;

        RefusedException(MrzRefusalCode code, MrzField field, int position) {
            super(code.code(), null, false, false);
            refused = new MrzWriting.Refused(code, field, position);
        }
    }

    private final MrzDocument document;
    private final MrzLayout layout;
    private final char[] text;
    private boolean isNameTruncated;
    private boolean isNumberLong;

    private MrzWriter(MrzDocument document) {
        this.document = document;
        layout = MrzLayout.of(document.format());
        text = new char[document.format().size()];
        Arrays.fill(text, '<');
    }

    /// Writes a document. Names may be in Latin, Cyrillic or Arabic letters and are transliterated;
    /// a name too long is cut as the standard says. Blanks and hyphens in numbers become fillers.
    public static MrzWriting write(MrzDocument document) {
        try {
            return new MrzWriter(document).write();
        } catch (RefusedException e) {
            return e.refused;
        }
    }

    private MrzWriting write() {
        putCode();
        putLetters(MrzField.ISSUER, document.issuer());
        putLetters(MrzField.NATIONALITY, document.nationality());
        putName();
        put(MrzField.BIRTH_DATE, MrzDates.text(document.birth()));
        put(MrzField.SEX, String.valueOf(document.sex().letter()));
        put(MrzField.EXPIRY, MrzDates.text(document.expiry()));
        putNumberAndOptional();
        if (document.format() == MrzFormat.TD1) {
            put(
                    MrzField.SECOND_OPTIONAL,
                    plain(MrzField.SECOND_OPTIONAL, document.secondOptional()));
        } else if (!document.secondOptional().isEmpty()) {
            throw new RefusedException(MrzRefusalCode.TOO_LONG, MrzField.SECOND_OPTIONAL, 1);
        }
        putCheckDigits();
        int width = document.format().width();
        return new MrzWriting.Written(
                IntStream.range(0, document.format().lines())
                        .mapToObj(line -> new String(text, line * width, width))
                        .toList(),
                isNameTruncated);
    }

    private void putCode() {
        String code = document.documentCode();
        boolean startsRight =
                !code.isEmpty() && (code.charAt(0) == 'V') == document.format().isVisa();
        if (!startsRight) {
            throw new RefusedException(
                    code.isEmpty()
                            ? MrzRefusalCode.VALUE_MISSING
                            : MrzRefusalCode.CHARACTER_NOT_ALLOWED,
                    MrzField.DOCUMENT_CODE,
                    code.isEmpty() ? 0 : 1);
        }
        putLetters(MrzField.DOCUMENT_CODE, code);
    }

    private void putLetters(MrzField field, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < 'A' || value.charAt(i) > 'Z') {
                throw new RefusedException(MrzRefusalCode.CHARACTER_NOT_ALLOWED, field, i + 1);
            }
        }
        put(field, value);
    }

    private void putName() {
        String primary = transliterated(document.name().primary());
        String secondary = transliterated(document.name().secondary());
        if (primary.isEmpty()) {
            throw new RefusedException(MrzRefusalCode.VALUE_MISSING, MrzField.NAME, 0);
        }
        MrzLayout.Span span = layout.span(MrzField.NAME);
        NameFitting fitted = NameFitting.of(primary, secondary, span.to() - span.from());
        isNameTruncated = fitted.isTruncated();
        put(MrzField.NAME, fitted.field());
    }

    private static String transliterated(String name) {
        Transliteration letters = Transliteration.of(name);
        if (letters.unknownAt() >= 0) {
            throw new RefusedException(
                    MrzRefusalCode.LETTER_UNKNOWN, MrzField.NAME, letters.unknownAt() + 1);
        }
        return letters.letters();
    }

    private void putNumberAndOptional() {
        String number = plain(MrzField.NUMBER, document.number());
        String optional = plain(MrzField.OPTIONAL, document.optional());
        boolean mayBeLong =
                document.format() == MrzFormat.TD1 || document.format() == MrzFormat.TD2;
        if (number.length() <= 9 || !mayBeLong) {
            put(MrzField.NUMBER, number);
            put(MrzField.OPTIONAL, optional);
            return;
        }
        int filler = number.indexOf('<');
        if (filler >= 0) {
            throw new RefusedException(
                    MrzRefusalCode.CHARACTER_NOT_ALLOWED, MrzField.NUMBER, filler + 1);
        }
        MrzLayout.Span span = layout.span(MrzField.OPTIONAL);
        int room = span.to() - span.from() - 1;
        if (number.length() - 9 > room) {
            throw new RefusedException(MrzRefusalCode.TOO_LONG, MrzField.NUMBER, 10 + room);
        }
        isNumberLong = true;
        put(MrzField.NUMBER, number.substring(0, 9));
        char digit = CheckDigit.of(number.toCharArray(), 0, number.length());
        put(
                MrzField.OPTIONAL,
                number.substring(9) + digit + (optional.isEmpty() ? "" : "<" + optional));
    }

    /// Capitals, digits and fillers.
    private static String plain(MrzField field, String value) {
        String plain = value.toUpperCase(Locale.ROOT).replace(' ', '<').replace('-', '<');
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c != '<' && (c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                throw new RefusedException(MrzRefusalCode.CHARACTER_NOT_ALLOWED, field, i + 1);
            }
        }
        return plain;
    }

    private void put(MrzField field, String value) {
        MrzLayout.Span span = layout.span(field);
        int room = span.to() - span.from();
        if (value.length() > room) {
            throw new RefusedException(MrzRefusalCode.TOO_LONG, field, room + 1);
        }
        value.getChars(0, value.length(), text, span.from());
    }

    private void putCheckDigits() {
        for (MrzLayout.Span span : layout.fields()) {
            if (span.digit() >= 0 && !(isNumberLong && span.field() == MrzField.NUMBER)) {
                text[span.digit()] = CheckDigit.of(text, span.from(), span.to());
            }
        }
        if (layout.hasComposite()) {
            text[layout.compositeDigit()] = layout.compositeOf(text);
        }
    }
}
