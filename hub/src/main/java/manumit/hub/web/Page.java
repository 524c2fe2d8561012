package manumit.hub.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list, in the order of identifiers.
///
/// @param items at most as many as asked for
/// @param next cursor of the part that follows; null if this is the last. No total: counting is a
///   question of its own
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int DEFAULT_ITEMS = 50;
    public static final int MAX_ITEMS = 500;

    /// Before every identifier.
    private static final UUID START = new UUID(0, 0);

    public Page {
        items = List.copyOf(items);
    }

    /// @param rows one more than `limit` if more follow
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, UUID> id) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, id.apply(items.getLast()).toString());
    }

    /// Of something else for each item, in the same order.
    public <R> Page<R> map(Function<T, R> item) {
        return new Page<>(items.stream().map(item).toList(), next);
    }

    /// Where to go on.
    ///
    /// @throws ProblemException if this is no cursor of ours
    public static UUID after(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_CURSOR,
                    "after: not a cursor; use the value of next of the page before");
        }
    }

    /// @throws ProblemException if outside 1 to {@value #MAX_ITEMS}
    public static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_ITEMS;
        }
        if (limit < 1 || limit > MAX_ITEMS) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD, "limit: from 1 to " + MAX_ITEMS);
        }
        return limit;
    }
}
