package manumit.matching.documentindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.TravelDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentIndexTest {

    private static final Country FRANCE = new Country("FR");
    private static final int WRITERS = 3;
    private static final int READERS = 4;
    private static final int STABLE = 2_000;
    private static final int ROUNDS = 5_000;

    @TempDir Path folder;

    /// Some documents stay, each writer puts and removes its own; all the while new files are
    /// written and exchanged.
    @Test
    void readersSeeEachChangeWholeWhileOthersPutRemoveAndCompact() throws Exception {
        Path file = folder.resolve("base");
        try (DocumentIndex.Builder builder = DocumentIndex.builder(file)) {
            for (int i = 0; i < STABLE; i++) {
                builder.add(entry(number('S', i), ListingReason.LOST));
            }
            builder.build();
        }
        AtomicBoolean isOver = new AtomicBoolean();
        try (DocumentIndex index = DocumentIndex.open(file);
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS + 1)) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                char own = (char) ('U' + w);
                writers.add(threads.submit(() -> write(index, own)));
            }
            List<Future<Integer>> others = new ArrayList<>();
            for (int r = 0; r < READERS; r++) {
                others.add(threads.submit(reader(index, isOver)));
            }
            others.add(
                    threads.submit(() -> {
                        int files = 0;
                        while (!isOver.get()) {
                            index.compact(folder.resolve("next" + files++ % 2));
                        }
                        return files;
                    }));
            int kept = 0;
            for (Future<Integer> writer : writers) {
                kept += writer.get();
            }
            isOver.set(true);
            for (Future<Integer> other : others) {
                assertThat(other.get()).isPositive();
            }
            assertThat(index.size()).isEqualTo(STABLE + kept);
            index.compact(folder.resolve("last"));
            assertThat(index.size()).isEqualTo(STABLE + kept);
        }
        try (DocumentIndex index = DocumentIndex.open(folder.resolve("last"))) {
            assertThat(index.size()).isGreaterThan(STABLE);
            index.verify();
        }
    }

    /// What a thread wrote it sees at once.
    private static int write(DocumentIndex index, char own) {
        int kept = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String number = number(own, i);
            index.put(entry(number, ListingReason.LOST));
            index.put(entry(number, ListingReason.STOLEN));
            assertThat(index.findings(document(number)))
                    .extracting(f -> f.entry().reason())
                    .containsExactly(ListingReason.STOLEN);
            if (i % 3 == 0) {
                kept++;
                continue;
            }
            assertThat(index.remove(document(number))).isTrue();
            assertThat(index.findings(document(number))).isEmpty();
        }
        return kept;
    }

    private static Callable<Integer> reader(DocumentIndex index, AtomicBoolean isOver) {
        return () -> {
            int read = 0;
            while (!isOver.get() || read == 0) {
                String stable = number('S', read % STABLE);
                assertThat(index.findings(document(stable))).hasSize(1);
                String changing = number((char) ('U' + read % WRITERS), read % ROUNDS);
                // Never twice: an entry replaced is not seen beside its successor.
                assertThat(index.findings(document(changing))).hasSizeLessThanOrEqualTo(1);
                read++;
            }
            return read;
        };
    }

    private static String number(char series, int i) {
        return String.format(Locale.ROOT, "%c%08d", series, i);
    }

    private static TravelDocument document(String number) {
        return new TravelDocument(DocumentType.PASSPORT, number, FRANCE);
    }

    private static DocumentEntry entry(String number, ListingReason reason) {
        return DocumentEntry.of(document(number), reason);
    }
}
