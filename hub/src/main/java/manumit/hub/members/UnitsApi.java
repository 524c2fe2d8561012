package manumit.hub.members;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/// Units of members, such as an operational coordination unit: seen by all, kept by their own.
@RestController
@RequestMapping(UnitsApi.PATH)
class UnitsApi {

    static final String PATH = "/api/v1/units";
    private static final String SELECT = "SELECT id, member, name, version FROM manumit.units ";

    private final ActingTransaction transactions;

    UnitsApi(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    record Unit(UUID id, UUID member, String name, long version) implements JournaledRecord {

        static Unit read(ResultSet row, int index) throws SQLException {
            return new Unit(
                    row.getObject("id", UUID.class),
                    row.getObject("member", UUID.class),
                    row.getString("name"),
                    row.getLong("version"));
        }
    }

    /// A unit to make, or what it becomes.
    record UnitDraft(@NotNull @Size(min = 1, max = 200) String name) {}

    @GetMapping
    @Needs(Right.READ_DIRECTORY)
    Page<Unit> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        UUID start = Page.after(after);
        int items = Page.limit(limit);
        return transactions.asSignedIn(sql ->
                Page.of(
                        sql.sql(SELECT + "WHERE id > :after ORDER BY id LIMIT :limit")
                                .param("after", start)
                                .param("limit", items + 1)
                                .query(Unit::read)
                                .list(),
                        items,
                        Unit::id));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ_DIRECTORY)
    ResponseEntity<Unit> get(@PathVariable UUID id) {
        Unit unit = transactions.asSignedIn(sql -> find(sql, id)).orElseThrow(Versions::notFound);
        return Versions.answer(unit, unit.version());
    }

    @PostMapping
    @Needs(Right.ADMINISTER_POSTS)
    ResponseEntity<Unit> make(@Valid @RequestBody UnitDraft body) {
        UUID member = ActingTransaction.signedIn().member();
        Unit unit =
                transactions.asSignedIn(sql ->
                        sql.sql(
                                        """
                                        INSERT INTO manumit.units (member, name)
                                        VALUES (:member, :name)
                                        RETURNING id, member, name, version
                                        """)
                                .param("member", member)
                                .param("name", body.name())
                                .query(Unit::read)
                                .single());
        return Versions.created(PATH, unit.id(), unit);
    }

    /// Another member's unit is answered as if there were none to change.
    @PutMapping("/{id}")
    @Needs(Right.ADMINISTER_POSTS)
    ResponseEntity<Unit> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody UnitDraft body) {
        long expected = Versions.expected(ifMatch);
        UUID member = ActingTransaction.signedIn().member();
        Unit unit =
                transactions.asSignedIn(sql -> {
                    int rows =
                            sql.sql(
                                            """
                                            UPDATE manumit.units
                                            SET name = :name, version = version + 1
                                            WHERE id = :id AND version = :expected
                                            """)
                                    .param("name", body.name())
                                    .param("id", id)
                                    .param("expected", expected)
                                    .update();
                    Optional<Unit> now = find(sql, id).filter(own -> own.member().equals(member));
                    Versions.updated(rows, now.isPresent());
                    return now.orElseThrow();
                });
        return Versions.answer(unit, unit.version());
    }

    private static Optional<Unit> find(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE id = :id").param("id", id).query(Unit::read).optional();
    }
}
