package manumit.cli;

/// The executable.
public final class Manumit {

    private Manumit() {}

    public static void main(String[] args) {
        System.exit(args.length == 0 ? 0 : 2);
    }
}
