package manumit.benchmarks.crowd;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;

/// An endless, numbered list of invented identities for measuring speed. Each one follows from the
/// seed and the number alone, so that any slice can be made at any time, in any thread, and none
/// need be kept. Thread-safe.
///
/// Thirteen naming cultures with some 19,000 given and 200,000 family parts, drawn by Zipf's law
/// within each culture; the parts do not depend on the seed. Real common parts stand on top, the
/// others are made up, so that near neighbours abound. The shares:
///
/// ```text
/// names            2.2 a person: re-romanised, shortened, family name first
/// original script  3 % of the people of a culture with one (Arabic, Cyrillic, Han, Hangul)
/// birth dates      1940 to 2008; 90 % full (4 % of them 1 January), 5 % the year, 5 % none;
///                  3 % have two
/// sex              80 %        nationality   85 %        passport   30 %
/// companies 1.4 %, vessels 0.6 %, with names of their own
/// ```
///
/// {@link manumit.benchmarks.population.Population} has more cultures and real parts only, a few
/// dozen each: right for measuring accuracy, too few for measuring an index.
public final class Crowd {

    /// Name of the list that the identities stand on.
    public static final String LIST = "crowd";

    private static final List<CrowdCulture> CULTURES = CrowdCulture.listAll();
    private static final int SHARES = CULTURES.stream().mapToInt(CrowdCulture::share).sum();

    /// Who may see restricted records: few different sets, as in life.
    private static final List<MemberSet> RESTRICTED =
            List.of(
                    MemberSet.of(0),
                    MemberSet.of(1),
                    MemberSet.of(2).with(3),
                    MemberSet.of(0).with(5).with(8),
                    MemberSet.of(4).with(70).with(130).with(200),
                    MemberSet.EVERYBODY.without(9),
                    MemberSet.EVERYBODY.without(0).without(1));

    private final long seed;
    private final double restricted;

    private Crowd(long seed, double restricted) {
        if (restricted < 0 || restricted > 1) {
            throw new IllegalArgumentException("restricted: 0 to 1, found " + restricted);
        }
        this.seed = seed;
        this.restricted = restricted;
    }

    /// The same seed gives the same people. Everybody may see all of them.
    public static Crowd of(long seed) {
        return new Crowd(seed, 0);
    }

    /// The same people, of whom that share is visible to some members only.
    public Crowd withRestricted(double share) {
        return new Crowd(seed, share);
    }

    /// Codes of the naming cultures.
    public static List<String> cultures() {
        return CULTURES.stream().map(CrowdCulture::code).toList();
    }

    /// `count` identities from number `first` on. May be made parallel.
    public Stream<Identity> identities(long first, long count) {
        return LongStream.range(first, first + count).mapToObj(this::identity);
    }

    /// Identity number `number`, at least 0; its entity is {@link #reference}.
    public Identity identity(long number) {
        SplittableRandom random = random(number);
        Particulars particulars =
                isPerson(random)
                        ? person(random).asListed()
                        : CrowdTrade.particulars(culture(random), random);
        MemberSet visibleTo =
                restricted > 0 && random.nextDouble() < restricted
                        ? RESTRICTED.get(random.nextInt(RESTRICTED.size()))
                        : MemberSet.EVERYBODY;
        return new Identity(LIST, reference(number), particulars, visibleTo);
    }

    /// The list's own reference of that number.
    public static String reference(long number) {
        return "C" + number;
    }

    /// Is that number a person? The others are companies and vessels.
    boolean isPerson(long number) {
        return isPerson(random(number));
    }

    /// The person of that number, whom {@link #identity} lists.
    CrowdPerson person(long number) {
        SplittableRandom random = random(number);
        if (!isPerson(random)) {
            throw new IllegalArgumentException("number: " + number + " is no person");
        }
        return person(random);
    }

    /// Somebody of the same cultures who is not on the list.
    static CrowdPerson stranger(SplittableRandom random) {
        return person(random);
    }

    /// A source that is the number's own: multiplied apart, so that neighbouring numbers and seeds
    /// have unrelated people.
    private SplittableRandom random(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("number: at least 0, found " + number);
        }
        return random(seed, number);
    }

    static SplittableRandom random(long seed, long number) {
        return new SplittableRandom(
                new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number).nextLong());
    }

    long seed() {
        return seed;
    }

    private static boolean isPerson(SplittableRandom random) {
        return random.nextDouble() >= .02;
    }

    private static CrowdPerson person(SplittableRandom random) {
        return CrowdPerson.of(culture(random), random);
    }

    static List<CrowdCulture> listCultures() {
        return CULTURES;
    }

    static CrowdCulture culture(SplittableRandom random) {
        int at = random.nextInt(SHARES);
        for (CrowdCulture culture : CULTURES) {
            at -= culture.share();
            if (at < 0) {
                return culture;
            }
        }
        throw new IllegalStateException("shares");
    }
}
