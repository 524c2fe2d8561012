package manumit.travel.pnrgov;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import manumit.travel.AgeKind;
import manumit.travel.PersonName;
import manumit.travel.Sex;

/// Titles that reservation systems put behind the given name: `ISABELLE MRS`, `JOHNMR`.
///
/// Behind a blank a title is certain. Glued on it may be the name itself (`AMR`, `ADAMS`): it is
/// cut only where the document has the name without it. Else the name stays as written, and the
/// form without the title is added as a second name, unless sex or age contradict it. Nothing is
/// ever cut from the front (`MRIDULA`, `DREW`, `MSIZI`) or from surnames (`LASR`).
final class Titles {

    /// Longer ones first.
    private static final List<String> TITLES =
            List.of("MSTR", "MISS", "PROF", "MRS", "CHD", "INF", "MR", "MS", "DR");

    private static final List<String> GLUED = List.of("MSTR", "MISS", "MRS", "MR", "MS");

    private static final int LEAST_LETTERS_LEFT = 2;

    private Titles() {}

    /// The names of a traveller, given the name in the booking and those in the documents.
    static List<PersonName> names(
            PersonName booked, List<PersonName> documented, Sex sex, AgeKind ageKind) {
        List<PersonName> names = new ArrayList<>();
        Optional<PersonName> spaced = cut(booked, " ", TITLES);
        Optional<PersonName> glued = spaced.isPresent() ? spaced : cut(booked, "", GLUED);
        boolean documentedSo =
                glued.isPresent()
                        && documented.stream().anyMatch(name -> sameGiven(name, glued.get()));
        boolean certain = spaced.isPresent() || documentedSo;
        if (certain) {
            names.add(glued.orElseThrow());
        } else {
            names.add(booked);
            glued.filter(name -> !contradicts(name.title(), sex, ageKind)).ifPresent(names::add);
        }
        for (PersonName name : documented) {
            if (!name.isUnknown() && names.stream().noneMatch(known -> same(known, name))) {
                names.add(name);
            }
        }
        return names;
    }

    private static Optional<PersonName> cut(PersonName name, String before, List<String> titles) {
        for (String title : titles) {
            String ending = before + title;
            int left = name.given().length() - ending.length();
            if (left >= LEAST_LETTERS_LEFT && name.given().endsWith(ending)) {
                String given = name.given().substring(0, left).strip();
                return Optional.of(name.withTitle(given, title));
            }
        }
        return Optional.empty();
    }

    private static boolean contradicts(String title, Sex sex, AgeKind ageKind) {
        return switch (title) {
            case "MR" -> sex == Sex.FEMALE || ageKind == AgeKind.INFANT;
            case "MSTR" -> sex == Sex.FEMALE || ageKind == AgeKind.ADULT;
            default -> sex == Sex.MALE;
        };
    }

    private static boolean sameGiven(PersonName documented, PersonName cut) {
        String given = glue(documented.given());
        String all = glue(documented.given() + documented.middle());
        String without = glue(cut.given());
        return without.equals(given) || without.equals(all);
    }

    private static boolean same(PersonName a, PersonName b) {
        return a.surname().equals(b.surname())
                && a.given().equals(b.given())
                && a.middle().equals(b.middle());
    }

    /// Letters only, as systems differ in blanks and hyphens.
    static String glue(String name) {
        return name.replaceAll("[ '.-]", "");
    }
}
