package manumit.matching.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import manumit.matching.Band;
import manumit.matching.Comparison;
import manumit.matching.Country;
import manumit.matching.EntityKind;
import manumit.matching.Evidence;
import manumit.matching.Field;
import manumit.matching.Matcher;
import manumit.matching.Occasion;
import manumit.matching.Outcome;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.documents.DocumentEvidence;

/// Scoring method `manumit-1`: evidence of each field in bits, added up.
///
/// ```text
/// names           −21 …  9   NameEvidence        parts aligned in any order, 0 is "could be either"
/// birth date     −9 … 11   BirthDateEvidence   graded, never a veto
/// documents    −0.5 … 32   DocumentEvidence
/// the rest       −8 …  3   sex, nationality, birth place, kind
/// prior               0    two records side by side; −4 for a traveller against a list
/// sum = log2 of the odds; score = 1 / (1 + 2^−sum)
/// ```
///
/// Source of the form: Fellegi and Sunter, A theory for record linkage (1969). The name part is a
/// logistic regression, since parts of a name are not independent. Thread-safe.
public final class MethodV1 implements Matcher {

    public static final String VERSION = "manumit-1";

    /// From here on the evidence outweighs doubt.
    public static final double POSSIBLE_BITS = 0;

    /// From here on, with a birth date or document in support, the odds are 16 to 1.
    public static final double STRONG_BITS = 4;

    public static final double WEAK_BITS = -3;

    /// Similarity from which two parts of a name stand for each other.
    public static final double MIN_PART_SIMILARITY = 0.5;

    /// The same where neighbouring parts are read as one.
    public static final double MIN_JOINT_SIMILARITY = 0.75;

    /// Even odds for names that look alike.
    private static final double PRIOR_SIDE_BY_SIDE = 0;

    /// 16 times less likely: chosen so that at most one unrelated traveller in a thousand reaches
    /// `possible` with name, birth date and nationality given (see `docs/matching.md`).
    private static final double PRIOR_CHECK = PRIOR_SIDE_BY_SIDE - 4;

    private static final double SEX_AGREES = 0.5;
    private static final double SEX_CONTRADICTED = -3;

    /// A third of what the rarity of a nationality would suggest: two people taken for each other
    /// mostly come from one country.
    private static final double NATIONALITY_AGREES = 1.3;

    private static final double NATIONALITY_CONTRADICTED = -2.2;
    private static final double KIND_CONTRADICTED = -8;

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Comparison compare(Particulars query, Particulars record, Occasion occasion) {
        return compare(Prepared.of(query), Prepared.of(record), occasion);
    }

    /// The same for names taken apart before.
    public Comparison compare(Prepared query, Prepared record, Occasion occasion) {
        return compare(query, record, beside(query, record, occasion));
    }

    /// Compares if the names could still lift the sum to the band; empty where they cannot, or do
    /// not.
    public Optional<Comparison> compare(
            Prepared query, Prepared record, Occasion occasion, Band minBand) {
        Beside beside = beside(query, record, occasion);
        if (beside.bits() + NameEvidence.MOST < least(minBand)) {
            return Optional.empty();
        }
        return Optional.of(compare(query, record, beside))
                .filter(comparison -> comparison.band().atLeast(minBand));
    }

    /// Everything but the names.
    ///
    /// @param prior how likely before anything is seen
    /// @param fields evidence of each field, in the order of {@link Field}
    /// @param bits prior and fields together
    /// @param isSupported whether a birth date or a document speaks for it
    /// @param isSameDocument whether both hold one document
    private record Beside(
            Evidence prior,
            List<Evidence> fields,
            double bits,
            boolean isSupported,
            boolean isSameDocument) {}

    private static Beside beside(Prepared query, Prepared record, Occasion occasion) {
        Particulars q = query.particulars();
        Particulars r = record.particulars();
        Evidence prior = new Evidence(Field.PRIOR, Outcome.UNKNOWN, "", "", prior(occasion));
        Evidence birth = BirthDateEvidence.of(q.birthDates(), r.birthDates()).piece();
        Evidence document = DocumentEvidence.of(q.documents(), r.documents()).piece();
        List<Evidence> fields =
                List.of(
                        birth,
                        sex(q.sex(), r.sex()),
                        nationality(q.nationalities(), r.nationalities()),
                        BirthPlaceEvidence.of(q.birthPlaces(), r.birthPlaces()),
                        document,
                        kind(q.kind(), r.kind()));
        double bits = prior.bits() + fields.stream().mapToDouble(Evidence::bits).sum();
        return new Beside(
                prior,
                fields,
                bits,
                birth.bits() > 0 || document.bits() > 0,
                document.outcome() == Outcome.AGREE);
    }

