package manumit.matching.documentindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

class EntrySorterTest {

    @TempDir Path folder;

    @ParameterizedTest
    @Seeds(60)
    void entriesComeInOrderTheLastOfEachDocumentOnce(Seed seed) throws IOException {
        Random random = seed.random();
        int count = random.nextInt(3_000);
        int capacity = 1 + random.nextInt(random.nextBoolean() ? 2_000 : 200);
        long keys = 1L << random.nextInt(NumberCode.KEY_BITS);
        Map<Long, Map<Long, Long>> model = new TreeMap<>();
        List<String> expected = new ArrayList<>();
        List<String> sorted = new ArrayList<>();

        try (EntrySorter sorter = new EntrySorter(folder, capacity)) {
            for (int i = 0; i < count; i++) {
                long key = random.nextLong(keys);
                long code = random.nextLong(1L << (1 + random.nextInt(EntryCode.BITS)));
                sorter.add(key, code);
                model.computeIfAbsent(key, _ -> new TreeMap<>())
                        .put(EntryCode.identity(code), code);
            }
            assertThat(sorter.added()).isEqualTo(count);
            CodeCursor cursor = sorter.sorted();
            while (cursor.next()) {
                sorted.add(cursor.key() + " " + cursor.code());
            }
        }

        model.forEach((key, codes) -> codes.values().forEach(c -> expected.add(key + " " + c)));
        assertThat(sorted).isEqualTo(expected);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
