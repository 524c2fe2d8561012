package manumit.benchmarks.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Threads that call over and over for a while, each waiting for its answer.
public final class Callers {

    private static final double NANOS_PER_SECOND = 1e9;

    private Callers() {}

    /// What one thread calls.
    @FunctionalInterface
    public interface Call {
        void run() throws Exception;
    }

    /// What was measured.
    ///
    /// @param seconds from the first call to the last answer
    public record Measured(Latencies latencies, double seconds) {

        public double callsPerSecond() {
            return latencies.count() / seconds;
        }
    }

    /// @param calls one for each thread
    public static Measured run(List<Call> calls, double seconds)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long lengthNanos = (long) (seconds * NANOS_PER_SECOND);
        Latencies all = new Latencies();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Latencies>> running = new ArrayList<>();
            for (Call call : calls) {
                Callable<Latencies> thread =
                        () -> {
                            Latencies own = new Latencies();
                            long before = System.nanoTime();
                            while (before - start < lengthNanos) {
                                call.run();
                                long after = System.nanoTime();
                                own.add(after - before);
                                before = after;
                            }
                            return own;
                        };
                running.add(threads.submit(thread));
            }
            for (Future<Latencies> one : running) {
                all.addAll(one.get());
            }
        }
        return new Measured(all, (System.nanoTime() - start) / NANOS_PER_SECOND);
    }
}
