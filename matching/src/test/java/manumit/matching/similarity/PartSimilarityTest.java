package manumit.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PartSimilarityTest {

    private static final double NEAR = .7;
    private static final double FAR = .55;

    static Stream<Arguments> spellingsOfOneName() {
        return TextTable.arguments(
                """
                one          | other
                -------------|--------------
                # Arabic
                Mohamed      | Muhammad
                Yusuf        | Youssouf
                Qadhafi      | Kaddafi
                Abdulrahman  | Abdelrahmane
                Jamal        | Gamal
                Fatima       | Fatimah
                محمد         | Mohamed
                حسين         | Hussein
                إبراهيم      | Ibrahim
                الحسن        | Hassan
                # Arabic presentation forms, vowel signs, Persian letters
                ﻣﺤﻤﺪ         | Muhammad
                مُحَمَّد         | Muhammad
                کریم         | Karim
                # Turkish
                Mehmet       | Muhammad
                Ayşe         | Aisha
                # Russian, Ukrainian, Serbian
                Sergei       | Sergey
                Yevgeny      | Evgeniy
                Tchaikovsky  | Chaikovskii
                Щербаков     | Shcherbakov
                Олександр    | Oleksandr
                Олександр    | Aleksandr
                Јовановић    | Jovanovic
                Иванова      | Ivanov
                Kowalska     | Kowalski
                # Georgian, Armenian
                გიორგი        | Giorgi
                Հակոբյան     | Hakobyan
                # Greek
                Γεώργιος     | Georgios
                Παπαδόπουλος | Papadopoulos
                Τζορτζ       | George
                # Hebrew
                יוסף         | Yosef
                אברהם        | Avraham
                # Chinese
                王           | Wang
                张           | Chang
                陳           | Chan
                约翰         | John
                # Korean
                김           | Kim
                박           | Park
                스미스       | Smith
                # Japanese
                スミス       | Smith
                やまもと     | Yamamoto
                マリア       | Maria
                # Vietnamese, Indian
                Nguyễn       | Nguyen
                सिंह          | Singh
                # West European
                Müller       | Mueller
                Søren        | Soeren
                Catherine    | Katherine
                Gonzalez     | Gonzales
                Smith        | Smyth
                # Typing and reading errors
                Mohamed      | Mohmaed
                Johnson      | J0hnson
                Bernard      | Bemard
                Rodriguez    | Rodrigeuz
                """);
    }

    @ParameterizedTest
    @MethodSource("spellingsOfOneName")
    void spellingsOfOneNameAreNear(String one, String other) {
        assertThat(similarity(one, other)).isGreaterThan(NEAR);
    }

    static Stream<Arguments> differentNames() {
        return TextTable.arguments(
                """
                one       | other
                ----------|----------
                Ali       | Adi
                Ali       | Aliyev
                Karim     | Kalim
                Bo        | Bob
                Petrov    | Pavlov
                Wang      | Singh
                Garcia    | Gruber
                Suzuki    | Tanaka
                علي       | Adel
                محمد      | Hassan
                Иванов    | Petrov
                김        | Park
                王        | Li
                Γεώργιος  | Nikolaos
                יוסף      | Moshe
                スミス    | Tanaka
                """);
    }

    @ParameterizedTest
    @MethodSource("differentNames")
    void differentNamesAreFar(String one, String other) {
        assertThat(similarity(one, other)).isLessThan(FAR);
    }

    static Stream<Arguments> falseFriends() {
        return TextTable.arguments(
                """
                one    | other
                -------|--------
                Maria  | Mario
                Daniel | Daniela
                Luis   | Luisa
                """);
    }

    @ParameterizedTest
    @MethodSource("falseFriends")
    void namesThatDifferInAGenderedVowelAreHeldApart(String one, String other) {
        assertThat(similarity(one, other)).isLessThanOrEqualTo(PartSimilarity.FALSE_FRIEND_CAP);
    }

    @Test
    void aGenderedSurnameCostsLittle() {
        assertThat(similarity("Ivanov", "Ivanova")).isBetween(.9, .96);
        assertThat(similarity("Sokolsky", "Sokolskaya")).isBetween(.9, .96);
    }

    @Test
    void thePoorAreStillRanked() {
        double poor = similarity("Petrov", "Pavlov");
        double poorer = similarity("Petrov", "Gonzalez");
        assertThat(poor).isGreaterThan(poorer);
        assertThat(poorer).isPositive();
    }

    @ParameterizedTest
    @Seeds(300)
    void similarityIsSymmetricAndWithinItsRange(Seed seed) {
        Random random = seed.random();
        Part one = Part.of(word(random));
        Part other = random.nextInt(4) == 0 ? mutated(one, random) : Part.of(word(random));
        double there = PartSimilarity.between(one, other);
        assertThat(PartSimilarity.between(other, one)).as("%s", seed).isEqualTo(there);
        assertThat(there).as("%s", seed).isBetween(0.0, 1.0);
        assertThat(PartSimilarity.between(one, Part.of(one.written()))).isEqualTo(1);
    }

    @ParameterizedTest
    @Seeds(300)
    void theFloorOnlyCutsWhatIsBelowIt(Seed seed) {
        Random random = seed.random();
        for (int i = 0; i < 20; i++) {
            Part one = Part.of(word(random));
            Part other = random.nextBoolean() ? mutated(one, random) : Part.of(word(random));
            double floor = random.nextDouble();
            double exact = PartSimilarity.between(one, other);
            double cut = PartSimilarity.between(one, other, floor);
            if (exact >= floor) {
                assertThat(cut).as("%s floor %s", seed, floor).isEqualTo(exact);
            } else {
                assertThat(cut).as("%s floor %s", seed, floor).isLessThan(floor);
            }
        }
    }

    /// A table that was cut short by the floor must not leave the word to the Latin spellings.
    @Test
    void theFloorDoesNotChangeWhichTableDecides() {
        Part one = Part.of("亚");
        Part other = Part.of("亚a");
        assertThat(PartSimilarity.between(one, other)).isBetween(.93, .94);
        assertThat(PartSimilarity.between(one, other, .95)).isLessThan(.95);
    }

    @Test
    void veryLongPartsAreCut() {
        Part part = Part.of("ab".repeat(100_000));
        assertThat(part.written()).hasSize(Part.MAX_LENGTH);
        assertThat(part.forms().getFirst()).hasSizeLessThanOrEqualTo(Letters.MAX_LENGTH);
        assertThat(PartSimilarity.between(part, Part.of("م".repeat(100_000)))).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @Seeds(300)
    void anyTextIsAPart(Seed seed) {
        Random random = seed.random();
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        }
        Part part = Part.of(text.toString());
        assertThat(PartSimilarity.between(part, Part.of("Maria"))).isBetween(0.0, 1.0);
        assertThat(Rarity.bits(part)).isBetween(0.0, Rarity.UNKNOWN_BITS);
    }

    @Test
    void joinedPartsReadAsOne() {
        Part joined = Part.joined(Part.of("Abd"), Part.of("Allah"));
        assertThat(PartSimilarity.between(joined, Part.of("Abdallah"))).isGreaterThan(.9);
    }

    @Test
    void commonPartsSayLessThanRareOnes() {
        assertThat(Rarity.bits(Part.of("Mohamed"))).isLessThan(9);
        assertThat(Rarity.bits(Part.of("محمد"))).isLessThan(9);
        assertThat(Rarity.bits(Part.of("Wang"))).isLessThan(8);
        assertThat(Rarity.bits(Part.of("Garcia"))).isLessThan(10);
        assertThat(Rarity.bits(Part.of("Zhumabekova"))).isEqualTo(Rarity.UNKNOWN_BITS);
    }

    @Test
    void partsDoNotShowNames() {
        assertThat(Part.of("Maria").toString()).doesNotContain("Maria");
    }

    private static double similarity(String one, String other) {
        return PartSimilarity.between(Part.of(one), Part.of(other));
    }

    private static final String[] SYLLABLES = {
        "ab", "mo", "ha", "med", "ka", "rim", "iv", "an", "ov", "ova", "sch", "gar", "ci", "a", "o",
        "dri", "guez", "na", "ser", "gei", "rn", "m", "wang", "chu", "ليم", "حس", "ван", "ова", "김",
        "王", "スミ", "γι", "ור"
    };

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int script = random.nextInt(4) == 0 ? 24 : 0;
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            word.append(SYLLABLES[script + random.nextInt(script == 0 ? 24 : 9)]);
        }
        return word.toString();
    }

    private static Part mutated(Part part, Random random) {
        String s = part.written();
        int at = random.nextInt(s.length());
        String letter = String.valueOf((char) ('a' + random.nextInt(26)));
        return Part.of(
                switch (random.nextInt(3)) {
                    case 0 -> s.substring(0, at) + letter + s.substring(at);
                    case 1 -> s.substring(0, at) + letter + s.substring(at + 1);
                    default -> s + "a";
                });
    }
}
