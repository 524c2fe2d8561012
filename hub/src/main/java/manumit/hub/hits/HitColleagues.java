package manumit.hub.hits;

import java.util.Arrays;
import java.util.List;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.access.Role;
import manumit.hub.access.RoleTable;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.Option;
import org.springframework.stereotype.Service;

/// Who of the own member can take over a hit.
@Service
class HitColleagues {

    private static final int MOST = 200;

    private final ActingTransaction transactions;

    HitColleagues(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    /// By name, without the actor.
    List<Option> of(Acting acting, HitView hit) {
        if (!hit.open().contains(Deed.HAND_OVER)) {
            return List.of();
        }
        Right needed = hit.side() == Party.ASKER ? Right.WORK_HITS : Right.ANSWER_HITS;
        String[] roles =
                Arrays.stream(Role.values())
                        .filter(role -> RoleTable.allows(role, needed))
                        .map(Enum::name)
                        .toArray(String[]::new);
        return transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                SELECT u.id, u.display_name FROM manumit.users u
                                WHERE u.member = :member AND u.id <> :own AND EXISTS (
                                    SELECT FROM manumit.user_roles r
                                    WHERE r.user_id = u.id AND r.role = ANY (:roles))
                                ORDER BY u.display_name, u.id LIMIT :most
                                """)
                        .param("member", acting.member())
                        .param("own", acting.id())
                        .param("roles", roles)
                        .param("most", MOST)
                        .query((row, _) ->
                                Option.named(row.getString("id"), row.getString("display_name")))
                        .list());
    }
}
