package manumit.matching.snapshot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;

/// Records at the edges of what the types allow, with any characters.
final class RandomIdentities {

    private static final List<String> CODES = List.of("NG", "UA", "XK", "ZZ", "SU", "AD", "ZW");

    private final Random random;

    RandomIdentities(Random random) {
        this.random = random;
    }

    Identity next() {
        Particulars particulars =
                new Particulars(
                        any(EntityKind.values()),
                        several(this::name),
                        several(this::date),
                        any(Sex.values()),
                        several(this::country),
                        several(() -> random.nextInt(9) == 0 ? "" : text(600)),
                        several(this::document));
        return new Identity(solid(40), solid(300), particulars, members());
    }

    private Name name() {
        NameKind kind = any(NameKind.values());
        return switch (random.nextInt(4)) {
            case 0 -> Name.of(kind, solid(450));
            case 1 -> Name.ofParts(kind, solid(250), solid(250));
            case 2 -> Name.ofParts(kind, solid(30), "");
            default -> new Name(kind, solid(450), text(450), text(450));
        };
    }

    private BirthDate date() {
        int year = BirthDate.FIRST_YEAR + random.nextInt(401);
        return switch (random.nextInt(5)) {
            case 0 ->
                    new BirthDate.Day(
                            LocalDate.ofYearDay(
                                    year,
                                    1 + random.nextInt(LocalDate.of(year, 1, 1).lengthOfYear())));
            case 1 -> new BirthDate.Month(YearMonth.of(year, 1 + random.nextInt(12)));
            case 2 -> new BirthDate.InYear(year);
            case 3 -> new BirthDate.Circa(year);
            default ->
                    new BirthDate.Between(
                            year, year + random.nextInt(BirthDate.LAST_YEAR - year + 1));
        };
    }

    private Country country() {
        return new Country(CODES.get(random.nextInt(CODES.size())));
    }

    private TravelDocument document() {
        return new TravelDocument(any(DocumentType.values()), solid(60), country());
    }

    private MemberSet members() {
        return switch (random.nextInt(4)) {
            case 0 -> MemberSet.EVERYBODY;
            case 1 -> MemberSet.NOBODY;
            case 2 -> MemberSet.of(random.nextInt(MemberSet.CAPACITY));
            default ->
                    new MemberSet(
                            random.nextLong(),
                            random.nextLong(),
                            random.nextInt(2) * random.nextLong(),
                            random.nextLong());
        };
    }

    /// Any text that is not blank.
    private String solid(int most) {
        String text = text(most - 1);
        return text.isBlank() ? "x" : text;
    }

    /// Letters of one script, or any UTF-16 units, halves of pairs among them.
    private String text(int most) {
        int length = random.nextInt(4) == 0 ? random.nextInt(most) + 1 : random.nextInt(20);
        length = Math.min(length, most);
        int[] starts = {'A', 0xC0, 0x410, 0x627, 0x4E00, 0xAC00, 0};
        int start = starts[random.nextInt(starts.length)];
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int space = random.nextInt(8);
            text.append(
                    (char)
                            (space == 0
                                    ? ' '
                                    : start == 0
                                            ? random.nextInt(0x10000)
                                            : start + random.nextInt(25)));
        }
        if (start == 0 && length >= 2) {
            text.setLength(length - 2);
            text.appendCodePoint(0x20000 + random.nextInt(100));
        }
        return text.toString();
    }

    private <T> List<T> several(Supplier<T> one) {
        int count = random.nextInt(10) == 0 ? random.nextInt(40) : random.nextInt(4);
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(one.get());
        }
        return values;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
