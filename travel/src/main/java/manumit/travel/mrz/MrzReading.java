package manumit.travel.mrz;

import java.util.List;
import java.util.Objects;

/// The outcome of reading a zone.
public sealed interface MrzReading {

    /// A document was read, perhaps with doubts.
    ///
    /// @param document what the zone says
    /// @param findings what is odd, in the order of the zone; empty if all check digits hold and
    ///   nothing is odd
    /// @param repairs characters replaced; each has a finding {@link MrzFindingCode#REPAIRED} too
    /// @param numberAsRead document number before repairs: a repaired one is a proposal, so search
    ///   for both
    record Read(
            MrzDocument document,
            List<MrzFinding> findings,
            List<MrzRepair> repairs,
            String numberAsRead)
            implements MrzReading {

        public Read {
            Objects.requireNonNull(document);
            Objects.requireNonNull(numberAsRead);
            findings = List.copyOf(findings);
            repairs = List.copyOf(repairs);
        }

        /// Do all check digits hold, after repairs?
        public boolean isVerified() {
            return findings.stream()
                    .noneMatch(f ->
                            f.code() == MrzFindingCode.CHECK_DIGIT_FAILS
                                    || f.code() == MrzFindingCode.CHECK_DIGIT_MISSING);
        }

        public boolean has(MrzFindingCode code) {
            return findings.stream().anyMatch(f -> f.code() == code);
        }

        /// Never shows personal data.
        @Override
        public String toString() {
            return "Read[" + document + ", " + findings + "]";
        }
    }

    /// Nothing was read; the text is with the caller.
    ///
    /// @param code why
    /// @param place first line that does not fit, as it came; line 1, column 1 where all of it does
    ///   not
    /// @param remedy what to do
    record Unreadable(UnreadableCode code, MrzPlace place, String remedy) implements MrzReading {

        public Unreadable {
            Objects.requireNonNull(code);
            Objects.requireNonNull(place);
            Objects.requireNonNull(remedy);
        }
    }
}
