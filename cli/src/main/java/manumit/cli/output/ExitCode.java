package manumit.cli.output;

/// Exit codes, the same for every command.
public final class ExitCode {

    public static final int DONE = 0;

    /// A fault of Manumit's own.
    public static final int INTERNAL = 1;

    /// The command line is wrong, or names a file that cannot be used.
    public static final int USAGE = 2;

    /// Done, but some input was rejected.
    public static final int DONE_WITH_REJECTS = 3;

    /// The hub cannot start.
    public static final int NOT_STARTED = 4;

    /// For the help of every command.
    public static final String DONE_TEXT = "0:Done.";

    public static final String INTERNAL_TEXT = "1:A fault of Manumit's own.";
    public static final String USAGE_TEXT =
            "2:The command line is wrong, or names a file that cannot be used.";
    public static final String DONE_WITH_REJECTS_TEXT = "3:Done, but some input was rejected.";

    public static final String NOT_STARTED_TEXT = "4:The hub cannot start; the message says why.";

    private ExitCode() {}
}
