package manumit.cli.ordered;

import java.io.Flushable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Works on items on all cores and hands the results over in the order of the items.
///
/// One thread submits, as many threads as there are cores work, one thread receives. At most {@link
/// #IN_FLIGHT} items are under way: whoever submits then waits, so that input of any size needs
/// little memory. The receiver is asked to flush whenever it has caught up, so that whoever feeds
/// lines in by hand sees each answer at once.
///
/// @param <T> items
/// @param <R> results
public final class OrderedWork<T, R> implements AutoCloseable {

    private static final int IN_FLIGHT = 1024;

    /// Receives results, one after the other.
    ///
    /// @param <R> results
    public interface Receiver<R> extends Flushable {
        void receive(R result) throws IOException;
    }

    /// Thrown from {@link #submit} when the receiver has failed; {@link #finish} throws the reason.
    public static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StoppedException() {
            super("the receiver has failed", null, false, false);
        }
    }

    private final Function<T, R> work;
    private final Receiver<R> receiver;
    private final ExecutorService workers;

    /// Results to come, in order; an empty one says that it was the last.
    private final BlockingQueue<Optional<Future<R>>> inOrder = new ArrayBlockingQueue<>(IN_FLIGHT);

    private final Thread receiving;
    private volatile @Nullable Throwable failure;
    private boolean ended;

    private OrderedWork(Function<T, R> work, Receiver<R> receiver, int threads) {
        this.work = work;
        this.receiver = receiver;
        this.workers =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("worker-", 1).factory());
        this.receiving = Thread.ofPlatform().daemon().name("receiver").unstarted(this::receiveAll);
    }

    /// Starts the threads.
    ///
    /// @param work called by several threads at once
    /// @param receiver called by one thread
    public static <T, R> OrderedWork<T, R> start(Function<T, R> work, Receiver<R> receiver) {
        OrderedWork<T, R> started =
                new OrderedWork<>(work, receiver, Runtime.getRuntime().availableProcessors());
        started.receiving.start();
        return started;
    }

    /// Hands in an item; waits while too many are under way.
    ///
    /// @throws StoppedException if the receiver has failed
    public void submit(T item) {
        if (failure != null) {
            throw new StoppedException();
        }
        FutureTask<R> task = new FutureTask<>(() -> work.apply(item));
        put(Optional.of(task));
        workers.execute(task);
    }

    /// Waits until every result has been received.
    ///
    /// @throws IOException if the receiver failed
    public void finish() throws IOException {
        end();
        switch (failure) {
            case null -> {}
            case IOException e -> throw new IOException(e.getMessage(), e);
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /// Ends the threads, after what is under way.
    @Override
    public void close() {
        end();
        workers.shutdownNow();
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        put(Optional.empty());
        try {
            receiving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for results", e);
        }
    }

    private void put(Optional<Future<R>> task) {
        try {
            inOrder.put(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while handing in work", e);
        }
    }

    /// After a failure goes on emptying the queue, so that whoever submits does not wait forever.
    private void receiveAll() {
        try {
            for (Optional<Future<R>> next = inOrder.take();
                    next.isPresent();
                    next = inOrder.take()) {
                if (failure == null) {
                    receive(next.get());
                }
            }
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    private void receive(Future<R> next) throws InterruptedException {
        try {
            receiver.receive(next.get());
            if (inOrder.isEmpty()) {
                receiver.flush();
            }
        } catch (ExecutionException e) {
            failure = e.getCause();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }
}
