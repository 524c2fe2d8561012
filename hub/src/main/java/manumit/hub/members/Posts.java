package manumit.hub.members;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.web.Page;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Posts, where people and documents are checked: seen by all, kept by their own member.
@Service
class Posts {

    private static final String SELECT =
            "SELECT id, member, unit, name, kind, latitude_degrees,"
                    + " longitude_degrees, version FROM manumit.posts ";

    private final ActingTransaction transactions;

    Posts(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    /// @param unit that runs it; null if it belongs to the member as a whole
    /// @param latitudeDegrees WGS 84, with the longitude or null: a patrol may have no place
    record Post(
            UUID id,
            UUID member,
            @Nullable UUID unit,
            String name,
            PostKind kind,
            @Nullable Double latitudeDegrees,
            @Nullable Double longitudeDegrees,
            long version)
            implements JournaledRecord {

        /// Where it is, for people; empty if nobody said.
        public Optional<String> place() {
            return latitudeDegrees == null || longitudeDegrees == null
                    ? Optional.empty()
                    : Optional.of(PostsPicture.words(latitudeDegrees, longitudeDegrees));
        }

        static Post read(ResultSet row, int index) throws SQLException {
            return new Post(
                    row.getObject("id", UUID.class),
                    row.getObject("member", UUID.class),
                    row.getObject("unit", UUID.class),
                    row.getString("name"),
                    PostKind.valueOf(row.getString("kind")),
                    row.getObject("latitude_degrees", Double.class),
                    row.getObject("longitude_degrees", Double.class),
                    row.getLong("version"));
        }
    }

    /// A post to make, or what it becomes.
    record PostDraft(
            @NotNull @Size(min = 1, max = 200) String name,
            @NotNull PostKind kind,
            @Nullable UUID unit,
            @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitudeDegrees,
            @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitudeDegrees) {}

    /// Those after an identifier, in the order of identifiers.
    Page<Post> list(UUID after, int limit) {
        return transactions.asSignedIn(sql ->
                Page.of(
                        sql.sql(SELECT + "WHERE id > :after ORDER BY id LIMIT :limit")
                                .param("after", after)
                                .param("limit", limit + 1)
                                .query(Post::read)
                                .list(),
                        limit,
                        Post::id));
    }

    /// @throws ProblemException if there is none
    Post get(UUID id) {
        return transactions.asSignedIn(sql -> find(sql, id)).orElseThrow(Versions::notFound);
    }

    /// One of the own member.
    ///
    /// @throws ProblemException if there is none
    Post getOwn(UUID id) {
        UUID member = ActingTransaction.signedIn().member();
        return transactions
                .asSignedIn(sql -> find(sql, id).filter(own -> own.member().equals(member)))
                .orElseThrow(Versions::notFound);
    }

    Post make(PostDraft body) {
        UUID member = ActingTransaction.signedIn().member();
        Post post =
                transactions.asSignedIn(sql ->
                        sql.sql(
                                        """
                                        INSERT INTO manumit.posts
                                            (member, name, kind, unit, latitude_degrees,
                                             longitude_degrees)
                                        VALUES (:member, :name, :kind, :unit, :latitude, :longitude)
                                        RETURNING id, member, unit, name, kind,
                                            latitude_degrees, longitude_degrees, version
                                        """)
                                .param("member", member)
                                .param("name", body.name())
                                .param("kind", body.kind().name())
                                .param("unit", body.unit(), Types.OTHER)
                                .param("latitude", body.latitudeDegrees(), Types.DOUBLE)
                                .param("longitude", body.longitudeDegrees(), Types.DOUBLE)
                                .query(Post::read)
                                .single());
        return post;
    }

    /// Another member's post is answered as if there were none to change.
    Post change(UUID id, long expected, PostDraft body) {
        UUID member = ActingTransaction.signedIn().member();
        Post post =
                transactions.asSignedIn(sql -> {
                    int rows =
                            sql.sql(
                                            """
                                            UPDATE manumit.posts
                                            SET name = :name, kind = :kind, unit = :unit,
                                                latitude_degrees = :latitude,
                                                longitude_degrees = :longitude,
                                                version = version + 1
                                            WHERE id = :id AND version = :expected
                                            """)
                                    .param("name", body.name())
                                    .param("kind", body.kind().name())
                                    .param("unit", body.unit(), Types.OTHER)
                                    .param("latitude", body.latitudeDegrees(), Types.DOUBLE)
                                    .param("longitude", body.longitudeDegrees(), Types.DOUBLE)
                                    .param("id", id)
                                    .param("expected", expected)
                                    .update();
                    Optional<Post> now = find(sql, id).filter(own -> own.member().equals(member));
                    Versions.updated(rows, now.isPresent());
                    return now.orElseThrow();
                });
        return post;
    }

    private static Optional<Post> find(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE id = :id").param("id", id).query(Post::read).optional();
    }
}
