package manumit.hub.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.hub.identity.EvidenceView.Reason;
import manumit.matching.Country;
import manumit.matching.Field;
import manumit.matching.Outcome;

/// One line of evidence as people read it: the parts of a name together, no prior, words for codes.
///
/// @param field what is compared; a name's parts and their form are one line
/// @param look how it is shown
/// @param traveller value of whoever was checked; empty: not given
/// @param record value of the record; empty: not given
/// @param bits weight; positive speaks for the same somebody
/// @param why keys of messages, at least one
public record EvidenceRow(
        Field field, Look look, String traveller, String record, double bits, List<String> why) {

    /// Weight at which the bar is full.
    private static final double FULL_BITS = 10;

    /// Half the width of the bar, in its own units.
    private static final int HALF = 50;

    private static final String NAME_WHY = "identity.why.NAME.";

    /// How an outcome looks: icon, word and pattern differ, not colour alone.
    public enum Look {
        AGREE("check"),
        NEAR("wave-sine"),
        CONTRADICTED("x"),
        /// One side lacks it.
        NOT_GIVEN("circle-dashed"),
        /// Neither side has it, or it cannot be compared.
        NOT_KNOWN("help-circle");

        private final String icon;

        Look(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }

        public String style() {
            return "evidence-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public EvidenceRow {
        why = List.copyOf(why);
    }

    /// What a bar is drawn from: length from the middle, 0 to 50.
    public long length() {
        double share = Math.min(1, Math.abs(bits) / FULL_BITS);
        return hasBar() ? Math.max(2, Math.round(share * HALF)) : 0;
    }

    public boolean hasBar() {
        return look != Look.NOT_GIVEN && look != Look.NOT_KNOWN;
    }

    /// Where the bar begins, from 0 (against) to 100 (for).
    public long start() {
        return bits < 0 ? HALF - length() : HALF;
    }

    /// Slanted lines within the bar, as the path of an SVG.
    public String hatch() {
        StringBuilder path = new StringBuilder();
        long end = start() + length();
        for (long x = start(); x < end; x += 4) {
            path.append("M").append(x).append(" 10.5L");
            path.append(Math.min(end, x + 3)).append(" 1.5");
        }
        return path.toString();
    }

    /// For the auditor: the weight with its sign.
    public String weight() {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }

    /// In the order of {@link Field}.
    static List<EvidenceRow> of(List<Reason> reasons, Locale locale) {
        Map<Field, List<Reason>> byField = new EnumMap<>(Field.class);
        for (Reason reason : reasons) {
            Field field = reason.field() == Field.NAME_FORM ? Field.NAME : reason.field();
            byField.computeIfAbsent(field, _ -> new ArrayList<>()).add(reason);
        }
        List<EvidenceRow> rows = new ArrayList<>();
        byField.forEach((field, all) -> {
            switch (field) {
                case NAME -> rows.add(name(all));
                case BIRTH_DATE, SEX, NATIONALITY, BIRTH_PLACE, DOCUMENT ->
                        rows.add(one(all.getFirst(), locale));
                case KIND -> {
                    if (all.getFirst().outcome() == Outcome.CONTRADICTED) {
                        rows.add(one(all.getFirst(), locale));
                    }
                }
                case PRIOR, NAME_FORM -> {}
            }
        });
        return rows;
    }

    private static EvidenceRow name(List<Reason> all) {
        List<Reason> parts = all.stream().filter(one -> one.field() == Field.NAME).toList();
        double bits = all.stream().mapToDouble(Reason::bits).sum();
        String traveller = joined(parts.stream().map(Reason::traveller));
        String record = joined(parts.stream().map(Reason::record));
        Set<String> why = new LinkedHashSet<>();
        for (Outcome outcome : List.of(Outcome.CONTRADICTED, Outcome.NEAR, Outcome.OMITTED)) {
            if (parts.stream().anyMatch(part -> part.outcome() == outcome)) {
                why.add(NAME_WHY + outcome);
            }
        }
        if (traveller.isEmpty() || record.isEmpty()) {
            boolean neither = traveller.isEmpty() && record.isEmpty();
            return new EvidenceRow(
                    Field.NAME,
                    neither ? Look.NOT_KNOWN : Look.NOT_GIVEN,
                    traveller,
                    record,
                    bits,
                    List.of(lacking(traveller, record)));
        }
        if (why.isEmpty()) {
            return new EvidenceRow(
                    Field.NAME, Look.AGREE, traveller, record, bits, List.of(NAME_WHY + "AGREE"));
        }
        boolean differs = why.contains(NAME_WHY + Outcome.CONTRADICTED) && bits <= 0;
        return new EvidenceRow(
                Field.NAME,
                differs ? Look.CONTRADICTED : Look.NEAR,
                traveller,
                record,
                bits,
                List.copyOf(why));
    }

    private static EvidenceRow one(Reason reason, Locale locale) {
        boolean comparable =
                reason.outcome() != Outcome.UNKNOWN && reason.outcome() != Outcome.OMITTED;
        Look look =
                switch (reason.outcome()) {
                    case AGREE -> Look.AGREE;
                    case NEAR -> Look.NEAR;
                    case CONTRADICTED -> Look.CONTRADICTED;
                    case OMITTED -> Look.NOT_GIVEN;
                    case UNKNOWN -> Look.NOT_KNOWN;
                };
        return new EvidenceRow(
                reason.field(),
                look,
                shown(reason.field(), reason.traveller(), locale),
                shown(reason.field(), reason.record(), locale),
                reason.bits(),
                List.of(
                        comparable
                                ? "identity.why." + reason.field() + "." + reason.outcome()
                                : lacking(reason.traveller(), reason.record())));
    }

    private static String lacking(String traveller, String record) {
        if (traveller.isEmpty() == record.isEmpty()) {
            return "identity.why.neither";
        }
        return traveller.isEmpty() ? "identity.why.traveller-lacks" : "identity.why.record-lacks";
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String shown(Field field, String value, Locale locale) {
        return switch (field) {
            case NATIONALITY -> countries(value, locale);
            case BIRTH_DATE -> date(value, locale);
            case PRIOR, NAME, NAME_FORM, SEX, BIRTH_PLACE, DOCUMENT, KIND -> value;
        };
    }

    /// Names of countries instead of their codes, where Java knows them.
    public static String countries(String codes, Locale locale) {
        return Arrays.stream(codes.split(" ", -1))
                .map(code -> country(code, locale))
                .collect(Collectors.joining(" · "));
    }

    private static String country(String code, Locale locale) {
        if (!code.matches("[A-Z]{2}") || code.startsWith("X") || code.equals(noCountry())) {
            return code;
        }
        String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
        return name.isEmpty() ? code : name;
    }

    private static String noCountry() {
        return Country.UNKNOWN.code();
    }

    /// A full day in words; what is less exact stays as it is.
    public static String date(String value, Locale locale) {
        return value.matches("\\d{4}-\\d{2}-\\d{2}")
                ? DateTimeFormatter.ofPattern("d MMM uuuu", locale).format(LocalDate.parse(value))
                : value;
    }

    @Override
    public String toString() {
        return "EvidenceRow[" + field + ", " + look + "]";
    }
}
