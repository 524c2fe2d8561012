package manumit.benchmarks.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import manumit.matching.TravelDocument;

/// How fast questions are answered.
///
/// @param hitShare share of questions about listed documents
/// @param lookupsPerSecond of all threads together
/// @param p50Micros half of the look-ups take less, in microseconds
/// @param p99Micros 99 of a hundred take less
/// @param missed listed documents that were not found; must be 0
/// @param coincidences other invented documents that were found: the same number by chance
public record Speed(
        double hitShare,
        double lookupsPerSecond,
        double p50Micros,
        double p99Micros,
        long missed,
        long coincidences) {

    /// Questions are made before the clock starts, a batch at a time.
    private static final int BATCH = 10_000;

    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    /// Documents from here on are not listed.
    private static final long NOT_LISTED = 1L << 40;

    /// What one thread measured.
    private static final class Share {
        private final double perSecond;
        private final long[] nanos;
        private final Questions questions;

        Share(double perSecond, long[] nanos, Questions questions) {
            this.perSecond = perSecond;
            this.nanos = nanos;
            this.questions = questions;
        }
    }

    /// Every question is asked once, of a document drawn anew.
    ///
    /// @param lookups of each thread, for the rate; as many again, at most a million, one by one
    ///   for the percentiles
    static Speed measure(
            Store store,
            InventedDocuments invented,
            long documents,
            double hitShare,
            int threads,
            long lookups)
            throws IOException {
        List<Future<Share>> shares = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int t = 0; t < threads; t++) {
                Predicate<TravelDocument> lookUp = store.lookUp();
                SplittableRandom random = new SplittableRandom(t + 1L);
                Questions questions = new Questions(invented, documents, hitShare, random);
                shares.add(pool.submit(() -> share(lookUp, questions, lookups)));
            }
        }
        double perSecond = 0;
        long missed = 0;
        long coincidences = 0;
        long[] nanos = {};
        for (Future<Share> future : shares) {
            Share share = result(future);
            perSecond += share.perSecond;
            missed += share.questions.missed;
            coincidences += share.questions.coincidences;
            int before = nanos.length;
            nanos = Arrays.copyOf(nanos, before + share.nanos.length);
            System.arraycopy(share.nanos, 0, nanos, before, share.nanos.length);
        }
        Arrays.sort(nanos);
        return new Speed(
                hitShare,
                perSecond,
                nanos[nanos.length / 2] / NANOS_PER_MICRO,
                nanos[(int) (nanos.length * 0.99)] / NANOS_PER_MICRO,
                missed,
                coincidences);
    }

    private static Share result(Future<Share> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look-up failed", e.getCause());
        }
    }

    private static Share share(
            Predicate<TravelDocument> lookUp, Questions questions, long lookups) {
        // Not counted: the machine gets to know the code.
        for (int i = 0; i < 20; i++) {
            questions.next();
            questions.ask(lookUp);
        }
        questions.missed = 0;
        questions.coincidences = 0;
        long nanos = 0;
        long asked = 0;
        while (asked < lookups) {
            questions.next();
            long start = System.nanoTime();
            questions.ask(lookUp);
            nanos += System.nanoTime() - start;
            asked += BATCH;
        }
        long[] each = new long[(int) Math.min(1_000_000, asked)];
        for (int i = 0; i < each.length; i++) {
            if (i % BATCH == 0) {
                questions.next();
            }
            TravelDocument document = questions.documents[i % BATCH];
            long start = System.nanoTime();
            boolean isFound = lookUp.test(document);
            each[i] = System.nanoTime() - start;
            questions.count(i % BATCH, isFound);
        }
        return new Share(asked * NANOS / nanos, each, questions);
    }

    /// A batch of questions, and how they were answered.
    private static final class Questions {

        private final InventedDocuments invented;
        private final long listed;
        private final double hitShare;
        private final SplittableRandom random;
        private final TravelDocument[] documents = new TravelDocument[BATCH];
        private final boolean[] isListed = new boolean[BATCH];
        private long missed;
        private long coincidences;

        Questions(
                InventedDocuments invented, long listed, double hitShare, SplittableRandom random) {
            this.invented = invented;
            this.listed = listed;
            this.hitShare = hitShare;
            this.random = random;
        }

        void next() {
            for (int i = 0; i < BATCH; i++) {
                isListed[i] = random.nextDouble() < hitShare;
                documents[i] =
                        invented.document(
                                isListed[i]
                                        ? random.nextLong(listed)
                                        : NOT_LISTED + random.nextLong(NOT_LISTED));
            }
        }

        void ask(Predicate<TravelDocument> lookUp) {
            for (int i = 0; i < BATCH; i++) {
                count(i, lookUp.test(documents[i]));
            }
        }

        void count(int question, boolean isFound) {
            if (isListed[question] && !isFound) {
                missed++;
            } else if (isFound && !isListed[question]) {
                coincidences++;
            }
        }
    }
}
