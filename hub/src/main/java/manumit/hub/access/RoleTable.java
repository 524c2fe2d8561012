package manumit.hub.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which role has which right: the one table that sign-in, pages and API go by.
public final class RoleTable {

    /// `x` allows, `.` does not. Columns, in the order of {@link Role}: member administrator, duty
    /// officer, border officer, analyst, victim specialist, data-protection officer, auditor,
    /// coordinator, press officer.
    private static final String TABLE =
            """
                                 MA DO BO AN VS DP AU CO PR
            READ_DIRECTORY        x  x  x  x  x  x  x  x  x
            ADMINISTER_MEMBERS    .  .  .  .  .  .  .  x  .
            ADMINISTER_POSTS      x  .  .  .  .  .  .  .  .
            READ_USERS            x  .  .  .  .  x  x  .  .
            ADMINISTER_USERS      x  .  .  .  .  .  .  .  .
            SUSPEND_USERS         x  .  .  .  .  x  .  .  .
            SUSPEND_MEMBERS       .  .  .  .  .  .  .  x  .
            READ_SUSPENSIONS      x  x  .  .  .  x  x  x  .
            READ_RECORDS          .  x  .  x  .  x  .  .  .
            WRITE_RECORDS         .  x  .  .  .  .  .  .  .
            PROTECT               .  .  .  .  x  .  .  .  .
            REVIEW_ALERTS         .  x  .  .  .  x  .  .  .
            CHECK                 .  x  x  .  .  .  .  .  .
            READ_COVERAGE         .  x  .  x  .  .  .  .  .
            READ_HITS             .  x  x  x  x  .  .  .  .
            WORK_HITS             .  x  x  .  .  .  .  .  .
            ANSWER_HITS           .  x  .  .  x  .  .  .  .
            ADMINISTER_NOTICES    x  .  .  .  .  .  .  .  .
            READ_JOURNAL          .  .  .  .  .  x  x  .  .
            SUBJECT_REPORTS       .  .  .  .  .  x  .  .  .
            READ_ROLES            x  x  x  x  x  x  x  x  x
            READ_HEALTH           x  x  .  .  .  .  x  x  .
            """;

    private static final Map<Role, Set<Right>> RIGHTS = read(TABLE);

    private RoleTable() {}

    public static boolean allows(Role role, Right right) {
        return rightsOf(role).contains(right);
    }

    public static Set<Right> rightsOf(Role role) {
        return RIGHTS.getOrDefault(role, Set.of());
    }

    /// The rights of somebody with all these roles.
    public static Set<Right> rightsOf(Collection<Role> roles) {
        EnumSet<Right> all = EnumSet.noneOf(Right.class);
        roles.forEach(role -> all.addAll(rightsOf(role)));
        return Collections.unmodifiableSet(all);
    }

    /// @throws IllegalStateException if a right is missing, named twice or a cell is neither mark
    static Map<Role, Set<Right>> read(String table) {
        List<Role> roles = List.of(Role.values());
        EnumMap<Role, Set<Right>> rights = new EnumMap<>(Role.class);
        roles.forEach(role -> rights.put(role, EnumSet.noneOf(Right.class)));
        EnumSet<Right> seen = EnumSet.noneOf(Right.class);
        for (String line : table.lines().skip(1).toList()) {
            List<String> cells = Arrays.asList(line.strip().split(" +", -1));
            Right right = Right.valueOf(cells.getFirst());
            if (!seen.add(right) || cells.size() != roles.size() + 1) {
                throw new IllegalStateException("bad line in the table of roles: " + right);
            }
            for (int i = 0; i < roles.size(); i++) {
                String cell = cells.get(i + 1);
                if (cell.equals("x")) {
                    rights.getOrDefault(roles.get(i), Set.of()).add(right);
                } else if (!cell.equals(".")) {
                    throw new IllegalStateException("bad cell in the table of roles: " + right);
                }
            }
        }
        if (seen.size() != Right.values().length) {
            throw new IllegalStateException("the table of roles lacks a right");
        }
        return rights;
    }
}
