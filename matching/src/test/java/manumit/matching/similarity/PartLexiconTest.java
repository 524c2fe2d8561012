package manumit.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class PartLexiconTest {

    private static final List<String> STOCK =
            List.of(
                    "Muhammad",
                    "Mehmet",
                    "محمد",
                    "Мухаммед",
                    "Ivanova",
                    "Ivanov",
                    "Иванова",
                    "Иванов",
                    "Aleksandr",
                    "Oleksandr",
                    "Олександр",
                    "Sasha",
                    "Zhang",
                    "Chang",
                    "張",
                    "张",
                    "Kim",
                    "김",
                    "Yusuf",
                    "Joseph",
                    "יוסף",
                    "Papadopoulou",
                    "Παπαδοπούλου",
                    "Carn",
                    "Cam",
                    "Shevchenko",
                    "Szewczenko",
                    "Nguyen",
                    "はるか",
                    "Haruka",
                    "Giorgi",
                    "გიორგი",
                    "Abdulrahman",
                    "عبدالرحمن",
                    "Li",
                    "Lee",
                    "Maria",
                    "Mario",
                    "O'Neill",
                    "Jose");

    @ParameterizedTest
    @Seeds(30)
    void aSearchFindsExactlyThePartsThatComparisonCallsSimilar(Seed seed) {
        Random random = seed.random();
        Map<String, Part> distinct = new LinkedHashMap<>();
        for (int i = 0; i < 150; i++) {
            String written = slip(STOCK.get(random.nextInt(STOCK.size())), random);
            distinct.put(written, Part.of(written));
        }
        List<Part> parts = new ArrayList<>(distinct.values());
        double floor = random.nextBoolean() ? 0.5 : 0.75;
        PartLexicon lexicon =
                PartLexicon.of(IntStream.range(0, parts.size()).toArray(), parts::get);

        for (int i = 0; i < 40; i++) {
            Part part = Part.of(slip(STOCK.get(random.nextInt(STOCK.size())), random));
            int[] expected =
                    IntStream.range(0, parts.size())
                            .filter(id -> PartSimilarity.between(part, parts.get(id)) >= floor)
                            .toArray();

            assertThat(lexicon.similar(part, floor))
                    .as("%s, floor %s", seed, floor)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @Seeds(30)
    void aProbeNeverTellsApartWhatComparisonCallsSimilar(Seed seed) {
        Random random = seed.random();
        double floor = random.nextBoolean() ? 0.5 : 0.75;
        for (int i = 0; i < 3_000; i++) {
            String stem = STOCK.get(random.nextInt(STOCK.size()));
            Part query = Part.of(slip(stem, random));
            Part record =
                    Part.of(
                            slip(
                                    random.nextBoolean()
                                            ? stem
                                            : STOCK.get(random.nextInt(STOCK.size())),
                                    random));
            if (PartSimilarity.between(query, record) >= floor) {
                PartProbe probe = PartProbe.of(query, floor);
                long facts = PartFacts.of(record);
                byte[] codes = PartFacts.codes(record);

                assertThat(probe.mayResemble(facts)).as("%s, %d", seed, i).isTrue();
                assertThat(probe.mayResemble(facts, codes, 0, codes.length))
                        .as("%s, %d", seed, i)
                        .isTrue();
            }
        }
    }

    private static String slip(String part, Random random) {
        StringBuilder text = new StringBuilder(part);
        for (int slips = random.nextInt(3); slips > 0 && text.length() > 1; slips--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, text.charAt(random.nextInt(text.length())));
                case 2 -> text.setCharAt(at, part.charAt(random.nextInt(part.length())));
                default -> text.append(random.nextBoolean() ? "a" : "rn");
            }
        }
        return text.toString();
    }
}
