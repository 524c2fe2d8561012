package manumit.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.testkit.Golden;
import org.junit.jupiter.api.Test;

class RoleTableTest {

    /// The whole table again, one line a role, so that each change of a cell is reviewed twice.
    @Test
    void everyCellIsAsReviewed() {
        String all =
                Stream.of(Role.values())
                        .map(role ->
                                role
                                        + ": "
                                        + RoleTable.rightsOf(role).stream()
                                                .map(Enum::name)
                                                .sorted()
                                                .collect(Collectors.joining(" "))
                                        + "\n")
                        .collect(Collectors.joining());
        Golden.assertMatches("roles.txt", all);
    }

    @Test
    void coordinatorSeesNoRecordNoUserAndNoJournal() {
        assertThat(RoleTable.rightsOf(Role.COORDINATOR))
                .doesNotContain(
                        Right.READ_RECORDS,
                        Right.WRITE_RECORDS,
                        Right.CHECK,
                        Right.READ_USERS,
                        Right.READ_JOURNAL,
                        Right.SUBJECT_REPORTS);
    }

    @Test
    void tableWithAMissingRightIsRefused() {
        assertThatThrownBy(() -> RoleTable.read("heading\nCHECK x . . . . . . . .\n"))
                .isInstanceOf(IllegalStateException.class);
    }
}
