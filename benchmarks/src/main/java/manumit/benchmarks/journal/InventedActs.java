package manumit.benchmarks.journal;

import java.util.List;
import java.util.Random;
import manumit.journal.Act;
import manumit.journal.ActKind;
import manumit.journal.Actor;
import manumit.journal.Outcome;
import manumit.journal.RecordReference;
import manumit.journal.SubjectHash;

/// Checks by invented officers, as the platform journals them: 50 members with 100 users each, one
/// person asked about, every tenth act about a record. Made for one thread.
final class InventedActs {

    private static final int MEMBERS = 50;
    private static final int USERS = 100;
    private static final int POSTS = 400;
    private static final int RECORDS = 1_000_000;

    private final Random random;
    private final String keys;
    private long made;

    /// @param keys what this source's idempotency keys begin with; empty: acts without keys
    InventedActs(long seed, String keys) {
        this.random = new Random(seed);
        this.keys = keys;
    }

    Act next() {
        String member = "M" + random.nextInt(MEMBERS);
        Act act =
                Act.of(
                                new Actor(member, "u" + random.nextInt(USERS), "api"),
                                ActKind.CHECK,
                                "check.name")
                        .withOutcome(random.nextInt(100) == 0 ? Outcome.DONE : Outcome.EMPTY)
                        .withPurpose("liberty-3", "border-check")
                        .withPost(member + "-post-" + random.nextInt(POSTS))
                        .withSubjects(
                                List.of(new SubjectHash(random.nextLong(), random.nextLong())))
                        .withPayload(
                                "{\"candidates\":0,\"list\":\"2026-11-25T06:00Z\",\"method\":\"manumit-1\"}");
        if (random.nextInt(10) == 0) {
            act =
                    act.withRecord(
                            new RecordReference(member, "alert", "a-" + random.nextInt(RECORDS)));
        }
        return keys.isEmpty() ? act : act.withIdempotencyKey(keys + "-" + made++);
    }
}
