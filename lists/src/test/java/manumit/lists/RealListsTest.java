package manumit.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import org.junit.jupiter.api.Test;

/// Whole published lists, where the shared data are present. What is read is compared with plain
/// counts of the raw text, made without the readers.
class RealListsTest {

    private static Path file(String name) {
        Path file =
                Path.of(System.getProperty("repository.root", ".."))
                        .resolve("../shared/data/lists")
                        .resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: no shared data at " + name);
        return file;
    }

    private static long count(Reading reading, Predicate<Particulars> test) {
        return reading.identities().stream().map(Identity::particulars).filter(test).count();
    }

    private static long documents(Reading reading, DocumentType type) {
        return reading.identities().stream()
                .flatMap(i -> i.particulars().documents().stream())
                .filter(d -> d.type() == type)
                .count();
    }

    private static long matches(String text, String regex) {
        return Pattern.compile(regex).matcher(text).results().count();
    }

    @Test
    void theUnitedNationsList() throws IOException {
        Path file = file("UN_consolidated.xml");
        String raw = Files.readString(file);
        Reading reading = Reading.of(List.of(file));

        assertThat(reading.counts().formats()).containsEntry(file, ListFormat.UN_XML);
        assertThat(count(reading, p -> p.kind() == EntityKind.PERSON))
                .isEqualTo(matches(raw, "<INDIVIDUAL>"))
                .isEqualTo(730);
        assertThat(reading.counts().identities()).isEqualTo(1_003);
        assertThat(reading.counts().rejectsByCode())
                .isEqualTo(Map.of("birth-date-unreadable", 2L, "document-unreadable", 1L));

        long withDate = 0;
        for (String person : raw.split("<INDIVIDUAL>", -1)) {
            withDate +=
                    Pattern.compile("<INDIVIDUAL_DATE_OF_BIRTH>\\s*<TYPE_OF_DATE>[A-Z]")
                                    .matcher(person)
                                    .find()
                            ? 1
                            : 0;
        }
        assertThat(count(reading, p -> !p.birthDates().isEmpty()))
                .isBetween(withDate - 2, withDate + 5);
        assertThat(count(reading, p -> p.sex() != Sex.UNKNOWN))
                .isEqualTo(matches(raw, "<GENDER>(Male|Female)</GENDER>"));
        assertThat(count(reading, p -> !p.documents().isEmpty())).isGreaterThan(260);
        assertThat(
                        reading.identities().stream()
                                .flatMap(i -> i.particulars().documents().stream())
                                .count())
                .isBetween(
                        matches(raw, "<NUMBER>\\s*[^<\\s]") - 2,
                        matches(raw, "<NUMBER>\\s*[^<\\s]") + 10);
        assertThat(
                        count(
                                reading,
                                p ->
                                        p.names().stream()
                                                .anyMatch(
                                                        n -> n.kind() == NameKind.ORIGINAL_SCRIPT)))
                .isGreaterThanOrEqualTo(matches(raw, "<NAME_ORIGINAL_SCRIPT>\\s*[^<\\s]") - 3);
        assertThat(
                        reading.identities().stream()
                                .flatMap(i -> i.particulars().names().stream())
                                .filter(n -> n.kind() == NameKind.WEAK_ALIAS)
                                .count())
                .isGreaterThanOrEqualTo(matches(raw, "<QUALITY>Low</QUALITY>") - 15);
        // No note of free text was taken for a name.
        assertThat(
                        reading.identities().stream()
                                .filter(i -> i.particulars().kind() == EntityKind.PERSON)
                                .flatMap(i -> i.particulars().names().stream())
                                .filter(n ->
                                        Pattern.compile(
                                                        "(?i)\\b(born|passport|listed|nationality)\\b|\\d{4}")
                                                .matcher(n.whole())
                                                .find()))
                .isEmpty();
    }

