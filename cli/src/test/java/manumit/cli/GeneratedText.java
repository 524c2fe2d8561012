package manumit.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import manumit.matching.v1.MethodV1;

/// Text of a page that follows from the program. Marks in the page say what:
///
/// - `<!-- output: COMMAND -->` before a `text` block: what the command prints. `COMMAND` begins
///   with `./manumit`, or with `echo '…' |` before it. `<!-- output 8: COMMAND -->` keeps the first
///   eight lines and cuts long ones.
/// - `<!-- reasons ID -->` before a table: the evidence about the pair `ID` of
///   `docs/examples/pairs.csv`.
/// - `<!-- name weights -->` before a table: the weights of the features of names.
/// - `` `Class.CONSTANT` | number | `` in a row of a table: the value of that constant of the
///   matching module.
final class GeneratedText {

    /// Longest line kept of shortened output, in characters.
    private static final int MAX_WIDTH = 100;

    private static final Pattern OUTPUT =
            Pattern.compile("(<!-- output( \\d+)?: (.+) -->\\n```text\\n)((?:(?!```).*\\n)*)(```)");
    private static final Pattern REASONS =
            Pattern.compile("(<!-- reasons (\\w+) -->\\n)((?:.+\\n)*)");
    private static final Pattern NAME_WEIGHTS =
            Pattern.compile("(<!-- name weights -->\\n)((?:.+\\n)*)");
    private static final Pattern CONSTANT =
            Pattern.compile("(`([A-Z]\\w+)\\.([A-Z][A-Z_]+)` \\| )([^|]*)( \\|)");

    private static final Pattern EVIDENCE =
            Pattern.compile(
                    "\\{\"field\":\"(\\w+)\",\"outcome\":\"(\\w+)\",\"query\":\"(.*?)\","
                            + "\"record\":\"(.*?)\",\"bits\":(.*?)\\}");
    private static final Pattern PAIR =
            Pattern.compile("\\{\"id\":\"(\\w+)\",\"score\":(.*?),\"band\":\"(\\w+)\"");

    private static final List<String> PACKAGES =
            List.of(
                    "manumit.matching.",
                    "manumit.matching.v1.",
                    "manumit.matching.documents.",
                    "manumit.matching.similarity.");

    private final Path root;
    private final Path demo;

    /// What commands printed: several marks may name the same one.
    private final Map<String, String> printed = new HashMap<>();

    /// @param root of the repository
    /// @param demo an empty folder, for the list and the travellers of the demo
    GeneratedText(Path root, Path demo) {
        this.root = root;
        this.demo = demo;
    }

    /// The page with everything that is marked made anew.
    String renewed(String page) {
        String text = replaced(OUTPUT, page, m -> m.group(1) + output(m) + "\n" + m.group(5));
        text = replaced(REASONS, text, m -> m.group(1) + reasons(m.group(2)));
        text = replaced(NAME_WEIGHTS, text, m -> m.group(1) + nameWeights());
        return replaced(
                CONSTANT, text, m -> m.group(1) + constant(m.group(2), m.group(3)) + m.group(5));
    }

    private interface Made {
        String of(MatchResult match);
    }

    private static String replaced(Pattern pattern, String text, Made made) {
        return pattern.matcher(text)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(made.of(match)));
    }

    private String output(MatchResult mark) {
        String text = run(mark.group(3)).stripTrailing();
        if (mark.group(2) == null) {
            return text;
        }
        int lines = Integer.parseInt(mark.group(2).strip());
        UnaryOperator<String> cut =
                line -> line.length() <= MAX_WIDTH ? line : line.substring(0, MAX_WIDTH) + " …";
        List<String> kept = text.lines().limit(lines).map(cut).collect(Collectors.toList());
        if (text.lines().count() > lines) {
            kept.add("…");
        }
        return String.join("\n", kept);
    }

    private String run(String command) {
        if (printed.isEmpty()) {
            Cli.run("demo", "--explain", "--folder", demo.toString());
        }
        return printed.computeIfAbsent(command, this::printedBy);
    }

    private String printedBy(String command) {
        String in = "";
        String call = command;
        if (command.startsWith("echo '")) {
            int pipe = command.indexOf("' | ");
            in = command.substring("echo '".length(), pipe) + "\n";
            call = command.substring(pipe + "' | ".length());
        }
        String[] args =
                Arrays.stream(call.split(" ", -1))
                        .skip(1)
                        .map(arg -> arg.replace(".manumit/demo", demo.toString()))
                        .map(arg -> arg.startsWith("docs/") ? root.resolve(arg).toString() : arg)
                        .toArray(String[]::new);
        Cli.Result result = Cli.runWith(in, args);
        if (result.code() != 0) {
            throw new AssertionError(command + ": " + result.err());
        }
        return result.out();
    }

    /// What `manumit compare` says about one pair. Fields of which neither side knows are left out.
    private String reasons(String id) {
        String line =
                run("./manumit compare docs/examples/pairs.csv")
                        .lines()
                        .filter(l -> l.startsWith("{\"id\":\"" + id + "\","))
                        .findFirst()
                        .orElseThrow();
        List<String> rows = new ArrayList<>();
        rows.add("| field | outcome | asked | listed | bits |");
        rows.add("| --- | --- | --- | --- | ---: |");
        double sum = 0;
        for (MatchResult m : EVIDENCE.matcher(line).results().toList()) {
            double bits = Double.parseDouble(m.group(5));
            sum += bits;
            if (bits != 0 || !m.group(2).equals("unknown")) {
                rows.add(
                        row(
                                m.group(1),
                                m.group(2),
                                m.group(3),
                                m.group(4),
                                String.format(Locale.ROOT, "%+.2f", bits)));
            }
        }
        MatchResult pair = PAIR.matcher(line).results().findFirst().orElseThrow();
        rows.add(
                row(
                        "**sum**",
                        "**" + pair.group(3) + "**",
                        "score " + pair.group(2),
                        "",
                        String.format(Locale.ROOT, "**%+.2f**", sum)));
        return String.join("\n", rows) + "\n";
    }

    private static String nameWeights() {
        String file = "/manumit/matching/v1/name-weights.tsv";
        try (InputStream in =
                        Objects.requireNonNull(MethodV1.class.getResourceAsStream(file), file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return "| feature | bits |\n| --- | ---: |\n"
                    + lines.lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(line -> line.split("\t", -1))
                            .map(cells -> row("`" + cells[0] + "`", signed(cells[1])) + "\n")
                            .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String constant(String type, String name) {
        for (String prefix : PACKAGES) {
            try {
                Field field = Class.forName(prefix + type).getDeclaredField(name);
                field.setAccessible(true);
                return switch (field.get(null)) {
                    case Double bits -> signed(bits.toString());
                    case double[] bits ->
                            Arrays.stream(bits)
                                    .mapToObj(value -> signed(Double.toString(value)))
                                    .collect(Collectors.joining(", "));
                    case null, default ->
                            throw new AssertionError(type + "." + name + " is no number of bits");
                };
            } catch (ClassNotFoundException e) {
                // In another package.
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("no constant " + type + "." + name, e);
            }
        }
        throw new AssertionError("no class " + type);
    }

    private static String signed(String number) {
        String shorter = number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
        return shorter.startsWith("-") || shorter.equals("0") ? shorter : "+" + shorter;
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
