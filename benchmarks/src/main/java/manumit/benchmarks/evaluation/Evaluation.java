package manumit.benchmarks.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Measures the matcher and prints the tables of `docs/matching.md`.
public final class Evaluation {

    private Evaluation() {}

    /// Runs the chosen sections over the labelled data and reports each as soon as it is measured.
    /// A section whose data are absent is reported as skipped.
    ///
    /// @param data folder that holds `names` and `lists`
    /// @param out where the report goes: tables, or with {@link Options#json} one JSON object a
    ///   line
    /// @return 0
    public static int run(Path data, PrintStream out, Options options) throws IOException {
        try (Dump dump = Dump.to(options.dump())) {
            for (Section section : Section.values()) {
                if (options.sections().contains(section)) {
                    for (Table table : measure(section, data, options, dump)) {
                        out.println(options.json() ? table.json() : table.shown());
                    }
                    out.flush();
                }
            }
        }
        PlainName.forgetAll();
        return 0;
    }

    private static List<Table> measure(Section section, Path data, Options options, Dump dump)
            throws IOException {
        try {
            return switch (section) {
                case ALIASES -> {
                    List<LabelledPair> pairs = AliasPairs.read(data, options.seed());
                    Measured ours = Measured.of(options.matcher(), pairs);
                    dump.write("alias", ours);
                    yield AliasSection.measure(pairs, ours, Method.baselines());
                }
                case ANALYST -> AnalystSection.measure(data, options.matcher(), dump);
                case SCRIPTS ->
                        List.of(
                                ScriptSection.measure(
                                        section,
                                        "Tokens across scripts, Latin against original",
                                        ScriptPairs.tokens(data, options.seed()),
                                        options.matcher(),
                                        options.seed(),
                                        List.of(
                                                "JW: Jaro-Winkler over ICU's Any-Latin.",
                                                "A rate needs as many negatives: with 1,000, .02 %"
                                                        + " means none.",
                                                "Kana are composed by rule from romanised names,"
                                                        + " so they are easier than found ones.")));
                case ORIGINALS ->
                        List.of(
                                ScriptSection.measure(
                                        section,
                                        "Whole names across scripts, Latin against original",
                                        originals(data, options.seed()),
                                        options.matcher(),
                                        options.seed(),
                                        List.of(
                                                "UN and EU names are those of listed people: the"
                                                        + " primary Latin name against the original"
                                                        + " script.")));
                case LIST -> ListSection.measure(data, options, dump);
                case ERRORS -> ErrorSection.measure(options.matcher(), options.seed());
            };
        } catch (NoSuchFileException e) {
            return List.of(
                    Table.skipped(
                            section,
                            "no file "
                                    + Path.of(e.getFile()).getFileName()
                                    + " in the data folder; give the folder with --data"));
        }
    }

    private static List<ScriptPairs.Source> originals(Path data, long seed) throws IOException {
        List<ScriptPairs.Source> sources = new ArrayList<>(ScriptPairs.wholeNames(data, seed));
        sources.addAll(ListedPeople.originals("UN", ListedPeople.read(data, ListedPeople.UN)));
        sources.addAll(ListedPeople.originals("EU", ListedPeople.readEu(data)));
        return sources;
    }

    /// Runs from a build tree: `[--data DIR] [--json] [--sample N] [--seed N] [--only
    /// SECTION[,SECTION…]] [--dump FILE]`.
    public static void main(String[] args) throws IOException {
        Path data = Path.of("..", "shared", "data");
        Options options = Options.defaults();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--data" -> data = Path.of(args[++i]);
                case "--json" -> options = options.withJson(true);
                case "--sample" -> options = options.withSample(Integer.parseInt(args[++i]));
                case "--seed" -> options = options.withSeed(Long.parseLong(args[++i]));
                case "--only" -> options = options.withSections(sections(args[++i]));
                case "--dump" -> options = options.withDump(Path.of(args[++i]));
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        if (!Files.isDirectory(data)) {
            throw new IllegalArgumentException("--data: no folder " + data);
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.exit(run(data, out, options));
    }

    /// Reads section codes separated by commas.
    public static Set<Section> sections(String codes) {
        EnumSet<Section> sections = EnumSet.noneOf(Section.class);
        Arrays.stream(codes.split(",", -1))
                .map(code ->
                        Section.find(code)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "--only: unknown section "
                                                        + code
                                                        + "; known are "
                                                        + known())))
                .forEach(sections::add);
        return sections;
    }

    private static String known() {
        return Arrays.stream(Section.values()).map(Section::code).collect(Collectors.joining(", "));
    }
}
