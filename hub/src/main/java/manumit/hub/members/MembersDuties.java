package manumit.hub.members;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.Duty;
import manumit.hub.web.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What members, posts and suspensions ask of somebody now.
@Component
class MembersDuties implements Duty.Source {

    private record Named(UUID id, String name) {}

    private final ActingTransaction transactions;

    MembersDuties(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Duty> duties(Acting acting) {
        List<Duty> duties = new ArrayList<>();
        if (acting.may(Right.ADMINISTER_MEMBERS)) {
            membersWithoutUser()
                    .forEach(member ->
                            duties.add(
                                    new Duty(
                                            State.LATE,
                                            "duty.member-without-user",
                                            List.of(member.name()),
                                            "/members/" + member.id())));
        }
        if (acting.may(Right.ADMINISTER_POSTS)) {
            long posts = count("SELECT count(*) FROM manumit.posts WHERE member = :own", acting);
            long placeless =
                    count(
                            """
                            SELECT count(*) FROM manumit.posts
                            WHERE member = :own AND kind <> 'PATROL' AND latitude_degrees IS NULL
                            """,
                            acting);
            if (posts == 0 && !acting.may(Right.ADMINISTER_MEMBERS)) {
                duties.add(new Duty(State.SOON, "duty.no-post", List.of(), "/posts/add"));
            }
            if (placeless > 0) {
                duties.add(
                        new Duty(
                                State.WAITING,
                                "duty.posts-without-place",
                                List.of(placeless),
                                "/posts"));
            }
        }
        if (acting.may(Right.SUSPEND_USERS) || acting.may(Right.SUSPEND_MEMBERS)) {
            long inForce =
                    count(
                            """
                            SELECT count(*) FROM manumit.suspensions
                            WHERE lifted_at IS NULL AND :own::uuid IS NOT NULL
                            """,
                            acting);
            if (inForce > 0) {
                duties.add(
                        new Duty(
                                State.WAITING,
                                "duty.suspensions",
                                List.of(inForce),
                                "/suspensions"));
            }
        }
        return duties;
    }

    private List<Named> membersWithoutUser() {
        return transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                SELECT id, name FROM manumit.members
                                WHERE manumit.has_no_user(id) ORDER BY id LIMIT 20
                                """)
                        .query((row, _) ->
                                new Named(row.getObject("id", UUID.class), row.getString("name")))
                        .list());
    }

    private long count(String query, Acting acting) {
        return transactions.asSignedIn((JdbcClient sql) ->
                sql.sql(query).param("own", acting.member()).query(Long.class).single());
    }
}
