package manumit.benchmarks.crowd;

import java.util.List;
import java.util.SplittableRandom;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;

/// Companies and vessels of the crowd.
final class CrowdTrade {

    private static final List<String> TRADES =
            List.of(
                    "Trading",
                    "General Trading",
                    "Shipping",
                    "Logistics",
                    "Import Export",
                    "Construction",
                    "Holding",
                    "Recruitment",
                    "Travel",
                    "Investment",
                    "Transport",
                    "Fisheries",
                    "Petrochemical",
                    "Textile",
                    "Foundation",
                    "Exchange",
                    "Charter",
                    "Services",
                    "Industries",
                    "Minerals");
    private static final List<String> FORMS =
            List.of(
                    "LLC", "Ltd", "Co.", "FZE", "GmbH", "S.A.", "OOO", "Limited", "Group", "SARL",
                    "Est.", "Inc.");
    private static final List<String> ADJECTIVES =
            List.of(
                    "Golden",
                    "Silver",
                    "Northern",
                    "Southern",
                    "Ocean",
                    "Sea",
                    "Blue",
                    "Royal",
                    "Morning",
                    "Eastern",
                    "Swift",
                    "Happy",
                    "Grand",
                    "New",
                    "Brave",
                    "Quiet");
    private static final List<String> NOUNS =
            List.of(
                    "Star", "Falcon", "Pearl", "Dawn", "Horizon", "Fortune", "Venture", "Spirit",
                    "Crown", "Dolphin", "Breeze", "Glory", "Harvest", "Lily", "Eagle", "Wave");

    private CrowdTrade() {}

    /// Seven of ten are companies.
    static Particulars particulars(CrowdCulture culture, SplittableRandom random) {
        return random.nextInt(10) < 7 ? company(culture, random) : vessel(culture, random);
    }

    private static Particulars company(CrowdCulture culture, SplittableRandom random) {
        CrowdPart owner = culture.family(Sex.MALE, random);
        String second =
                random.nextInt(3) == 0 ? " " + culture.family(Sex.MALE, random).common() : "";
        String trade = any(TRADES, random);
        Particulars.Builder b =
                Particulars.builder()
                        .kind(EntityKind.ORGANISATION)
                        .name(owner.common() + second + " " + trade + " " + any(FORMS, random));
        if (random.nextBoolean()) {
            b.name(
                    Name.of(
                            NameKind.ALIAS,
                            culture.respelling().other(owner, random) + second + " " + trade));
        }
        return b.nationality(culture.country(random)).build();
    }

    private static Particulars vessel(CrowdCulture culture, SplittableRandom random) {
        String own =
                random.nextBoolean()
                        ? any(ADJECTIVES, random)
                        : culture.family(Sex.MALE, random).common();
        String number = random.nextInt(3) == 0 ? " " + (1 + random.nextInt(20)) : "";
        return Particulars.builder()
                .kind(EntityKind.VESSEL)
                .name("MV " + own + " " + any(NOUNS, random) + number)
                .nationality(culture.country(random))
                .build();
    }

    private static String any(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
