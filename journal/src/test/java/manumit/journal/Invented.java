package manumit.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Acts of invented users about invented persons.
final class Invented {

    private static final List<String> MEMBERS = List.of("LV", "AR", "SN", "PH", "MK");
    private static final List<String> OWNERS = List.of("LV", "AR", "SN");
    private static final List<String> PAYLOADS =
            List.of(
                    "{}",
                    "{\"found\":0}",
                    "{\"field\":\"рост, \\\"см\\\"\",\"old\":1,\"new\":2}",
                    "{\"mask\":\"𝄞\"}");

    private Invented() {}

    static Act act(Random random) {
        Actor actor =
                new Actor(
                        pick(random, MEMBERS),
                        "user-" + random.nextInt(20),
                        random.nextBoolean() ? "" : "machine-" + random.nextInt(3));
        Act act =
                Act.of(actor, pick(random, List.of(ActKind.values())), "alert.read")
                        .withOutcome(pick(random, List.of(Outcome.values())))
                        .withPurpose("operation-" + random.nextInt(2), "border-check")
                        .withPost(random.nextBoolean() ? "" : "post-" + random.nextInt(9))
                        .withPayload(pick(random, PAYLOADS));
        if (random.nextBoolean()) {
            act =
                    act.withRecord(
                            new RecordReference(
                                    pick(random, OWNERS), "alert", "a-" + random.nextInt(50)));
        }
        List<SubjectHash> subjects = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            subjects.add(subject(random.nextInt(30)));
        }
        return act.withSubjects(subjects);
    }

    static Act withKey(Act act, String key) {
        return act.withIdempotencyKey(key);
    }

    static SubjectHash subject(int number) {
        return new SubjectHash(number * 0x9E3779B97F4A7C15L, number);
    }

    static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
