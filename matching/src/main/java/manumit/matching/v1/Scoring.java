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
import manumit.matching.names.ParsedName;
import manumit.matching.similarity.PartSimilarity;

/// How two descriptions are compared by the {@link Rules} of one method: evidence of each field in
/// bits, added up.
///
/// ```text
/// names          NameEvidence        parts aligned in any order, 0 is "could be either"
/// birth date     BirthDateEvidence   graded, never a veto
/// documents      DocumentEvidence
/// the rest       sex, nationality, birth place, kind
/// prior          by the occasion
/// sum = log2 of the odds; score = 1 / (1 + 2^−sum)
/// ```
///
/// Source of the form: Fellegi and Sunter, A theory for record linkage (1969). The name part is a
/// logistic regression, since parts of a name are not independent. Thread-safe.
public final class Scoring implements Matcher {

    private final Rules rules;

    public Scoring(Rules rules) {
        this.rules = rules;
    }

    public Rules rules() {
        return rules;
    }

    @Override
    public String version() {
        return rules.version;
    }

    @Override
    public Comparison compare(Particulars query, Particulars record, Occasion occasion) {
        return compare(Prepared.of(query), Prepared.of(record), occasion);
    }

    /// The same for names taken apart before.
    public Comparison compare(Prepared query, Prepared record, Occasion occasion) {
        return compare(query, record, prior(occasion));
    }

    /// The sum and the band alone, without the reasons: what a search asks of each record. Equals
    /// what {@link #compare(Prepared, Prepared, Occasion)} says of the same two, to the last bit.
    ///
    /// @param minBand least pressing band of interest
    /// @param similarities how alike two parts are; may remember what it was asked
    /// @return empty below that band; where no name could lift the sum there, names are not
    ///   compared
    public Optional<Score> findScore(
            Prepared query,
            Prepared record,
            Occasion occasion,
            Band minBand,
            Similarities similarities) {
        Particulars q = query.particulars();
        Particulars r = record.particulars();
        double birth = BirthDateEvidence.bits(q.birthDates(), r.birthDates());
        DocumentEvidence document = documents(q, r);
        Beside beside =
                new Beside(
                        prior(occasion),
                        birth,
                        sexBits(q.sex(), r.sex()),
                        nationalityBits(q.nationalities(), r.nationalities()),
                        birthPlaceBits(q, r),
                        document.bits(),
                        kindBits(q.kind(), r.kind()),
                        document.outcome() == Outcome.AGREE);
        if (beside.sum(rules.most) < least(minBand)) {
            return Optional.empty();
        }
        List<ParsedName> queryNames = query.namesFor(r.kind());
        List<ParsedName> recordNames = record.namesFor(q.kind());
        double nameBits =
                queryNames.isEmpty() || recordNames.isEmpty()
                        ? NameEvidence.MISSING
                        : NameEvidence.of(queryNames, recordNames, similarities, rules).bits();
        double bits = beside.sum(nameBits);
        Band band = band(bits, nameBits, beside);
        return band.atLeast(minBand)
                ? Optional.of(new Score(bits, nameBits, band))
                : Optional.empty();
    }

    /// What is said of two without the reasons.
    ///
    /// @param bits log2 of the odds that both are the same somebody
    /// @param nameBits what the names contribute
    /// @param band what the sum asks of the officer
    public record Score(double bits, double nameBits, Band band) {}

    /// Bits of everything but the names.
    ///
    /// @param prior how likely before anything is seen
    /// @param isSameDocument whether both hold one document
    private record Beside(
            double prior,
            double birth,
            double sex,
            double nationality,
            double birthPlace,
            double document,
            double kind,
            boolean isSameDocument) {

        /// All bits, always added in this order, so that the same two always have the same sum.
        double sum(double nameBits) {
            return prior + nameBits + birth + sex + nationality + birthPlace + document + kind;
        }

        /// Does a birth date or a document speak for it?
        boolean isSupported() {
            return birth > 0 || document > 0;
        }
    }

