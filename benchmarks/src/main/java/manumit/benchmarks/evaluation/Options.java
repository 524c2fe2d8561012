package manumit.benchmarks.evaluation;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import manumit.matching.Identity;
import manumit.matching.ListScale;
import manumit.matching.Matcher;
import manumit.matching.Watchlist;
import org.jspecify.annotations.Nullable;

/// How an evaluation is run.
///
/// @param sections what to measure
/// @param sample number of unrelated people the list is asked about
/// @param seed start of everything drawn by lot; the same seed gives the same report
/// @param json report as JSON instead of tables
/// @param dump file for one JSON line per development pair, or null for none; the lines hold names
///   from public lists
/// @param matcher the method under test
/// @param watchlist builds the list under test from its records
public record Options(
        Set<Section> sections,
        int sample,
        long seed,
        boolean json,
        @Nullable Path dump,
        Matcher matcher,
        Function<List<Identity>, Watchlist> watchlist) {

    public static final int DEFAULT_SAMPLE = 10_000;

    public Options {
        sections = Set.copyOf(sections);
        if (sample < 1) {
            throw new IllegalArgumentException("sample: at least 1, found " + sample);
        }
    }

    /// Everything, in the size that takes minutes.
    public static Options defaults() {
        return new Options(
                EnumSet.allOf(Section.class),
                DEFAULT_SAMPLE,
                1,
                false,
                null,
                Matcher.current(),
                Watchlist::of);
    }

    public Options withSections(Set<Section> value) {
        return new Options(value, sample, seed, json, dump, matcher, watchlist);
    }

    public Options withSample(int value) {
        return new Options(sections, value, seed, json, dump, matcher, watchlist);
    }

    public Options withSeed(long value) {
        return new Options(sections, sample, value, json, dump, matcher, watchlist);
    }

    public Options withJson(boolean value) {
        return new Options(sections, sample, seed, value, dump, matcher, watchlist);
    }

    public Options withDump(@Nullable Path value) {
        return new Options(sections, sample, seed, json, value, matcher, watchlist);
    }

    /// Another method, and with it a list that compares every record by that method.
    public Options withMatcher(Matcher value) {
        return new Options(
                sections,
                sample,
                seed,
                json,
                dump,
                value,
                identities -> new ExhaustiveWatchlist(value, identities));
    }

    /// The method, and the list, for lists of that scale.
    public Options withScale(ListScale value) {
        return new Options(
                sections,
                sample,
                seed,
                json,
                dump,
                Matcher.of(value),
                identities -> Watchlist.of(identities, value));
    }

    public Options withWatchlist(Function<List<Identity>, Watchlist> value) {
        return new Options(sections, sample, seed, json, dump, matcher, value);
    }
}
