package manumit.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Invented people from a small stock of parts in many scripts, and somebody like them.
final class InventedPeople {

    private static final List<String> PARTS =
            List.of(
                    "Khalid",
                    "Mansour",
                    "al-Harbi",
                    "Abd",
                    "al-Rahman",
                    "Abdulrahman",
                    "bin",
                    "خالد",
                    "الحربي",
                    "Petr",
                    "Пётр",
                    "Sokolov",
                    "Соколова",
                    "Andreevich",
                    "Игоревич",
                    "Zhang",
                    "Weiguo",
                    "张",
                    "伟国",
                    "陈志明",
                    "박지훈",
                    "Park",
                    "Ji-hoon",
                    "Tanaka",
                    "田中",
                    "ケンタ",
                    "Γεώργιος",
                    "Papadakis",
                    "משה",
                    "Friedman",
                    "გიორგი",
                    "Beridze",
                    "Արամ",
                    "Hakobyan",
                    "राजेश",
                    "Sharma",
                    "José",
                    "María",
                    "de",
                    "la",
                    "Fuente",
                    "van",
                    "der",
                    "Heydt",
                    "O'Donoghue",
                    "McAlister",
                    "J.",
                    "R",
                    "Dr",
                    "FNU",
                    "Okonkwo",
                    "Traoré",
                    "Nguyễn",
                    "Thị",
                    "Hoa",
                    "Şükrü",
                    "Çağlayan",
                    "Bill",
                    "William",
                    "oglu",
                    "Ali",
                    "Lee",
                    "Li");

    /// Parts that have nothing in common, each a name of its own.
    private static final List<String> DIFFERENT =
            List.of(
                    "Khalid",
                    "Weiguo",
                    "Sokolov",
                    "Papadakis",
                    "Hakobyan",
                    "Benjelloun",
                    "Okonkwo",
                    "Zhumabekova",
                    "Fuente",
                    "Tsukiyama",
                    "Gutierrez",
                    "Lindqvist");

    private static final List<String> PLACES =
            List.of("Ségou, Mali", "Segou", "Busan", "Umm Jadid");

    private static final List<String> COUNTRIES = List.of("NG", "SA", "UA", "CN", "KP", "ES", "GR");

    private static final List<String> NUMBERS = List.of("AO1234567", "A01234567", "KX7702913");

    private final Random random;

    InventedPeople(Random random) {
        this.random = random;
    }

    Particulars person() {
        return build(names());
    }

    /// Shares some parts of the names, and whatever else chance gives both.
    Particulars similarTo(Particulars person) {
        List<Name> names = new ArrayList<>();
        for (Name name : person.names()) {
            List<String> parts = new ArrayList<>(List.of(name.whole().split(" ", -1)));
            switch (random.nextInt(5)) {
                case 0 -> Collections.shuffle(parts, random);
                case 1 -> parts.set(random.nextInt(parts.size()), part());
                case 2 -> parts.add(random.nextInt(parts.size() + 1), part());
                case 3 -> parts.replaceAll(p -> p.length() > 4 ? p.substring(0, 4) : p);
                default -> {}
            }
            names.add(Name.of(name.kind(), String.join(" ", parts)));
        }
        return build(names);
    }

    private List<Name> names() {
        List<Name> names = new ArrayList<>();
        do {
            NameKind kind = any(List.of(NameKind.values()));
            names.add(
                    random.nextInt(4) == 0
                            ? Name.ofParts(kind, part() + " " + part(), part())
                            : Name.of(kind, name()));
        } while (random.nextInt(3) == 0);
        return names;
    }

    private Particulars build(List<Name> names) {
        Particulars.Builder b =
                Particulars.builder()
                        .kind(
                                any(
                                        List.of(
                                                EntityKind.PERSON,
                                                EntityKind.PERSON,
                                                EntityKind.UNKNOWN)));
        names.forEach(b::name);
        for (int i = random.nextInt(3); i > 0; i--) {
            b.birthDate(birthDate());
        }
        b.sex(any(List.of(Sex.values())));
        for (int i = random.nextInt(3); i > 0; i--) {
            b.nationality(new Country(any(COUNTRIES)));
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            b.birthPlace(any(PLACES));
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            b.document(
                    new TravelDocument(
                            DocumentType.PASSPORT, any(NUMBERS), new Country(any(COUNTRIES))));
        }
        return b.build();
    }

    BirthDate birthDate() {
        int year = 1950 + random.nextInt(50);
        return switch (random.nextInt(5)) {
            case 0 -> new BirthDate.InYear(year);
            case 1 -> new BirthDate.Circa(year);
            case 2 -> new BirthDate.Between(year, year + 3);
            default -> BirthDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        };
    }

    Particulars withoutBirthDates(Particulars p) {
        return new Particulars(
                p.kind(),
                p.names(),
                List.of(),
                p.sex(),
                p.nationalities(),
                p.birthPlaces(),
                p.documents());
    }

    /// One to five parts.
    String name() {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            parts.add(part());
        }
        return String.join(" ", parts);
    }

    /// Parts of which no two are alike.
    List<String> differentParts(int count) {
        List<String> parts = new ArrayList<>(DIFFERENT);
        Collections.shuffle(parts, random);
        return parts.subList(0, count);
    }

    private String part() {
        return any(PARTS);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
