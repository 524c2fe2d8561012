package manumit.benchmarks.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.Query;

/// A list under test, built and ready to be asked. Thread-safe.
public interface Engine extends AutoCloseable {

    /// Builds engines of one kind.
    @FunctionalInterface
    interface Maker {
        /// Reads each identity once, in order. The stream is consumed while building, so that
        /// identities need not be kept.
        Engine build(Stream<Identity> identities);
    }

    String name();

    /// Candidates, best first.
    List<Candidate> candidates(Query query);

    /// Candidates of each query, in the order of the queries. Engines that gain by asking many
    /// questions at once override it.
    default List<List<Candidate>> candidates(List<Query> queries) {
        List<List<Candidate>> answers = new ArrayList<>(queries.size());
        for (Query query : queries) {
            answers.add(candidates(query));
        }
        return answers;
    }

    /// Seconds to open a list that was built and stored before; empty where an engine stores none.
    default OptionalDouble openSeconds() {
        return OptionalDouble.empty();
    }

    @Override
    void close();
}
