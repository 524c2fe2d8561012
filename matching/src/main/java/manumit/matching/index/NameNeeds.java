package manumit.matching.index;

import java.util.Arrays;
import java.util.List;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.v1.MethodV1;
import manumit.matching.v1.NameBound;
import manumit.matching.v1.Rules;

/// What the fields of a query leave for the name of a record to bring. Not thread-safe.
final class NameNeeds {

    private final RecordTable records;
    private final Rules rules;
    private List<BirthDate> dates = List.of();
    private boolean hasNationality;
    private boolean hasSex;
    private Sex sex = Sex.UNKNOWN;
    private boolean[] isNation = {};
    private double threshold;

    NameNeeds(RecordTable records, Rules rules) {
        this.records = records;
        this.rules = rules;
    }

    void take(Particulars particulars, Band band) {
        dates = particulars.birthDates();
        sex = particulars.sex();
        hasSex = sex == Sex.FEMALE || sex == Sex.MALE;
        hasNationality = !particulars.nationalities().isEmpty();
        var nations = records.distinctNations();
        if (hasNationality) {
            if (isNation.length < nations.size()) {
                isNation = new boolean[nations.size()];
            }
            Arrays.fill(isNation, false);
            for (int i = 0; i < nations.size(); i++) {
                isNation[i] = particulars.nationalities().contains(nations.get(i));
            }
        }
        threshold =
                MethodV1.least(band)
                        - rules.priorCheck()
                        - (particulars.birthPlaces().isEmpty() ? 0 : MethodV1.mostOfBirthPlace());
    }

    List<BirthDate> dates() {
        return dates;
    }

    /// Does every record with the same birth date ask the same of a name?
    boolean isUniform() {
        return !hasSex && !hasNationality;
    }

    /// Birth dates that bring less leave no name enough to bring.
    double leastBirthBits(boolean isNameless) {
        double most = isNameless ? NameBound.missingBits() : NameBound.mostBits(rules);
        return threshold - Math.max(most, NameBound.missingBits()) - mostOfFields();
    }

    /// Bits that the name must bring at least, wherever the birth date brings so many.
    double least(double birthBits) {
        return threshold - birthBits - mostOfFields();
    }

    private double mostOfFields() {
        return (hasSex ? MethodV1.SEX_AGREES : 0)
                + (hasNationality ? MethodV1.NATIONALITY_AGREES : 0);
    }

    /// Bits that the name of this record must bring, its birth date bringing so many.
    double of(int record, double birthBits) {
        double needed = threshold - birthBits;
        if (hasSex) {
            Sex other = records.sex(record);
            if (other == Sex.FEMALE || other == Sex.MALE) {
                needed -= other == sex ? MethodV1.SEX_AGREES : MethodV1.SEX_CONTRADICTED;
            }
        }
        if (hasNationality) {
            Postings nations = records.nations();
            int end = nations.end(record);
            boolean agrees = false;
            for (int i = nations.start(record); i < end; i++) {
                agrees |= isNation[nations.values()[i]];
            }
            if (agrees) {
                needed -= MethodV1.NATIONALITY_AGREES;
            } else if (end > nations.start(record)) {
                needed -= MethodV1.NATIONALITY_CONTRADICTED;
            }
        }
        return needed;
    }

    /// Never shows what is asked about.
    @Override
    public String toString() {
        return "NameNeeds[" + rules + "]";
    }
}