    /// The same with all reasons.
    private Comparison compare(Prepared query, Prepared record, double prior) {
        Particulars q = query.particulars();
        Particulars r = record.particulars();
        Evidence birth = BirthDateEvidence.of(q.birthDates(), r.birthDates()).piece();
        Evidence sex = sex(q.sex(), r.sex());
        Evidence nationality = nationality(q.nationalities(), r.nationalities());
        Evidence birthPlace = BirthPlaceEvidence.of(q.birthPlaces(), r.birthPlaces());
        Evidence document = DocumentEvidence.of(q.documents(), r.documents()).piece();
        Evidence kind = kind(q.kind(), r.kind());
        Beside beside =
                new Beside(
                        prior,
                        birth.bits(),
                        sex.bits(),
                        nationality.bits(),
                        birthPlace.bits(),
                        document.bits(),
                        kind.bits(),
                        document.outcome() == Outcome.AGREE);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(Field.PRIOR, Outcome.UNKNOWN, "", "", prior));
        String queryName = "";
        String recordName = "";
        double nameBits = NameEvidence.MISSING;
        List<ParsedName> queryNames = query.namesFor(r.kind());
        List<ParsedName> recordNames = record.namesFor(q.kind());
        if (queryNames.isEmpty() || recordNames.isEmpty()) {
            Outcome outcome =
                    queryNames.isEmpty() && recordNames.isEmpty()
                            ? Outcome.UNKNOWN
                            : Outcome.OMITTED;
            evidence.add(
                    new Evidence(Field.NAME, outcome, first(q), first(r), NameEvidence.MISSING));
        } else {
            NameEvidence name =
                    NameEvidence.of(queryNames, recordNames, PartSimilarity::between, rules);
            queryName = name.alignment().query().written();
            recordName = name.alignment().record().written();
            nameBits = name.bits();
            evidence.addAll(name.pieces());
        }
        evidence.addAll(List.of(birth, sex, nationality, birthPlace, document, kind));
        double bits = beside.sum(nameBits);
        return new Comparison(
                rules.version,
                bits,
                1 / (1 + Math.exp(-bits * Math.log(2))),
                band(bits, nameBits, beside),
                queryName,
                recordName,
                evidence);
    }

    private double prior(Occasion occasion) {
        return switch (occasion) {
            case SIDE_BY_SIDE -> rules.priorSideBySide;
            case CHECK -> rules.priorCheck;
        };
    }

    /// Bits from which a sum belongs to the band, or to a more pressing one.
    private static double least(Band band) {
        return MethodV1.least(band);
    }

    /// The band of a sum. A strong candidate needs two legs: the names speak for it, and a birth
    /// date or a document does; or both hold the same document.
    private static Band band(double bits, double nameBits, Beside beside) {
        boolean isOnTwoLegs = nameBits >= 0 && beside.isSupported();
        if (bits >= MethodV1.STRONG_BITS && (isOnTwoLegs || beside.isSameDocument())) {
            return Band.STRONG;
        }
        if (bits >= MethodV1.POSSIBLE_BITS) {
            return Band.POSSIBLE;
        }
        return bits >= MethodV1.WEAK_BITS ? Band.WEAK : Band.NONE;
    }

    private static Evidence sex(Sex q, Sex r) {
        boolean qTold = q == Sex.FEMALE || q == Sex.MALE;
        boolean rTold = r == Sex.FEMALE || r == Sex.MALE;
        String query = qTold ? letter(q) : "";
        String record = rTold ? letter(r) : "";
        Outcome outcome =
                qTold && rTold
                        ? q == r ? Outcome.AGREE : Outcome.CONTRADICTED
                        : qTold || rTold ? Outcome.OMITTED : Outcome.UNKNOWN;
        return new Evidence(Field.SEX, outcome, query, record, sexBits(q, r));
    }

    private static double sexBits(Sex q, Sex r) {
        boolean areTold = (q == Sex.FEMALE || q == Sex.MALE) && (r == Sex.FEMALE || r == Sex.MALE);
        return areTold ? q == r ? MethodV1.SEX_AGREES : MethodV1.SEX_CONTRADICTED : 0;
    }

    private static String letter(Sex sex) {
        return sex == Sex.FEMALE ? "F" : "M";
    }

    private static Evidence nationality(List<Country> q, List<Country> r) {
        double bits = nationalityBits(q, r);
        if (q.isEmpty() || r.isEmpty()) {
            Outcome outcome = q.isEmpty() && r.isEmpty() ? Outcome.UNKNOWN : Outcome.OMITTED;
            return new Evidence(Field.NATIONALITY, outcome, codes(q), codes(r), bits);
        }
        for (Country country : q) {
            if (r.contains(country)) {
                String code = country.code();
                return new Evidence(Field.NATIONALITY, Outcome.AGREE, code, code, bits);
            }
        }
        return new Evidence(Field.NATIONALITY, Outcome.CONTRADICTED, codes(q), codes(r), bits);
    }

    private static double nationalityBits(List<Country> q, List<Country> r) {
        if (q.isEmpty() || r.isEmpty()) {
            return 0;
        }
        for (Country country : q) {
            if (r.contains(country)) {
                return MethodV1.NATIONALITY_AGREES;
            }
        }
        return MethodV1.NATIONALITY_CONTRADICTED;
    }

    private static double birthPlaceBits(Particulars q, Particulars r) {
        return q.birthPlaces().isEmpty() || r.birthPlaces().isEmpty()
                ? 0
                : BirthPlaceEvidence.of(q.birthPlaces(), r.birthPlaces()).bits();
    }

    private static DocumentEvidence documents(Particulars q, Particulars r) {
        return q.documents().isEmpty() || r.documents().isEmpty()
                ? DocumentEvidence.NONE
                : DocumentEvidence.of(q.documents(), r.documents());
    }

    private static String codes(List<Country> countries) {
        return String.join(" ", countries.stream().map(Country::code).toList());
    }

    private static Evidence kind(EntityKind q, EntityKind r) {
        if (q == EntityKind.UNKNOWN || r == EntityKind.UNKNOWN) {
            return new Evidence(Field.KIND, Outcome.UNKNOWN, "", "", 0);
        }
        Outcome outcome = q == r ? Outcome.AGREE : Outcome.CONTRADICTED;
        return new Evidence(Field.KIND, outcome, q.name(), r.name(), kindBits(q, r));
    }

    private static double kindBits(EntityKind q, EntityKind r) {
        return q == EntityKind.UNKNOWN || r == EntityKind.UNKNOWN || q == r
                ? 0
                : MethodV1.KIND_CONTRADICTED;
    }

    private static String first(Particulars particulars) {
        return particulars.names().isEmpty() ? "" : particulars.names().getFirst().whole();
    }
}
