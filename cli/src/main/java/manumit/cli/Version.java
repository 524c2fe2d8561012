package manumit.cli;

import java.util.Objects;
import manumit.matching.Matcher;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints: the program's version from its jar, and the method's.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version =
                Objects.requireNonNullElse(
                        Manumit.class.getPackage().getImplementationVersion(), "(unpacked)");
        return new String[] {
            "manumit " + version,
            "method " + Matcher.current().version(),
            "Java " + Runtime.version()
        };
    }
}
