package manumit.benchmarks.crowd;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import manumit.matching.BirthDate;
import manumit.matching.EntityKind;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Query;

/// An endless, numbered stream of travellers checked against a {@link Crowd}. Each check follows
/// from the seed and its number alone. Thread-safe.
///
/// Nearly all are unrelated people of the same cultures, 8 % of whose parts are misspelt or
/// re-romanised. The others are listed people whose names went through one or two slips (typing
/// errors, order, re-romanisation, a part left out, an initial, joined parts) and whose birth date,
/// for one of four, slipped too (day and month swapped, one digit, the neighbouring year).
public final class CheckStream {

    private static final long STRANGERS = 0x5DEECE66DL;

    private final Crowd crowd;
    private final CheckOptions options;

    private CheckStream(Crowd crowd, CheckOptions options) {
        this.crowd = crowd;
        this.options = options;
    }

    public static CheckStream of(Crowd crowd, CheckOptions options) {
        return new CheckStream(crowd, options);
    }

    /// `count` checks from number `first` on. May be made parallel.
    public Stream<Check> checks(long first, long count) {
        return LongStream.range(first, first + count).mapToObj(this::check);
    }

    /// Check number `number`, at least 0.
    public Check check(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("number: at least 0, found " + number);
        }
        SplittableRandom random =
                Crowd.random((crowd.seed() * 31 + options.seed()) ^ STRANGERS, number);
        if (random.nextDouble() >= options.targetShare()) {
            CrowdPerson stranger = Crowd.stranger(random);
            WrittenName name =
                    Slips.everyPart(stranger.names().getFirst(), .08, stranger.culture(), random);
            return new Check(query(stranger, name, stranger.birth(), random), null);
        }
        long target = random.nextLong(options.people());
        for (long i = 0; i < options.people() && !crowd.isPerson(target); i++) {
            target = (target + 1) % options.people();
        }
        CrowdPerson listed = crowd.person(target);
        int names = listed.names().size();
        WrittenName name = listed.names().get(random.nextInt(3) == 0 ? random.nextInt(names) : 0);
        for (int slips = 1 + random.nextInt(2); slips > 0; slips--) {
            name = Slips.one(name, listed.culture(), random);
        }
        BirthDate.Day birth =
                random.nextInt(4) == 0
                        ? CrowdDates.slipped(listed.birth(), random)
                        : listed.birth();
        return new Check(query(listed, name, birth, random), Crowd.reference(target));
    }

    private Query query(
            CrowdPerson person, WrittenName name, BirthDate.Day birth, SplittableRandom random) {
        Particulars.Builder b =
                Particulars.builder().kind(EntityKind.PERSON).name(name.name(NameKind.PRIMARY));
        if (random.nextDouble() < options.datedShare()) {
            b.birthDate(birth);
        }
        if (options.isBorder()) {
            b.sex(person.sex()).nationality(person.nationality());
        }
        return Query.of(b.build());
    }
}
