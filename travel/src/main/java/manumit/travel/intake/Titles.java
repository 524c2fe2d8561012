package manumit.travel.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import manumit.travel.AgeKind;
import manumit.travel.PersonName;
import manumit.travel.Sex;

/// Titles that carriers put behind the given name, in any case: `ISABELLE MRS`, `JOHNMR`, `Ivochd`.
///
/// Behind a blank a title is certain. Glued on it may be the name itself (`AMR`, `ADAMS`): it is
/// cut only where the document has the name without it. Else the name stays as written, and the
/// form without the title is added as a second name, unless sex or age contradict it. Nothing is
/// ever cut from the front (`MRIDULA`, `DREW`, `MSIZI`) or from surnames (`LASR`).
public final class Titles {

    /// Longer ones first.
    private static final List<String> TITLES =
            List.of("MSTR", "MISS", "PROF", "MRS", "CHD", "INF", "MR", "MS", "DR");

    private static final List<String> GLUED = List.of("MSTR", "MISS", "MRS", "CHD", "MR", "MS");

    private static final int LEAST_LETTERS_LEFT = 2;

    private Titles() {}

    /// The names of a person, given the name under which they travel and those in their documents.
    public static List<PersonName> names(
            PersonName booked, List<PersonName> documented, Sex sex, AgeKind ageKind) {
        List<PersonName> names = new ArrayList<>();
        addForms(names, booked, documented, sex, ageKind);
        for (PersonName name : documented) {
            addForms(names, name, documented, sex, ageKind);
        }
        return names;
    }

    /// Adds a name without its title where that is certain, else in both forms.
    private static void addForms(
            List<PersonName> names,
            PersonName name,
            List<PersonName> documented,
            Sex sex,
            AgeKind ageKind) {
        Optional<PersonName> spaced = cut(name, " ", TITLES);
        Optional<PersonName> glued = spaced.isPresent() ? spaced : cut(name, "", GLUED);
        boolean documentedSo = glued.isPresent() && hasGiven(documented, glued.get());
        if (spaced.isPresent() || documentedSo) {
            add(names, glued.orElseThrow());
        } else {
            add(names, name);
            glued.filter(form -> !contradicts(form.title(), sex, ageKind))
                    .ifPresent(form -> add(names, form));
        }
    }

    private static void add(List<PersonName> names, PersonName name) {
        if (name.isUnknown()) {
            return;
        }
        for (PersonName known : names) {
            if (same(known, name)) {
                return;
            }
        }
        names.add(name);
    }

    private static Optional<PersonName> cut(PersonName name, String before, List<String> titles) {
        if (!mayEndInTitle(name.given())) {
            return Optional.empty();
        }
        for (String title : titles) {
            String ending = before + title;
            int left = name.given().length() - ending.length();
            if (left >= LEAST_LETTERS_LEFT
                    && name.given().regionMatches(true, left, ending, 0, ending.length())) {
                String given = name.given().substring(0, left).strip();
                return Optional.of(name.withTitle(given, title));
            }
        }
        return Optional.empty();
    }

    /// Most names end in another letter than any title does.
    private static boolean mayEndInTitle(String given) {
        return !given.isEmpty()
                && switch (given.charAt(given.length() - 1)) {
                    case 'R', 'S', 'D', 'F', 'r', 's', 'd', 'f' -> true;
                    default -> false;
                };
    }

    private static boolean contradicts(String title, Sex sex, AgeKind ageKind) {
        return switch (title) {
            case "MR" -> sex == Sex.FEMALE || ageKind == AgeKind.INFANT;
            case "MSTR" -> sex == Sex.FEMALE || ageKind == AgeKind.ADULT;
            case "CHD" -> ageKind == AgeKind.ADULT;
            default -> sex == Sex.MALE;
        };
    }

    private static boolean hasGiven(List<PersonName> documented, PersonName cut) {
        String without = glue(cut.given());
        for (PersonName name : documented) {
            if (without.equals(glue(name.given()))
                    || without.equals(glue(name.given() + name.middle()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(PersonName a, PersonName b) {
        return a.surname().equals(b.surname())
                && a.given().equals(b.given())
                && a.middle().equals(b.middle());
    }

    /// Letters only, as systems differ in blanks and hyphens.
    public static String glue(String name) {
        int i = 0;
        while (i < name.length() && !isGap(name.charAt(i))) {
            i++;
        }
        if (i == name.length()) {
            return name;
        }
        StringBuilder letters = new StringBuilder(name.length()).append(name, 0, i);
        for (; i < name.length(); i++) {
            if (!isGap(name.charAt(i))) {
                letters.append(name.charAt(i));
            }
        }
        return letters.toString();
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\'' || c == '.' || c == '-';
    }
}