    private static Comparison compare(Prepared query, Prepared record, Beside beside) {
        Particulars q = query.particulars();
        Particulars r = record.particulars();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(beside.prior());
        String queryName = "";
        String recordName = "";
        double nameBits = NameEvidence.MISSING;
        var queryNames = query.namesFor(r.kind());
        var recordNames = record.namesFor(q.kind());
        if (queryNames.isEmpty() || recordNames.isEmpty()) {
            Outcome outcome =
                    queryNames.isEmpty() && recordNames.isEmpty()
                            ? Outcome.UNKNOWN
                            : Outcome.OMITTED;
            evidence.add(
                    new Evidence(Field.NAME, outcome, first(q), first(r), NameEvidence.MISSING));
        } else {
            NameEvidence name = NameEvidence.of(queryNames, recordNames);
            queryName = name.alignment().query().written();
            recordName = name.alignment().record().written();
            nameBits = name.bits();
            evidence.addAll(name.pieces());
        }
        evidence.addAll(beside.fields());
        double bits = evidence.stream().mapToDouble(Evidence::bits).sum();
        return new Comparison(
                VERSION,
                bits,
                1 / (1 + Math.exp(-bits * Math.log(2))),
                band(bits, nameBits, beside),
                queryName,
                recordName,
                evidence);
    }

    private static double least(Band band) {
        return switch (band) {
            case STRONG -> STRONG_BITS;
            case POSSIBLE -> POSSIBLE_BITS;
            case WEAK -> WEAK_BITS;
            case NONE -> Double.NEGATIVE_INFINITY;
        };
    }

    private static double prior(Occasion occasion) {
        return switch (occasion) {
            case SIDE_BY_SIDE -> PRIOR_SIDE_BY_SIDE;
            case CHECK -> PRIOR_CHECK;
        };
    }

    /// The band of a sum. A strong candidate needs two legs: the names speak for it, and a birth
    /// date or a document does; or both hold the same document.
    private static Band band(double bits, double nameBits, Beside beside) {
        boolean isOnTwoLegs = nameBits >= 0 && beside.isSupported();
        if (bits >= STRONG_BITS && (isOnTwoLegs || beside.isSameDocument())) {
            return Band.STRONG;
        }
        if (bits >= POSSIBLE_BITS) {
            return Band.POSSIBLE;
        }
        return bits >= WEAK_BITS ? Band.WEAK : Band.NONE;
    }

    private static Evidence sex(Sex q, Sex r) {
        boolean qTold = q == Sex.FEMALE || q == Sex.MALE;
        boolean rTold = r == Sex.FEMALE || r == Sex.MALE;
        String query = qTold ? letter(q) : "";
        String record = rTold ? letter(r) : "";
        if (!qTold || !rTold) {
            Outcome outcome = qTold || rTold ? Outcome.OMITTED : Outcome.UNKNOWN;
            return new Evidence(Field.SEX, outcome, query, record, 0);
        }
        return q == r
                ? new Evidence(Field.SEX, Outcome.AGREE, query, record, SEX_AGREES)
                : new Evidence(Field.SEX, Outcome.CONTRADICTED, query, record, SEX_CONTRADICTED);
    }

    private static String letter(Sex sex) {
        return sex == Sex.FEMALE ? "F" : "M";
    }

    private static Evidence nationality(List<Country> q, List<Country> r) {
        if (q.isEmpty() || r.isEmpty()) {
            Outcome outcome = q.isEmpty() && r.isEmpty() ? Outcome.UNKNOWN : Outcome.OMITTED;
            return new Evidence(Field.NATIONALITY, outcome, codes(q), codes(r), 0);
        }
        for (Country country : q) {
            if (r.contains(country)) {
                return new Evidence(
                        Field.NATIONALITY,
                        Outcome.AGREE,
                        country.code(),
                        country.code(),
                        NATIONALITY_AGREES);
            }
        }
        return new Evidence(
                Field.NATIONALITY,
                Outcome.CONTRADICTED,
                codes(q),
                codes(r),
                NATIONALITY_CONTRADICTED);
    }

    private static String codes(List<Country> countries) {
        return String.join(" ", countries.stream().map(Country::code).toList());
    }

    private static Evidence kind(EntityKind q, EntityKind r) {
        if (q == EntityKind.UNKNOWN || r == EntityKind.UNKNOWN) {
            return new Evidence(Field.KIND, Outcome.UNKNOWN, "", "", 0);
        }
        return q == r
                ? new Evidence(Field.KIND, Outcome.AGREE, q.name(), r.name(), 0)
                : new Evidence(
                        Field.KIND, Outcome.CONTRADICTED, q.name(), r.name(), KIND_CONTRADICTED);
    }

    private static String first(Particulars particulars) {
        return particulars.names().isEmpty() ? "" : particulars.names().getFirst().whole();
    }
}
