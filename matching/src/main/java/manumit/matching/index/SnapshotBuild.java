package manumit.matching.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import manumit.matching.Identity;
import manumit.matching.snapshot.IdentityCodec;
import manumit.matching.v1.Scoring;

/// Builds a snapshot of identities that come once and are not kept: their bytes go to a temporary
/// file beside the target, names are taken apart on all cores, a {@link SegmentBuilder} keeps
/// numbers only. The heap grows with the words and numbers of the list, not with its text.
final class SnapshotBuild {

    /// Identities that a thread takes at once: about 10 ms.
    private static final int CHUNK = 256;

    private SnapshotBuild() {}

    /// @param identities consumed in order, on the calling thread; of several with the same list
    ///   and entity the last one counts
    static void run(Stream<Identity> identities, Path file, Scoring method) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "file: is no file");
        try (IdentitySpool spool = IdentitySpool.create(folder)) {
            SegmentBuilder builder = new SegmentBuilder(method.rules());
            forEachInOrder(
                    identities,
                    Spooled::of,
                    spooled -> {
                        builder.add(spooled.entry);
                        spool.add(spooled.encoded, spooled.keyHash);
                    });
            IdentityStore all = spool.read();
            int[] places = spool.lastOfEachKey(all);
            SegmentBuilder last =
                    places.length == spool.count() ? builder : rebuilt(places, all, method);
            SegmentFile.write(
                    last.build(order -> IdentitySpool.at(through(order, places), all, spool)),
                    method,
                    file);
        }
    }

    /// What a builder takes was in part replaced: rare, and begun anew.
    private static SegmentBuilder rebuilt(int[] places, IdentityStore all, Scoring method)
            throws IOException {
        SegmentBuilder builder = new SegmentBuilder(method.rules());
        forEachInOrder(
                Arrays.stream(places).mapToObj(all::identity),
                SegmentBuilder.Entry::of,
                builder::add);
        return builder;
    }

    private static int[] through(int[] order, int[] places) {
        return Arrays.stream(order).map(i -> places[i]).toArray();
    }

    /// An identity with what is made of it in any thread.
    @SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
    private record Spooled(SegmentBuilder.Entry entry, byte[] encoded, int keyHash) {
        static Spooled of(Identity identity) {
            return new Spooled(
                    SegmentBuilder.Entry.of(identity),
                    IdentityCodec.encode(identity),
                    RecordKey.of(identity).hash());
        }
    }

    private interface Receiver<T> {
        void receive(T value) throws IOException;
    }

    /// Works on all cores and hands over in order, on the calling thread.
    private static <T> void forEachInOrder(
            Stream<Identity> identities, Function<Identity, T> work, Receiver<T> receiver)
            throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Chunks<T> chunks = new Chunks<>(pool, threads * 2, work, receiver);
            identities.sequential().forEachOrdered(chunks);
            chunks.finish();
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static final class Chunks<T> implements Consumer<Identity> {
        private final ExecutorService pool;
        private final int most;
        private final Function<Identity, T> work;
        private final Receiver<T> receiver;
        private final Deque<Future<List<T>>> running = new ArrayDeque<>();
        private List<Identity> next = new ArrayList<>(CHUNK);

        /// @param most chunks in work at once
        Chunks(ExecutorService pool, int most, Function<Identity, T> work, Receiver<T> receiver) {
            this.pool = pool;
            this.most = most;
            this.work = work;
            this.receiver = receiver;
        }

        @Override
        public void accept(Identity identity) {
            next.add(identity);
            if (next.size() == CHUNK) {
                submit();
            }
        }

        void finish() {
            submit();
            while (!running.isEmpty()) {
                takeFirst();
            }
        }

        private void submit() {
            if (running.size() == most) {
                takeFirst();
            }
            List<Identity> chunk = next;
            next = new ArrayList<>(CHUNK);
            running.add(pool.submit(() -> chunk.stream().map(work).toList()));
        }

        private void takeFirst() {
            try {
                for (T value : running.remove().get()) {
                    receiver.receive(value);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while building a snapshot", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(e.getCause());
            }
        }
    }
}