    @Test
    void theUnitedStatesSdnList() throws IOException {
        Path sdn = file("ofac_2021_sdn.csv");
        String raw = Files.readString(sdn);
        Reading reading =
                Reading.of(List.of(file("ofac_2021_add.csv"), file("ofac_2021_alt.csv"), sdn));

        assertThat(reading.counts().identities()).isEqualTo(8_976);
        assertThat(count(reading, p -> p.kind() == EntityKind.PERSON))
                .isEqualTo(matches(raw, ",\"individual\","));
        assertThat(reading.counts().rejectsByCode()).isEqualTo(Map.of("document-unreadable", 1L));
        assertThat(
                        reading.identities().stream()
                                .mapToLong(i -> i.particulars().birthDates().size())
                                .sum())
                .isBetween(matches(raw, "[\"; ]DOB ") - 10, matches(raw, "[\"; ]DOB "));
        assertThat(documents(reading, DocumentType.PASSPORT))
                .isBetween(
                        matches(raw, "(\"|; )(alt\\. )?Passport ") - 5,
                        matches(raw, "(\"|; )(alt\\. )?[A-Za-z ]*Passport ") + 5);
        assertThat(
                        reading.identities().stream()
                                .mapToLong(i -> i.particulars().names().size() - 1)
                                .sum())
                .isGreaterThanOrEqualTo(11_910 + matches(raw, "[\"; ][afn]\\.k\\.a\\. '") - 30);
    }

    @Test
    void theUnitedStatesScreeningList() throws IOException {
        Path file = file("us_consolidated_2025.csv");
        Reading reading = Reading.of(List.of(file));

        assertThat(reading.counts().identities()).isEqualTo(14_160);
        // 5,206 people of the SDN list, 80 of smaller lists of the Treasury.
        assertThat(count(reading, p -> p.kind() == EntityKind.PERSON)).isEqualTo(5_286);
        assertThat(
                        reading.identities().stream()
                                .filter(i -> i.entity().matches("\\d+(#.*)?"))
                                .filter(i -> i.particulars().kind() == EntityKind.PERSON)
                                .count())
                .isEqualTo(5_206);
        assertThat(reading.counts().rejectsByCode())
                .isEqualTo(Map.of("country-unknown", 1L, "reference-repeated", 1L));
        assertThat(count(reading, p -> !p.birthDates().isEmpty())).isEqualTo(5_149);
        assertThat(documents(reading, DocumentType.PASSPORT))
                .isEqualTo(
                        matches(
                                Files.readString(file),
                                ", (Diplomatic |Stateless Person |British National Overseas )?Passport[;\"]"));
    }

    @Test
    void theEuropeanList() throws IOException {
        Path folder = file("eu");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        StringBuilder raw = new StringBuilder();
        for (Path file : files) {
            raw.append(Files.readString(file));
        }
        Reading reading = Reading.of(files);

        assertThat(reading.counts().identities()).isEqualTo(3_881);
        assertThat(count(reading, p -> p.kind() == EntityKind.PERSON)).isEqualTo(2_826);
        assertThat(reading.counts().rejectsByCode())
                .isEqualTo(
                        Map.of(
                                "birth-date-unreadable", 4L,
                                "document-unreadable", 6L,
                                "reference-repeated", 2L));
        assertThat(count(reading, p -> p.sex() != Sex.UNKNOWN))
                .isEqualTo(matches(raw.toString(), ",([Mm]ale|[Ff]emale),"));
        // 2,527 cells, of which one says N/D and two give no year.
        assertThat(count(reading, p -> !p.birthDates().isEmpty())).isEqualTo(2_524);
        assertThat(count(reading, p -> !p.nationalities().isEmpty())).isGreaterThanOrEqualTo(1_622);
        Matcher note =
                Pattern.compile("(?i)\\b(born|passport|listed|date of birth)\\b").matcher("");
        assertThat(
                        reading.identities().stream()
                                .filter(i -> i.particulars().kind() == EntityKind.PERSON)
                                .flatMap(i -> i.particulars().names().stream())
                                .filter(n -> note.reset(n.whole()).find())
                                .map(n -> "a name of " + n.whole().length() + " characters"))
                .isEmpty();
    }
}
