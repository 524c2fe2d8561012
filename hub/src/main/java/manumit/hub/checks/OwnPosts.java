package manumit.hub.checks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import manumit.hub.access.Acting;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.ProblemException;
import org.springframework.stereotype.Component;

/// The posts of members, for whom a check is made at one. Kept for a moment: posts never go, and
/// one that is not known is looked for anew.
@Component
class OwnPosts {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST_MEMBERS = 300;

    private final ActingTransaction transactions;
    private final Cache<UUID, Map<UUID, Post>> byMember =
            Caffeine.newBuilder().maximumSize(MOST_MEMBERS).expireAfterWrite(KEPT).build();

    OwnPosts(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    /// @param kind such as `AIRPORT`
    record Post(UUID id, String name, String kind) {}

    /// @throws ProblemException if it is no post of the actor's member
    void require(Acting acting, UUID post) {
        Map<UUID, Post> known = byMember.getIfPresent(acting.member());
        if (known == null || !known.containsKey(post)) {
            known = read(acting);
            byMember.put(acting.member(), known);
        }
        if (!known.containsKey(post)) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD,
                    "post: identifier of a post of the own member");
        }
    }

    /// By name.
    List<Post> list(Acting acting) {
        return List.copyOf(read(acting).values());
    }

    private Map<UUID, Post> read(Acting acting) {
        return transactions
                .as(
                        acting,
                        sql ->
                                sql.sql(
                                                """
                                                SELECT id, name, kind FROM manumit.posts
                                                WHERE member = :member ORDER BY name
                                                """)
                                        .param("member", acting.member())
                                        .query((row, _) ->
                                                new Post(
                                                        row.getObject("id", UUID.class),
                                                        row.getString("name"),
                                                        row.getString("kind")))
                                        .list())
                .stream()
                .collect(
                        Collectors.toMap(
                                Post::id, post -> post, (a, _) -> a, java.util.LinkedHashMap::new));
    }
}
