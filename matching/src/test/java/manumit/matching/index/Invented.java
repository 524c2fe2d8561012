package manumit.matching.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;

/// People made up from a small stock of parts, so that many share a part, and questions about them
/// with the usual slips.
final class Invented {

    private static final List<String> GIVEN =
            List.of(
                    "Amina",
                    "Mohamed",
                    "Muhammad",
                    "Олександр",
                    "Aleksandr",
                    "Zhang",
                    "Wei",
                    "Jongun",
                    "Jong Un",
                    "José María",
                    "Ngozi",
                    "Dimitra",
                    "Δήμητρα",
                    "محمد",
                    "Abd al-Rahman",
                    "Abdurrahman",
                    "J.",
                    "Giorgi",
                    "გიორგი",
                    "Haruka",
                    "はるか",
                    "דוד",
                    "David",
                    "Priya",
                    "李");
    private static final List<String> FAMILY =
            List.of(
                    "Okonkwo",
                    "Al-Harbi",
                    "Alharbi",
                    "Шевчук",
                    "Shevchuk",
                    "Chevtchouk",
                    "Ivanova",
                    "Ivanov",
                    "Wei",
                    "Kim",
                    "De la Vega",
                    "Papadaki",
                    "Παπαδάκη",
                    "الحربي",
                    "van der Meer",
                    "Beridze",
                    "ბერიძე",
                    "Tanaka",
                    "田中",
                    "Levy",
                    "לוי",
                    "Nair",
                    "明",
                    "Zhumabekova",
                    "O'Riordan");
    private static final List<String> COUNTRIES = List.of("NG", "SA", "UA", "CN", "KP", "ES", "GR");

    private final Random random;

    Invented(Random random) {
        this.random = random;
    }

    List<Identity> identities(int count) {
        List<Identity> identities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            identities.add(Identity.of("test", "e" + i, particulars()));
        }
        return identities;
    }

    private Particulars particulars() {
        Particulars.Builder b = Particulars.builder().kind(EntityKind.PERSON);
        b.name(name(NameKind.PRIMARY));
        while (random.nextInt(3) == 0) {
            b.name(name(random.nextBoolean() ? NameKind.ALIAS : NameKind.WEAK_ALIAS));
        }
        if (random.nextInt(5) > 0) {
            b.birthDate(date());
        }
        if (random.nextInt(8) == 0) {
            b.birthDate(new BirthDate.Circa(1940 + random.nextInt(60)));
        }
        if (random.nextInt(8) == 0) {
            b.birthDate(date());
        }
        b.sex(any(List.of(Sex.values())));
        b.nationality(new Country(any(COUNTRIES)));
        if (random.nextInt(2) == 0) {
            b.document(document());
        }
        return b.build();
    }

    private Name name(NameKind kind) {
        String given = any(GIVEN);
        String family = any(FAMILY) + (random.nextInt(4) == 0 ? " " + any(FAMILY) : "");
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> Name.ofParts(kind, given, family);
            // All in one field, as some registers have it.
            case 4 -> Name.ofParts(kind, given + " " + family, "");
            default -> Name.of(kind, given + " " + family);
        };
    }

    private TravelDocument document() {
        return new TravelDocument(
                DocumentType.PASSPORT,
                "P" + (100_000 + random.nextInt(300)),
                new Country(any(COUNTRIES)));
    }

    private BirthDate date() {
        return BirthDate.of(
                1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    Particulars perturbed(Particulars source) {
        Particulars.Builder b = Particulars.builder().kind(source.kind()).sex(source.sex());
        String name = source.names().get(random.nextInt(source.names().size())).whole();
        b.name(perturbed(name));
        source.birthDates().stream().limit(random.nextInt(2)).forEach(b::birthDate);
        if (random.nextInt(6) == 0) {
            b.birthDate(date());
        }
        source.nationalities().stream().limit(random.nextInt(2)).forEach(b::nationality);
        source.documents().stream().limit(random.nextInt(2)).forEach(b::document);
        return b.build();
    }

    private String perturbed(String name) {
        StringBuilder text = new StringBuilder(name);
        switch (random.nextInt(5)) {
            case 0 -> text.deleteCharAt(random.nextInt(text.length()));
            case 1 -> text.insert(random.nextInt(text.length()), 'e');
            case 2 -> {
                int space = name.indexOf(' ');
                if (space > 0) {
                    return name.substring(space + 1) + " " + name.substring(0, space);
                }
            }
            case 3 -> {
                int space = name.indexOf(' ');
                if (space > 0) {
                    text.deleteCharAt(space);
                }
            }
            default -> {}
        }
        return text.toString().isBlank() ? name : text.toString();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
