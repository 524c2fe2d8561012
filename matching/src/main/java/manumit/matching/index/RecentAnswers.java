package manumit.matching.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Answers given lately, up to a total size. They stand in two generations: when the younger is
/// half the size, the older is let go and the younger becomes the older; an answer asked for again
/// is young again. Thread-safe.
final class RecentAnswers<Q, A> {

    private final long mostSize;
    private final ToLongFunction<A> size;

    private volatile Map<Q, A> young = new ConcurrentHashMap<>();
    private volatile Map<Q, A> old = Map.of();
    private final AtomicLong youngSize = new AtomicLong();

    /// @param mostSize total of the sizes that is never much exceeded
    /// @param size of an answer
    RecentAnswers(long mostSize, ToLongFunction<A> size) {
        this.mostSize = mostSize;
        this.size = size;
    }

    @Nullable A find(Q question) {
        A answer = young.get(question);
        if (answer == null) {
            answer = old.get(question);
            if (answer != null) {
                put(question, answer);
            }
        }
        return answer;
    }

    void put(Q question, A answer) {
        if (young.putIfAbsent(question, answer) == null
                && youngSize.addAndGet(size.applyAsLong(answer)) > mostSize / 2) {
            turn();
        }
    }

    private synchronized void turn() {
        if (youngSize.get() > mostSize / 2) {
            old = young;
            young = new ConcurrentHashMap<>();
            youngSize.set(0);
        }
    }

    @Override
    public String toString() {
        return "RecentAnswers[" + young.size() + " young, " + old.size() + " old]";
    }
}
