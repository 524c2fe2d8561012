package manumit.benchmarks.flights;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import manumit.benchmarks.crowd.CrowdFamily;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.Name;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import org.jspecify.annotations.Nullable;

/// Draws listed people as travellers.
final class ListedDraw {

    private static final int TRIES = 8;
    private static final int LONGEST_NAME = 35;

    /// A listed person as they travel: what the list says, and the rest drawn.
    ///
    /// @param reference `LIST ENTITY`
    /// @param surname empty for a single name
    /// @param document number of a listed passport; empty if there is none that fits a passport
    record Person(
            String reference,
            String surname,
            String given,
            Particulars particulars,
            Country nationality,
            String document) {

        Sex sex(SplittableRandom random) {
            return switch (particulars.sex()) {
                case FEMALE -> Sex.FEMALE;
                case MALE -> Sex.MALE;
                case UNSPECIFIED, UNKNOWN -> random.nextInt(3) == 0 ? Sex.FEMALE : Sex.MALE;
            };
        }

        /// The list's date if it has one, else one that fits what it says; an adult's.
        LocalDate birth(SplittableRandom random, LocalDate day) {
            for (BirthDate birth : particulars.birthDates()) {
                if (birth instanceof BirthDate.Day(LocalDate date)
                        && date.isBefore(day.minusYears(18))) {
                    return date;
                }
            }
            int year =
                    particulars.birthDates().isEmpty()
                            ? day.getYear() - 20 - random.nextInt(50)
                            : particulars.birthDates().getFirst().earliestYear();
            LocalDate drawn =
                    LocalDate.of(Math.min(year, day.getYear() - 19), 1, 1)
                            .plusDays(random.nextInt(365));
            return drawn.isAfter(day.minusYears(110)) ? drawn : day.minusYears(80);
        }

        /// Never shows personal data.
        @Override
        public String toString() {
            return "Person[" + reference + "]";
        }
    }

    private final List<Identity> listed;
    private final SplittableRandom random;

    ListedDraw(List<Identity> listed, SplittableRandom random) {
        this.listed = listed;
        this.random = random;
    }

    /// Null if none of a few drawn is a person with a name in Latin letters.
    @Nullable Person find() {
        for (int i = 0; i < TRIES && !listed.isEmpty(); i++) {
            Identity identity = listed.get(random.nextInt(listed.size()));
            Particulars particulars = identity.particulars();
            if (particulars.kind() != EntityKind.PERSON || particulars.names().isEmpty()) {
                continue;
            }
            Name name = particulars.names().getFirst();
            String whole = PlainText.of(name.whole());
            if (whole.isEmpty() || whole.length() > LONGEST_NAME) {
                continue;
            }
            String family = PlainText.of(name.familyName());
            String given = PlainText.of(name.givenNames());
            boolean hasParts = !family.isEmpty() && !given.isEmpty();
            int last = whole.lastIndexOf(' ');
            return new Person(
                    identity.list() + " " + identity.entity(),
                    hasParts ? family : last < 0 ? "" : whole.substring(last + 1),
                    hasParts ? given : last < 0 ? whole : whole.substring(0, last),
                    particulars,
                    particulars.nationalities().isEmpty()
                            ? CrowdFamily.any(random).nationality()
                            : particulars.nationalities().getFirst(),
                    document(particulars));
        }
        return null;
    }

    private static String document(Particulars particulars) {
        return particulars.documents().stream()
                .map(document -> document.number())
                .filter(number -> number.matches("[A-Z0-9]{5,9}"))
                .findFirst()
                .orElse("");
    }
}
