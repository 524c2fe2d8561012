package manumit.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Data that is measured with but not part of the repository: the folder `shared/data` beside the
/// repository's root. Absent on most machines; what needs it is then skipped.
public final class SharedData {

    private SharedData() {}

    /// Root of the repository: the system property `repository.root`, which the build sets, or the
    /// nearest folder upwards that holds the launcher.
    public static Path repositoryRoot() {
        String given = System.getProperty("repository.root", "");
        if (!given.isEmpty()) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path p = here; p != null; p = p.getParent()) {
            if (Files.exists(p.resolve("manumit")) && Files.exists(p.resolve("pom.xml"))) {
                return p;
            }
        }
        throw new IllegalStateException(
                "repository.root: not set, and no folder above "
                        + here
                        + " holds the launcher `manumit`");
    }

    /// A file or folder of the shared data.
    ///
    /// @param relative path inside the folder, for example `lists/UN_consolidated.xml`
    public static Optional<Path> find(String relative) {
        Path path = repositoryRoot().resolve("../shared/data").resolve(relative).normalize();
        return Files.exists(path) ? Optional.of(path) : Optional.empty();
    }

    /// The same, for a test that can do nothing without it: where it is absent, the test is skipped
    /// with a notice.
    public static Path orSkip(String relative) {
        Optional<Path> found = find(relative);
        if (found.isEmpty()) {
            Assumptions.abort("skipped: ../shared/data/" + relative + " is not on this machine");
        }
        return found.orElseThrow();
    }
}
