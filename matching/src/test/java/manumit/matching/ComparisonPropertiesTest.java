package manumit.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every comparison, whoever is compared.
class ComparisonPropertiesTest {

    private static final double EXACT = 1e-9;

    private static final Matcher MATCHER = Matcher.current();

    /// Limits as `docs/matching.md` tells them.
    private static final double STRONG = 4;

    /// Bits of names that speak neither for nor against.
    private static final double NAME_EVEN = 0;

    private static final double POSSIBLE = 0;
    private static final double WEAK = -3;

    @ParameterizedTest
    @Seeds(400)
    void evidenceAddsUpToTheScore(Seed seed) {
        InventedPeople people = new InventedPeople(seed.random());
        for (Occasion occasion : Occasion.values()) {
            Particulars one = people.person();
            Comparison c = MATCHER.compare(people.similarTo(one), one, occasion);
            double sum = c.evidence().stream().mapToDouble(Evidence::bits).sum();

            assertThat(sum).isCloseTo(c.bits(), within(EXACT));
            assertThat(c.score()).isCloseTo(1 / (1 + Math.pow(2, -c.bits())), within(EXACT));
            assertThat(c.band()).isEqualTo(documentedBand(c));
            assertThat(c.method()).isEqualTo(MATCHER.version());
            assertThat(c.evidence()).isSortedAccordingTo((a, b) -> a.field().compareTo(b.field()));
        }
    }

    /// A strong candidate stands on two legs, name and birth date or document, or on one document
    /// that both hold.
    private static Band documentedBand(Comparison c) {
        boolean isNameFor = bits(c, Field.NAME) + bits(c, Field.NAME_FORM) >= NAME_EVEN - EXACT;
        boolean isSupported = bits(c, Field.BIRTH_DATE) > 0 || bits(c, Field.DOCUMENT) > 0;
        boolean isSameDocument =
                c.evidence().stream()
                        .anyMatch(e -> e.field() == Field.DOCUMENT && e.outcome() == Outcome.AGREE);
        if (c.bits() >= STRONG && ((isNameFor && isSupported) || isSameDocument)) {
            return Band.STRONG;
        }
        if (c.bits() >= POSSIBLE) {
            return Band.POSSIBLE;
        }
        return c.bits() >= WEAK ? Band.WEAK : Band.NONE;
    }

    @ParameterizedTest
    @Seeds(1000)
    void sidesMayBeSwapped(Seed seed) {
        InventedPeople people = new InventedPeople(seed.random());
        Particulars one = people.person();
        Particulars other = people.similarTo(one);

        assertThat(MATCHER.compare(one, other).bits())
                .isCloseTo(MATCHER.compare(other, one).bits(), within(EXACT));
    }

    /// Names of a few like scraps have many equally good links; found by the fuzzer.
    @ParameterizedTest
    @Seeds(1000)
    void sidesMayBeSwappedAlsoWhereManyPartsAreAlike(Seed seed) {
        Random random = seed.random();
        List<String> scraps =
                random.nextBoolean()
                        ? List.of("A", "B", "V", "Va", "Ab", "Anna", "Vera")
                        : List.of("ab", "ba", "aab", "bba", "baba", "abab");
        String one = scraps(random, scraps);
        String other = scraps(random, scraps);

        assertThat(bits(one, other)).isCloseTo(bits(other, one), within(EXACT));
    }

