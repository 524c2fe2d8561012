package manumit.hub.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import manumit.hub.access.Acting;

/// The test that every capability passes (R2): what a denied member gets is byte for byte what it
/// would get without the record.
///
/// A capability says how its records are made, restricted and deleted ({@link World}) and gives all
/// its questions ({@link Probe}): lists, counts, searches, exports, pages, by SQL or by HTTP. The
/// test then
/// 1. makes some records, with random restrictions;
/// 2. asks everybody everything;
/// 3. makes one more record, kept from some members: their answers must not have changed by a byte,
///    at least one answer of every other member must have;
/// 4. takes a record that all see and restricts it: the answers of those kept out must be the ones
///    they get when it is deleted.
public final class NonInterference {

    private static final int RECORDS = 12;

    /// One question, answered for a member; everything it answers, as text.
    ///
    /// @param answer must not fail for want of the record: a refusal is an answer too
    public record Probe(String name, Function<Acting, String> answer) {}

    /// How a capability's records come, change and go, in the name of their owner.
    public interface World {

        /// Makes a record with random contents.
        UUID create(Acting owner, Restriction restriction, Random random);

        void restrict(Acting owner, UUID record, Restriction restriction);

        void delete(Acting owner, UUID record);

        /// Questions about everything and about this record in particular.
        List<Probe> probes(UUID record);
    }

    private final World world;
    private final List<Acting> members;

    /// @param members one actor for each of at least three members, with the right to ask
    public NonInterference(World world, List<Acting> members) {
        this.world = world;
        this.members = List.copyOf(members);
    }

    public void check(Random random) {
        for (int i = 0; i < RECORDS; i++) {
            Acting owner = any(random);
            world.create(owner, restriction(random, owner), random);
        }
        newRecordLeavesNoTrace(random);
        restrictedRecordIsAsIfDeleted(random);
    }

    private void newRecordLeavesNoTrace(Random random) {
        Acting owner = any(random);
        Restriction restriction = restriction(random, owner);
        UUID nothing = new UUID(random.nextLong(), random.nextLong());
        // Asked about an identifier that nobody has, and later about the record's: for the denied
        // both must be alike, so probes may not repeat the identifier.
        Map<Acting, Map<String, String>> before = askAll(nothing);
        UUID record = world.create(owner, restriction, random);
        Map<Acting, Map<String, String>> after = askAll(record);
        for (Acting member : members) {
            if (member.equals(owner) || restriction.admits(member.member())) {
                assertThat(after.get(member))
                        .as("who may see it sees it")
                        .isNotEqualTo(before.get(member));
            } else {
                assertThat(after.get(member))
                        .as("a member kept out by %s", restriction.getClass().getSimpleName())
                        .isEqualTo(before.get(member));
            }
        }
    }

    private void restrictedRecordIsAsIfDeleted(Random random) {
        Acting owner = any(random);
        UUID record = world.create(owner, new Restriction.None(), random);
        Restriction restriction = restriction(random, owner);
        world.restrict(owner, record, restriction);
        Map<Acting, Map<String, String>> restricted = askAll(record);
        world.delete(owner, record);
        Map<Acting, Map<String, String>> deleted = askAll(record);
        for (Acting member : members) {
            if (!member.equals(owner) && !restriction.admits(member.member())) {
                assertThat(restricted.get(member))
                        .as("a record restricted later is as good as deleted")
                        .isEqualTo(deleted.get(member));
            }
        }
    }

    private Map<Acting, Map<String, String>> askAll(UUID record) {
        Map<Acting, Map<String, String>> all = new LinkedHashMap<>();
        List<Probe> probes = world.probes(record);
        for (Acting member : members) {
            Map<String, String> answers = new LinkedHashMap<>();
            probes.forEach(probe -> answers.put(probe.name(), probe.answer().apply(member)));
            all.put(member, answers);
        }
        return all;
    }

    private Acting any(Random random) {
        return members.get(random.nextInt(members.size()));
    }

    /// Any of the three kinds; each member but the owner is listed or not by the toss of a coin.
    private Restriction restriction(Random random, Acting owner) {
        java.util.Set<UUID> listed =
                IntStream.range(0, members.size())
                        .filter(_ -> random.nextBoolean())
                        .mapToObj(i -> members.get(i).member())
                        .filter(member -> !member.equals(owner.member()))
                        .collect(java.util.stream.Collectors.toSet());
        return switch (random.nextInt(5)) {
            case 0 -> new Restriction.None();
            case 1, 2 -> new Restriction.Deny(listed);
            default -> new Restriction.Allow(listed);
        };
    }
}
