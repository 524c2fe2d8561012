package manumit.cli.bench;

import manumit.matching.ListScale;
import picocli.CommandLine.Option;

/// By which method the invented list is asked.
final class ScaleOption {

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            defaultValue = "LONG",
            description =
                    "SHORT asks by manumit-1, LONG by manumit-2, the method for long lists;"
                            + " default ${DEFAULT-VALUE}.")
    private ListScale scale = ListScale.LONG;

    ListScale scale() {
        return scale;
    }
}
