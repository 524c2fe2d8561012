package manumit.benchmarks.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import manumit.matching.Country;
import manumit.matching.Sex;

/// Invented people of one culture, nationality and family name, drawn one by one. Where the culture
/// has family names by sex, the women bear theirs.
public final class CrowdFamily {

    /// A member's name.
    ///
    /// @param given given and fathers' names, as the culture puts them; never blank
    /// @param family family names; empty for people who bear none
    public record Member(String given, String family) {

        /// Never shows the name.
        @Override
        public String toString() {
            return "Member";
        }
    }

    private final CrowdCulture culture;
    private final Country nationality;
    private final long familySeed;

    private CrowdFamily(CrowdCulture culture, Country nationality, long familySeed) {
        this.culture = culture;
        this.nationality = nationality;
        this.familySeed = familySeed;
    }

    /// A family of any culture.
    public static CrowdFamily any(SplittableRandom random) {
        CrowdCulture culture = Crowd.culture(random);
        return new CrowdFamily(culture, culture.country(random), random.nextLong());
    }

    /// A family of that nationality, in a culture at home there; of any where none is.
    public static CrowdFamily of(Country country, SplittableRandom random) {
        List<CrowdCulture> cultures = Crowd.listCultures();
        int first = random.nextInt(cultures.size());
        for (int i = 0; i < cultures.size(); i++) {
            CrowdCulture culture = cultures.get((first + i) % cultures.size());
            if (culture.isAtHomeIn(country)) {
                return new CrowdFamily(culture, country, random.nextLong());
            }
        }
        return any(random);
    }

    public Country nationality() {
        return nationality;
    }

    /// One more of the family.
    public Member member(Sex sex, SplittableRandom random) {
        List<CrowdPart> given = new ArrayList<>(3);
        List<CrowdPart> family = new ArrayList<>(2);
        CrowdPerson.drawParts(culture, sex, given, family, random);
        SplittableRandom shared = new SplittableRandom(familySeed);
        family.replaceAll(_ -> culture.family(sex, shared));
        return new Member(joined(given), joined(family));
    }

    private static String joined(List<CrowdPart> parts) {
        return parts.size() == 1
                ? parts.getFirst().common()
                : parts.stream().map(CrowdPart::common).collect(Collectors.joining(" "));
    }
}
