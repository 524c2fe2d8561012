package manumit.travel.mrz;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;

/// Documents of invented people, each as it is read back from its zone.
final class InventedDocuments {

    private static final String[] STATES = {"UTO", "D", "TGO", "PHL", "XXA", "GBD", "UNO", "BRA"};
    private static final List<MrzFormat> FORMATS = List.of(MrzFormat.values());
    private static final List<MrzSex> SEXES =
            List.of(MrzSex.FEMALE, MrzSex.MALE, MrzSex.UNSPECIFIED);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ALL = "0123456789" + LETTERS;

    private InventedDocuments() {}

    static MrzDocument any(Random random) {
        MrzFormat format = FORMATS.get(random.nextInt(FORMATS.size()));
        boolean mayBeLong = format == MrzFormat.TD1 || format == MrzFormat.TD2;
        int numberLength =
                mayBeLong && random.nextInt(3) == 0
                        ? 10 + random.nextInt(4)
                        : 5 + random.nextInt(5);
        int optionalLength = mayBeLong && numberLength > 9 ? 0 : random.nextInt(7);
        return new MrzDocument(
                format,
                switch (format) {
                    case TD1, TD2 -> random.nextBoolean() ? "I" : "AC";
                    case TD3 -> random.nextBoolean() ? "P" : "PD";
                    case MRV_A, MRV_B -> "V";
                },
                state(random),
                MrzName.of(words(random, 1 + random.nextInt(2)), words(random, random.nextInt(3))),
                text(ALL, numberLength, random),
                state(random),
                date(1930, 2020, random),
                SEXES.get(random.nextInt(SEXES.size())),
                date(2000, 2040, random),
                text(ALL, optionalLength, random),
                format == MrzFormat.TD1 ? text(ALL, random.nextInt(12), random) : "");
    }

    private static String state(Random random) {
        return STATES[random.nextInt(STATES.length)];
    }

    /// Short enough for every format.
    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(text(LETTERS, 1 + random.nextInt(6), random));
        }
        return words.toString();
    }

    private static MrzDate date(int from, int to, Random random) {
        LocalDate day = LocalDate.of(from, 1, 1).plusDays(random.nextInt((to - from) * 365));
        return switch (random.nextInt(12)) {
            case 0 -> new MrzDate.Month(YearMonth.from(day));
            case 1 -> new MrzDate.InYear(day.getYear());
            case 2 -> new MrzDate.Unknown();
            default -> new MrzDate.Day(day);
        };
    }

    static String text(String from, int length, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
