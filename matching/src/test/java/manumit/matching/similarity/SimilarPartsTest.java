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

class SimilarPartsTest {

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
        SimilarParts set = new SimilarParts(parts, floor);

        for (int i = 0; i < 40; i++) {
            Part part = Part.of(slip(STOCK.get(random.nextInt(STOCK.size())), random));
            int[] expected =
                    IntStream.range(0, parts.size())
                            .filter(id -> PartSimilarity.between(part, parts.get(id)) >= floor)
                            .toArray();

            assertThat(set.similar(part)).as("%s, floor %s", seed, floor).isEqualTo(expected);
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
