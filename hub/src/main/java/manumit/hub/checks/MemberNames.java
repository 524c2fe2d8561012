package manumit.hub.checks;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import manumit.hub.database.ActingTransaction;
import org.springframework.stereotype.Component;

/// Names of members by their codes, for pages.
@Component
class MemberNames {

    private final ActingTransaction transactions;

    MemberNames(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    Map<String, String> of(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        if (codes.isEmpty()) {
            return names;
        }
        return transactions.asSignedIn(sql -> {
            sql.sql("SELECT code, name FROM manumit.members WHERE code = ANY (:codes)")
                    .param("codes", codes.stream().distinct().toArray(String[]::new))
                    .query((row, _) -> names.put(row.getString("code"), row.getString("name")))
                    .list();
            return names;
        });
    }
}
