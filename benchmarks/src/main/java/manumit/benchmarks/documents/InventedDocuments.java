package manumit.benchmarks.documents;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.TravelDocument;
import manumit.matching.documentindex.DocumentEntry;
import manumit.matching.documentindex.ListingReason;

/// An endless, numbered row of invented listed documents. Each follows from the seed and its place
/// alone, so that any of them can be made at any time, in any thread. Thread-safe.
///
/// Issuers are drawn by a flat law of Zipf; each has a shape of numbers as passports have them. Two
/// in a hundred are national identity cards with 13 digits, which is more than the index packs.
final class InventedDocuments {

    /// The more populous first; which of them has which shape of numbers is made up.
    private static final List<Country> ISSUERS =
            Stream.of(
                            ("IN CN US ID PK NG BR BD RU MX ET JP EG PH CD VN IR TR DE TH GB FR ZA"
                                            + " TZ IT KE MM KR CO UG ES DZ IQ AR SD UA UZ PL CA MA"
                                            + " SA AO PE GH YE NP VE MG CM CI NE AU LK ML SY KZ RO")
                                    .split(" ", -1))
                    .map(Country::new)
                    .toList();

    private static final double FLATNESS = 5;
    private static final double LONG_SHARE = 0.02;

    /// A letter for a letter, a digit for a digit, `*` for either.
    private static final List<String> SHAPES =
            List.of(
                    "999999999",
                    "A99999999",
                    "AA9999999",
                    "*********",
                    "99AA99999",
                    "AAA999999",
                    "A9999999");

    private static final String LONG_SHAPE = "9999999999999";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// German passports use these: no vowels, nothing that reads as a digit.
    private static final String EITHER = "0123456789CFGHJKLMNPRTVWXYZ";

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;

    /// Ascending; where a draw from [0, 1) falls says the issuer.
    private final double[] upTo = new double[ISSUERS.size()];

    InventedDocuments(long seed) {
        this.seed = seed;
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += 1 / (i + FLATNESS);
            upTo[i] = sum;
        }
        for (int i = 0; i < upTo.length; i++) {
            upTo[i] /= sum;
        }
    }

    DocumentEntry entry(long place) {
        SplittableRandom random = random(place);
        int issuer = issuer(random);
        boolean isLong = random.nextDouble() < LONG_SHARE;
        return new DocumentEntry(
                ISSUERS.get(issuer),
                number(isLong ? LONG_SHAPE : SHAPES.get(issuer % SHAPES.size()), random),
                isLong ? DocumentType.NATIONAL_ID : DocumentType.PASSPORT,
                random.nextInt(3) == 0 ? ListingReason.STOLEN : ListingReason.LOST);
    }

    /// The document that this entry lists.
    TravelDocument document(long place) {
        DocumentEntry entry = entry(place);
        return new TravelDocument(entry.type(), entry.number(), entry.issuer());
    }

    private SplittableRandom random(long place) {
        return new SplittableRandom(seed * GOLDEN ^ place * 0xD1342543DE82EF95L);
    }

    private int issuer(SplittableRandom random) {
        double at = random.nextDouble();
        int issuer = 0;
        while (upTo[issuer] < at) {
            issuer++;
        }
        return issuer;
    }

    private static String number(String shape, SplittableRandom random) {
        char[] number = new char[shape.length()];
        for (int i = 0; i < number.length; i++) {
            number[i] =
                    switch (shape.charAt(i)) {
                        case '9' -> (char) ('0' + random.nextInt(10));
                        case 'A' -> LETTERS.charAt(random.nextInt(LETTERS.length()));
                        default -> EITHER.charAt(random.nextInt(EITHER.length()));
                    };
        }
        return new String(number);
    }
}
