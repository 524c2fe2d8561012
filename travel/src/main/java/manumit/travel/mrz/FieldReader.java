package manumit.travel.mrz;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads the fields of a zone and notes what is odd.
final class FieldReader {

    private final MrzZone zone;
    private final LocalDate reference;
    private final List<MrzFinding> findings = new ArrayList<>();

    FieldReader(MrzZone zone, LocalDate reference) {
        this.zone = zone;
        this.reference = reference;
    }

    MrzReading.Read read() {
        noteCut();
        noteCharacters();
        noteChecks();
        NumberSpan number = NumberSpan.of(zone.format(), zone.text().toCharArray());
        MrzDocument document =
                new MrzDocument(
                        zone.format(),
                        text(MrzField.DOCUMENT_CODE),
                        state(MrzField.ISSUER),
                        name(),
                        number(number),
                        state(MrzField.NATIONALITY),
                        date(MrzField.BIRTH_DATE),
                        sex(),
                        date(MrzField.EXPIRY),
                        optional(number),
                        zone.format() == MrzFormat.TD1 ? text(MrzField.SECOND_OPTIONAL) : "");
        findings.sort(
                Comparator.comparingInt((MrzFinding f) -> f.place().line())
                        .thenComparingInt(f -> f.place().firstColumn())
                        .thenComparing(MrzFinding::code));
        char[] read = zone.read().toCharArray();
        return new MrzReading.Read(
                document,
                findings,
                repairs(),
                trimmed(NumberSpan.of(zone.format(), read).number(read)));
    }

    private void noteCut() {
        int width = zone.format().width();
        if (zone.cut().isRecut()) {
            findings.add(
                    new MrzFinding(
                            MrzFindingCode.LINES_RECUT,
                            MrzField.DOCUMENT_CODE,
                            new MrzPlace(1, 1, width)));
        }
        if (zone.cut().isMended()) {
            int line = zone.cut().mendedLine();
            findings.add(
                    new MrzFinding(
                            MrzFindingCode.FILLERS_MENDED,
                            fieldAt((line - 1) * width),
                            new MrzPlace(line, 1, width)));
        }
    }

    private void noteCharacters() {
        for (int position : zone.foreign()) {
            note(MrzFindingCode.CHARACTER_NOT_ALLOWED, position);
        }
        for (int position : zone.repaired()) {
            note(MrzFindingCode.REPAIRED, position);
        }
        for (MrzLayout.Span span : zone.layout().fields()) {
            boolean isLetters =
                    switch (span.field()) {
                        case DOCUMENT_CODE, ISSUER, NAME, NATIONALITY -> true;
                        case NUMBER,
                                BIRTH_DATE,
                                SEX,
                                EXPIRY,
                                OPTIONAL,
                                SECOND_OPTIONAL,
                                COMPOSITE ->
                                false;
                    };
            for (int i = span.from(); isLetters && i < span.to(); i++) {
                if (Character.isDigit(zone.text().charAt(i))) {
                    note(MrzFindingCode.CHARACTER_NOT_ALLOWED, i);
                }
            }
        }
    }

    private void noteChecks() {
        for (MrzChecks check : zone.checks()) {
            if (!check.holds()) {
                MrzFindingCode code =
                        Character.isDigit(zone.text().charAt(check.digit()))
                                ? MrzFindingCode.CHECK_DIGIT_FAILS
                                : MrzFindingCode.CHECK_DIGIT_MISSING;
                findings.add(
                        new MrzFinding(
                                code,
                                check.field(),
                                zone.format().place(check.from(), check.to())));
            }
        }
    }

    private String state(MrzField field) {
        String code = text(field);
        if (!MrzStates.isKnown(code)) {
            note(MrzFindingCode.STATE_UNKNOWN, zone.layout().span(field));
        }
        return code;
    }

    private MrzName name() {
        MrzLayout.Span span = zone.layout().span(MrzField.NAME);
        String field = zone.text(span);
        int apart = field.indexOf("<<");
        MrzName name =
                new MrzName(
                        words(apart < 0 ? field : field.substring(0, apart)),
                        apart < 0 ? "" : words(field.substring(apart)),
                        !field.endsWith("<"));
        if (name.primary().isEmpty()) {
            note(MrzFindingCode.NAME_MISSING, span);
        }
        if (name.isTruncated()) {
            note(MrzFindingCode.NAME_TRUNCATED, span);
        }
        return name;
    }

    private static String words(String field) {
        StringBuilder words = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            boolean isGap = !words.isEmpty() && i > 0 && field.charAt(i - 1) == '<';
            if (c != '<') {
                words.append(isGap ? " " : "").append(c);
            }
        }
        return words.toString();
    }

    private String number(NumberSpan span) {
        String number = trimmed(span.number(zone.text().toCharArray()));
        if (number.isEmpty()) {
            note(MrzFindingCode.NUMBER_MISSING, zone.layout().span(MrzField.NUMBER));
        }
        return number;
    }

    private String optional(NumberSpan number) {
        MrzLayout.Span span = zone.layout().span(MrzField.OPTIONAL);
        int from = number.isLong() ? number.digit() + 1 : span.from();
        String rest = trimmed(zone.text().substring(from, span.to()));
        return number.isLong() && rest.startsWith("<") ? rest.substring(1) : rest;
    }

    private MrzDate date(MrzField field) {
        MrzLayout.Span span = zone.layout().span(field);
        String text = zone.text(span);
        Optional<MrzDate> date =
                field == MrzField.BIRTH_DATE
                        ? MrzDates.birth(text, reference)
                        : MrzDates.expiry(text, reference);
        if (date.isEmpty()) {
            note(MrzFindingCode.DATE_UNREADABLE, span);
        } else if (MrzDates.isPartlyUnknown(text)) {
            note(MrzFindingCode.DATE_PARTLY_UNKNOWN, span);
        }
        return date.orElseGet(MrzDate.Unknown::new);
    }

    private MrzSex sex() {
        MrzLayout.Span span = zone.layout().span(MrzField.SEX);
        MrzSex sex = MrzSex.of(zone.text().charAt(span.from()));
        if (sex == MrzSex.UNKNOWN) {
            note(MrzFindingCode.SEX_UNREADABLE, span);
        }
        return sex;
    }

    private String text(MrzField field) {
        return trimmed(zone.text(zone.layout().span(field)));
    }

    /// Without the fillers at the end.
    private static String trimmed(String field) {
        int end = field.length();
        while (end > 0 && field.charAt(end - 1) == '<') {
            end--;
        }
        return field.substring(0, end);
    }

    private List<MrzRepair> repairs() {
        return zone.repaired().stream()
                .map(p ->
                        new MrzRepair(
                                fieldAt(p),
                                zone.format().place(p, p + 1),
                                zone.read().charAt(p),
                                zone.text().charAt(p)))
                .toList();
    }

    private void note(MrzFindingCode code, int position) {
        findings.add(
                new MrzFinding(
                        code, fieldAt(position), zone.format().place(position, position + 1)));
    }

    private void note(MrzFindingCode code, MrzLayout.Span span) {
        findings.add(
                new MrzFinding(code, span.field(), zone.format().place(span.from(), span.to())));
    }

    private MrzField fieldAt(int position) {
        for (MrzLayout.Span span : zone.layout().fields()) {
            if ((position >= span.from() && position < span.to()) || position == span.digit()) {
                return span.field();
            }
        }
        return MrzField.COMPOSITE;
    }
}
