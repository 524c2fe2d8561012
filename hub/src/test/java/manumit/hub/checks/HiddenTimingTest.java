package manumit.hub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestAlerts;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;

/// What a member that is kept from an alert learns from the time of its checks: the same traveller
/// shape is asked about again and again, in random order, once with an alert that is hidden from
/// the member and once, twice over, without one.
///
/// In a build it only asks whether the answers are alike; times depend on what else the machine
/// does. `-Dtiming=3000` checks that often each and prints the medians, and how often a hidden
/// traveller's check is the slower one of a pair: 50 % tells nothing. The two that are not listed
/// say what chance does.
@Slow
class HiddenTimingTest {

    private static final int CHECKS = Integer.getInteger("timing", 20);
    private static final int WARM_UP = Math.min(CHECKS, 500);

    /// One traveller and the times of its checks.
    private record Asked(String name, String description, List<Long> nanos, List<String> answers) {

        static Asked of(String name) {
            return new Asked(name, Travellers.somebody(), new ArrayList<>(), new ArrayList<>());
        }

        double medianMicros() {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[sorted.length / 2] / 1_000.0;
        }
    }

    @Test
    void checkOfATravellerWithAHiddenAlertIsAnsweredAsOneWithout() {
        TestMember owner = TestHub.admit();
        TestMember keptOut = TestHub.admit();
        Person machine = new Person(TestHub.address()).withToken(ChecksTest.token(keptOut));
        Asked hidden = Asked.of("hidden");
        Asked unlisted = Asked.of("unlisted");
        Asked control = Asked.of("control");
        TestAlerts.circulate(owner, "WANTED", hidden.description(), keptOut);
        List<Asked> all = List.of(hidden, unlisted, control);
        Random random = new Random(8);
        ask(machine, all, WARM_UP, random);
        all.forEach(one -> one.nanos().clear());
        ask(machine, all, CHECKS, random);

        List<String> answers =
                all.stream().flatMap(one -> one.answers().stream()).distinct().toList();
        assertThat(answers).hasSize(1);
        if (Integer.getInteger("timing") != null) {
            print(hidden, unlisted);
            print(hidden, control);
            print(unlisted, control);
        }
    }

    private static void ask(Person machine, List<Asked> all, int times, Random random) {
        List<Asked> order = new ArrayList<>(all);
        for (int i = 0; i < times; i++) {
            java.util.Collections.shuffle(order, random);
            for (Asked one : order) {
                String question = Travellers.question(one.description());
                long start = System.nanoTime();
                String answer =
                        machine.with("Manumit-Purpose", "border-check")
                                .post("/api/v1/checks", question)
                                .expect(200)
                                .body();
                one.nanos().add(System.nanoTime() - start);
                one.answers().add(plain(answer));
            }
        }
    }

    /// Without what belongs to the traveller and to this very answer.
    private static String plain(String answer) {
        return answer.replaceAll("\"traveller\":.*\"candidates\"", "\"candidates\"")
                .replaceAll("\"(id|madeAt)\":\"[^\"]*\"", "")
                .replaceAll("\"journalEntry\":[0-9]+", "");
    }

    private static void print(Asked one, Asked other) {
        long slower = 0;
        for (int i = 0; i < one.nanos().size(); i++) {
            slower += one.nanos().get(i) > other.nanos().get(i) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%s %.0f µs, %s %.0f µs, difference %.1f µs; the former slower in %.1f %% of %d"
                        + " pairs (chance: 50 ± %.1f)%n",
                one.name(),
                one.medianMicros(),
                other.name(),
                other.medianMicros(),
                one.medianMicros() - other.medianMicros(),
                100.0 * slower / one.nanos().size(),
                one.nanos().size(),
                100 / Math.sqrt(one.nanos().size()));
    }
}
