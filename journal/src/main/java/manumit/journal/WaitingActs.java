package manumit.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import manumit.journal.JournalException.Reason;
import org.jspecify.annotations.Nullable;

/// Acts that wait to be written, in the order in which they came. Bounded by their number.
final class WaitingActs {

    /// Acts of one caller, written together.
    record Waiting(List<Act> acts, CompletableFuture<List<Receipt>> receipts) {}

    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Semaphore room;

    /// Guards against adding after the writer has looked for the last time.
    private final Object gate = new Object();

    private volatile boolean closed;

    /// Taken from the queue, and left for the next group since it did not fit. Writer's thread
    /// only.
    private @Nullable Waiting next;

    WaitingActs(int most) {
        this.room = new Semaphore(most);
    }

    /// @throws JournalException `BUSY` if there is no room in time, `CLOSED`
    CompletableFuture<List<Receipt>> add(List<Act> acts, long patienceMillis) {
        Waiting waiting = new Waiting(List.copyOf(acts), new CompletableFuture<>());
        try {
            if (!room.tryAcquire(acts.size(), patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new JournalException(
                        Reason.BUSY, "too many acts wait; nothing was written, try again later");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException(Reason.BUSY, "interrupted while waiting for room", e);
        }
        synchronized (gate) {
            if (closed) {
                room.release(acts.size());
                throw new JournalException(Reason.CLOSED, "it was closed; nothing was written");
            }
            queue.add(waiting);
        }
        return waiting.receipts();
    }

    /// Takes what waits, up to a number of acts; waits for the first one for a while.
    ///
    /// @return empty if none came
    List<Waiting> take(int mostActs, long waitMillis) throws InterruptedException {
        List<Waiting> group = new ArrayList<>();
        Waiting first = next;
        next = null;
        if (first == null) {
            first = closed ? queue.poll() : queue.poll(waitMillis, TimeUnit.MILLISECONDS);
        }
        int acts = 0;
        Waiting waiting = first;
        while (waiting != null) {
            if (!group.isEmpty() && acts + waiting.acts().size() > mostActs) {
                next = waiting;
                break;
            }
            group.add(waiting);
            acts += waiting.acts().size();
            waiting = acts < mostActs ? queue.poll() : null;
        }
        room.release(acts);
        return group;
    }

    /// Tells all that wait. Writer's thread, after closing.
    void failAll(JournalException failure) {
        Waiting left = next == null ? queue.poll() : next;
        next = null;
        while (left != null) {
            room.release(left.acts().size());
            left.receipts().completeExceptionally(failure);
            left = queue.poll();
        }
    }

    void close() {
        synchronized (gate) {
            closed = true;
        }
    }

    /// Closed, and nothing left. Asked by the writer's thread.
    boolean isFinished() {
        return closed && next == null && queue.isEmpty();
    }
}
