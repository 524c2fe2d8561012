package manumit.hub.members;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.web.Page;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Posts, where people and documents are checked: seen by all, kept by their own member.
@RestController
@RequestMapping(PostsApi.PATH)
class PostsApi {

    static final String PATH = "/api/v1/posts";
    private static final String SELECT =
            "SELECT id, member, unit, name, kind, latitude_d"
                    + "egrees, longitude_degrees, version FROM manumit.posts ";

    private final ActingTransaction transactions;

    PostsApi(ActingTransaction transactions) {
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

    @GetMapping
    @Needs(Right.READ_DIRECTORY)
    Page<Post> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        UUID start = Page.after(after);
        int items = Page.limit(limit);
        return transactions.asSignedIn(sql ->
                Page.of(
                        sql.sql(SELECT + "WHERE id > :after ORDER BY id LIMIT :limit")
                                .param("after", start)
                                .param("limit", items + 1)
                                .query(Post::read)
                                .list(),
                        items,
                        Post::id));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ_DIRECTORY)
    ResponseEntity<Post> get(@PathVariable UUID id) {
        Post post = transactions.asSignedIn(sql -> find(sql, id)).orElseThrow(Versions::notFound);
        return Versions.answer(post, post.version());
    }

    @PostMapping
    @Needs(Right.ADMINISTER_POSTS)
    ResponseEntity<Post> make(@Valid @RequestBody PostDraft body) {
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
        return Versions.created(PATH, post.id(), post);
    }

    /// Another member's post is answered as if there were none to change.
    @PutMapping("/{id}")
    @Needs(Right.ADMINISTER_POSTS)
    ResponseEntity<Post> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody PostDraft body) {
        long expected = Versions.expected(ifMatch);
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
        return Versions.answer(post, post.version());
    }

    private static Optional<Post> find(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE id = :id").param("id", id).query(Post::read).optional();
    }
}
