package manumit.benchmarks.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import manumit.benchmarks.population.Perturbation;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;

/// One of the crowd, with all that is true of them; a list or a passport says a share of it.
///
/// @param names the primary name, then further ones in Latin letters
/// @param original the name in the script of the culture; empty where the list does not have it
/// @param birth true date
/// @param birthDates what the list says
/// @param document passport; empty for most
record CrowdPerson(
        CrowdCulture culture,
        Sex sex,
        List<WrittenName> names,
        String original,
        BirthDate.Day birth,
        List<BirthDate> birthDates,
        Country nationality,
        boolean isSexTold,
        boolean isNationalityTold,
        List<TravelDocument> document) {

    private static final double[] FURTHER_NAMES = {.35, .30, .20, .10, .05};

    static CrowdPerson of(CrowdCulture culture, SplittableRandom random) {
        Sex sex = random.nextInt(3) == 0 ? Sex.FEMALE : Sex.MALE;
        List<CrowdPart> given = new ArrayList<>(3);
        List<CrowdPart> family = new ArrayList<>(2);
        boolean familyFirst = drawParts(culture, sex, given, family, random);
        List<WrittenName> names = new ArrayList<>(4);
        names.add(new WrittenName(common(given), common(family), familyFirst, true));
        int further = further(random);
        for (int tries = 0; names.size() <= further && tries < 8 + further; tries++) {
            WrittenName other = other(culture, given, family, familyFirst, random);
            if (names.stream().noneMatch(name -> name.whole().equals(other.whole()))) {
                names.add(other);
            }
        }
        boolean hasOriginal = culture.bearsScript() && random.nextDouble() < .03;
        BirthDate.Day birth = CrowdDates.birth(random);
        Country nationality = culture.country(random);
        return new CrowdPerson(
                culture,
                sex,
                List.copyOf(names),
                hasOriginal ? original(culture, given, family, familyFirst) : "",
                birth,
                CrowdDates.listed(birth, random),
                nationality,
                random.nextDouble() < .8,
                random.nextDouble() < .85,
                random.nextDouble() < .3 ? List.of(passport(nationality, random)) : List.of());
    }

    /// @return whether the family name is written first
    static boolean drawParts(
            CrowdCulture culture,
            Sex sex,
            List<CrowdPart> given,
            List<CrowdPart> family,
            SplittableRandom random) {
        CrowdPart first = culture.given(sex, random);
        switch (culture.form()) {
            case GIVEN_FAMILY -> {
                given.add(first);
                if (random.nextInt(6) == 0) {
                    given.add(culture.given(sex, random));
                }
                family.add(culture.family(sex, random));
            }
            case GIVEN_PATRONYMIC_FAMILY -> {
                given.add(first);
                if (random.nextInt(10) != 0) {
                    given.add(culture.middle(sex, random));
                }
                family.add(culture.family(sex, random));
            }
            case ARABIC -> {
                given.add(first);
                int fathers = random.nextInt(10);
                for (int i = 0; i < (fathers < 2 ? 0 : fathers < 7 ? 1 : 2); i++) {
                    given.add(culture.given(Sex.MALE, random));
                }
                family.add(culture.family(sex, random));
            }
            case FAMILY_GIVEN -> {
                given.add(first);
                family.add(culture.family(sex, random));
                return true;
            }
            case FAMILY_MIDDLE_GIVEN -> {
                given.add(culture.middle(sex, random));
                given.add(first);
                family.add(culture.family(sex, random));
                return true;
            }
            case DOUBLE_SURNAME -> {
                given.add(first);
                if (random.nextInt(4) == 0) {
                    given.add(culture.given(sex, random));
                }
                family.add(culture.family(sex, random));
                family.add(culture.family(sex, random));
            }
            case MONONYM_OR_GIVEN_FAMILY -> {
                given.add(first);
                if (random.nextInt(5) >= 2) {
                    family.add(culture.family(sex, random));
                }
            }
        }
        return false;
    }

    private static List<String> common(List<CrowdPart> parts) {
        return parts.stream().map(CrowdPart::common).toList();
    }

    private static int further(SplittableRandom random) {
        double at = random.nextDouble();
        int count = 0;
        while (count < FURTHER_NAMES.length - 1 && at >= FURTHER_NAMES[count]) {
            at -= FURTHER_NAMES[count];
            count++;
        }
        return count;
    }

    /// Respelt (three of five), shortened (one of four) or the other part first.
    private static WrittenName other(
            CrowdCulture culture,
            List<CrowdPart> given,
            List<CrowdPart> family,
            boolean familyFirst,
            SplittableRandom random) {
        int kind = random.nextInt(20);
        boolean isRespelt = kind < 12 || random.nextInt(3) == 0;
        WrittenName name =
                isRespelt
                        ? new WrittenName(
                                respelt(culture, given, random),
                                respelt(culture, family, random),
                                familyFirst,
                                random.nextBoolean())
                        : new WrittenName(common(given), common(family), familyFirst, false);
        if (kind < 12) {
            return name;
        }
        return kind < 17
                ? shortened(name, random)
                : new WrittenName(name.given(), name.family(), !familyFirst, false);
    }

    /// Three of five parts respelt, one in ten of these with a clerk's slip besides.
    private static List<String> respelt(
            CrowdCulture culture, List<CrowdPart> parts, SplittableRandom random) {
        List<String> respelt = new ArrayList<>(parts.size());
        for (CrowdPart part : parts) {
            if (random.nextInt(5) < 2) {
                respelt.add(part.common());
            } else {
                String other = culture.respelling().other(part, random);
                respelt.add(
                        random.nextInt(10) == 0
                                ? Perturbation.TYPO.find(other, random).orElse(other)
                                : other);
            }
        }
        return respelt;
    }

    /// One part of at least three left out, or the first one as an initial.
    private static WrittenName shortened(WrittenName name, SplittableRandom random) {
        List<String> parts = name.parts();
        if (parts.size() >= 3 && random.nextInt(3) != 0) {
            parts.remove(random.nextInt(parts.size()));
        } else if (parts.size() >= 2) {
            int at = name.familyFirst() ? parts.size() - 1 : 0;
            parts.set(at, parts.get(at).substring(0, 1) + ".");
        }
        return name.asLine(parts);
    }

    private static String original(
            CrowdCulture culture,
            List<CrowdPart> given,
            List<CrowdPart> family,
            boolean familyFirst) {
        List<String> parts = new ArrayList<>();
        (familyFirst ? family : given).forEach(part -> parts.add(part.original()));
        (familyFirst ? given : family).forEach(part -> parts.add(part.original()));
        return parts.contains("") ? "" : String.join(culture.isUnspaced() ? "" : " ", parts);
    }

    /// Two letters and seven digits: the commonest shape; no check digit.
    private static TravelDocument passport(Country issuer, SplittableRandom random) {
        char[] number = new char[9];
        for (int i = 0; i < number.length; i++) {
            number[i] = (char) (i < 2 ? 'A' + random.nextInt(26) : '0' + random.nextInt(10));
        }
        return new TravelDocument(DocumentType.PASSPORT, String.valueOf(number), issuer);
    }

    /// As a list says it.
    Particulars asListed() {
        Particulars.Builder b = Particulars.builder().kind(EntityKind.PERSON);
        for (int i = 0; i < names.size(); i++) {
            b.name(names.get(i).name(i == 0 ? NameKind.PRIMARY : NameKind.ALIAS));
        }
        if (!original.isEmpty()) {
            b.name(new manumit.matching.Name(NameKind.ORIGINAL_SCRIPT, original, "", ""));
        }
        birthDates.forEach(b::birthDate);
        if (isSexTold) {
            b.sex(sex);
        }
        if (isNationalityTold) {
            b.nationality(nationality);
        }
        document.forEach(b::document);
        return b.build();
    }

    /// Never shows personal data.
    @Override
    public String toString() {
        return "CrowdPerson[" + culture.code() + ", names " + names.size() + "]";
    }
}