    private static String scraps(Random random, List<String> scraps) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            out.append(scraps.get(random.nextInt(scraps.size()))).append(' ');
        }
        return out.toString();
    }

    @ParameterizedTest
    @Seeds(300)
    void anAgreeingBirthDateNeverLowers(Seed seed) {
        InventedPeople people = new InventedPeople(seed.random());
        Particulars one = people.withoutBirthDates(people.person());
        Particulars other = people.withoutBirthDates(people.similarTo(one));
        BirthDate date = people.birthDate();

        assertThat(MATCHER.compare(with(one, date), with(other, date)).bits())
                .isGreaterThanOrEqualTo(MATCHER.compare(one, other).bits());
    }

    @ParameterizedTest
    @Seeds(300)
    void anotherAliasNeverLowers(Seed seed) {
        InventedPeople people = new InventedPeople(seed.random());
        Particulars query = people.person();
        Particulars record = people.similarTo(query);
        List<Name> names = new ArrayList<>(record.names());
        names.add(Name.of(NameKind.ALIAS, people.name()));

        assertThat(MATCHER.compare(query, withNames(record, names)).bits())
                .isGreaterThanOrEqualTo(MATCHER.compare(query, record).bits() - EXACT);
    }

    @ParameterizedTest
    @Seeds(300)
    void aPartLeftOutCostsLessThanAnotherPart(Seed seed) {
        InventedPeople people = new InventedPeople(seed.random());
        List<String> parts = people.differentParts(4);
        String record = String.join(" ", parts.subList(0, 3));
        String shorter = parts.get(0) + " " + parts.get(2);
        String other = parts.get(0) + " " + parts.get(3) + " " + parts.get(2);

        assertThat(bits(shorter, record)).isGreaterThan(bits(other, record));
        assertThat(bits(record, record)).isGreaterThan(bits(shorter, record));
    }

    @ParameterizedTest
    @Seeds(500)
    void anyTextIsCompared(Seed seed) {
        Random random = seed.random();
        String text = anyText(random);
        String other = random.nextBoolean() ? anyText(random) : text;
        if (!text.isBlank() && !other.isBlank()) {
            Comparison c = MATCHER.compare(named(text), named(other));

            assertThat(c.bits()).isFinite();
            assertThat(c.score()).isBetween(0.0, 1.0);
        }
    }

    private static String anyText(Random random) {
        StringBuilder out = new StringBuilder();
        int length = 1 + random.nextInt(60);
        int first = random.nextInt(0x3000);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(8)) {
                case 0 -> out.append(' ');
                case 1 -> out.append((char) random.nextInt(0x10000));
                case 2 -> out.append((char) (0xD800 + random.nextInt(0x800)));
                case 3 -> out.appendCodePoint(random.nextInt(0x110000));
                default -> out.append((char) (first + random.nextInt(0x80)));
            }
        }
        return out.toString();
    }

    static Stream<String> hostileNames() {
        return Stream.of(
                "a".repeat(100_000),
                "a ".repeat(10_000),
                "Kim ".repeat(10_000),
                "al-".repeat(30_000) + "Harbi",
                "'".repeat(100_000) + "x",
                "e\u0301".repeat(50_000),
                "\uD83D".repeat(1_000) + "Anna",
                "\uFDFA".repeat(1_000),
                "\u202E Anna \u0000 Bakri",
                "𝒜".repeat(500),
                "Ⅷ ﷺ ㍿ ½",
                ",,,,,",
                "(((((Anna)))))",
                "-- '' -- .. --",
                "FNU LNU",
                "xxx",
                "\u0301\u0301\u0301",
                "0123456789",
                "陈".repeat(5_000),
                "ㄱㄴㄷ ᄀ ᅡ ᆨ",
                "%s%n${jndi:x}<script>'; --");
    }

    /// A name is cut to a few hundred letters and a dozen parts, so that none takes long.
    @ParameterizedTest
    @MethodSource("hostileNames")
    void hostileNamesAreComparedInNoTime(String name) {
        Particulars hostile = named(name);
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    assertThat(MATCHER.compare(hostile, hostile).bits()).isFinite();
                    assertThat(MATCHER.compare(hostile, named("Anna Bakri")).bits()).isFinite();
                    assertThat(MATCHER.compare(named("Anna Bakri"), hostile).bits()).isFinite();
                });
    }

    /// Time grows with the number of names, not with its square times anything: 100 times the names
    /// may take 400 times as long on a busy machine, not 10,000 times.
    @Test
    void timeGrowsWithTheNumberOfNames() {
        InventedPeople people = new InventedPeople(new Seed(1).random());
        Particulars query = named("Tariq Benjelloun");
        Particulars few = withNames(query, names(people, 20));
        Particulars many = withNames(query, names(people, 2_000));
        millis(() -> MATCHER.compare(query, many));
        double once = Math.max(1, millis(() -> MATCHER.compare(query, few)));

        assertThat(millis(() -> MATCHER.compare(query, many))).isLessThan(400 * once);
    }

    private static List<Name> names(InventedPeople people, int count) {
        return Stream.generate(people::name).limit(count).map(Name::of).toList();
    }

    private static double millis(Supplier<Comparison> work) {
        long start = System.nanoTime();
        assertThat(work.get().bits()).isFinite();
        return (System.nanoTime() - start) / 1e6;
    }

    @ParameterizedTest
    @Seeds(50)
    void nothingPrintedTellsWhoIsMeant(Seed seed) {
        InventedPeople people = new InventedPeople(seed.random());
        Particulars person = people.person();
        Identity identity = Identity.of("list", "e1", person);
        Comparison comparison = MATCHER.compare(person, person);
        List<Object> printed = new ArrayList<>();
        printed.add(person);
        printed.add(identity);
        printed.add(Query.of(person));
        printed.add(comparison);
        printed.add(new Candidate(identity, comparison));
        printed.addAll(person.names());
        printed.addAll(person.documents());
        printed.addAll(comparison.evidence());
        printed.add(manumit.matching.v1.Prepared.of(person));
        List<String> secrets = new ArrayList<>();
        person.names().forEach(name -> secrets.addAll(List.of(name.whole().split(" ", -1))));
        person.birthDates().forEach(date -> secrets.add(date.toString()));
        person.documents().forEach(document -> secrets.add(document.number()));
        person.birthPlaces().forEach(secrets::add);
        secrets.removeIf(secret -> secret.length() < 4);

        assertThat(printed)
                .extracting(Object::toString)
                .allSatisfy(text -> assertThat(secrets).noneMatch(text::contains));
    }

    private static double bits(Comparison comparison, Field field) {
        return comparison.evidence().stream()
                .filter(piece -> piece.field() == field)
                .mapToDouble(Evidence::bits)
                .sum();
    }

    private static double bits(String query, String record) {
        return MATCHER.compare(named(query), named(record)).bits();
    }

    private static Particulars named(String name) {
        return Particulars.builder().kind(EntityKind.PERSON).name(name).build();
    }

    private static Particulars with(Particulars p, BirthDate date) {
        return new Particulars(
                p.kind(),
                p.names(),
                List.of(date),
                p.sex(),
                p.nationalities(),
                p.birthPlaces(),
                p.documents());
    }

    private static Particulars withNames(Particulars p, List<Name> names) {
        return new Particulars(
                p.kind(),
                names,
                p.birthDates(),
                p.sex(),
                p.nationalities(),
                p.birthPlaces(),
                p.documents());
    }
}
