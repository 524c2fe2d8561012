package manumit.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;
import manumit.matching.Watchlist;
import manumit.matching.documentindex.DocumentEntry;
import manumit.matching.documentindex.DocumentIndex;
import manumit.matching.documentindex.ListingReason;
import manumit.screening.PassengerQuery.Note;
import manumit.testkit.TextTable;
import manumit.travel.mrz.MrzReader;
import manumit.travel.mrz.MrzReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PassengerScreeningTest {

    private static final TravelDocument PASSPORT =
            new TravelDocument(DocumentType.PASSPORT, "X1234567", new Country("BG"));

    private static Particulars.Builder person(String name) {
        return Particulars.builder()
                .kind(EntityKind.PERSON)
                .name(name)
                .birthDate(BirthDate.of(1984, 2, 17));
    }

    private static PassengerScreening against(Particulars... listed) {
        int[] number = {0};
        return PassengerScreening.of(
                Watchlist.of(
                        Stream.of(listed)
                                .map(record -> Identity.of("invented", "I-" + ++number[0], record))
                                .toList()));
    }

    static Stream<Arguments> names() {
        return TextTable.arguments(
                """
                # All were born on the day that is listed.
                listed                          | written                           | band
                Maria Petrova                   | PETROVA:MARIA                     | strong
                Maria Petrova                   | PETROVA:MARIAMRS                  | strong
                Maria Petrova                   | PETROVA:MARIA MRS                 | strong
                Maria Petrova                   | petrova:mariamrs                  | strong
                Maria Petrova                   | MARIA:PETROVA                     | strong
                Maria Petrova                   | PETROVA MARIA MRS                 | strong
                Maria Petrova                   | PETROVA:FNU                       | possible
                Maria Petrova                   | LNU:MARIA                         | possible
                Ivo Petrov                      | PETROV:IVOCHD                     | strong
                Sukma                           | SUKMA:FNU                         | strong
                Krishnan Venkatasubramanian     | VENKATASUBRAMAN:KRISHNAN          | strong
                Abd al-Rahman Yusuf al-Haddawi  | ALHADDAWI:ABDULRAHMAN Y           | strong
                """);
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesAsCarriersWriteThemAreFound(String listed, String written, String band) {
        Screened screened =
                against(person(listed).build())
                        .screen(Messages.person("NAD+FL+++" + written + "'DTM+329:840217'"));

        assertThat(screened.band().code()).isEqualTo(band);
    }

    @Test
    void everythingThatIsComparedIsAskedAbout() {
        Particulars asked =
                PassengerQuery.of(
                                Messages.person(
                                        "NAD+FL+++PETROVA:MARIA'ATT+2++F'DTM+329:840200'NAT+2+BGR'LOC+180+:::VARNA'"
                                                + "DOC+P+X1234567'LOC+91+BGR'DOC+V+V765'LOC+91+GBR'"))
                        .particulars();

        assertThat(asked.sex()).isEqualTo(Sex.FEMALE);
        assertThat(asked.birthDates().toString()).isEqualTo("[1984-02]");
        assertThat(asked.nationalities()).containsExactly(new Country("BG"));
        assertThat(asked.birthPlaces()).containsExactly("VARNA");
        assertThat(asked.documents())
                .containsExactly(
                        PASSPORT, new TravelDocument(DocumentType.VISA, "V765", new Country("GB")));
    }

    static Stream<Arguments> lacking() {
        return TextTable.arguments(
                """
                segments                                | notes
                NAD+FL+++PETROVA:MARIA'                 |
                NAD+FL'DTM+329:840217'                  | NOTHING_TO_ASK
                NAD+FL+++PETROVA:MARIA'NAT+2+UTO'       | COUNTRY_UNKNOWN
                NAD+FL+++PETROVA:MARIA'DOC+P+--'        | DOCUMENT_UNUSABLE
                """);
    }

    @ParameterizedTest
    @MethodSource("lacking")
    void whatCouldNotBeAskedIsNoted(String segments, String notes) {
        Screened screened = against(person("Ivo Petrov").build()).screen(Messages.person(segments));

        assertThat(String.join(" ", screened.notes().stream().map(Note::name).toList()))
                .isEqualTo(notes);
    }

    @Test
    void aDocumentAloneFindsItsHolder() {
        Screened screened =
                against(person("Maria Petrova").document(PASSPORT).build())
                        .screen(Messages.person("NAD+FL'DOC+P+X1234567'LOC+91+BGR'"));

        assertThat(screened.candidates()).hasSize(1);
    }

    @Test
    void aListedDocumentIsFoundByItsNumberAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("documents");
        try (DocumentIndex.Builder builder = DocumentIndex.builder(file)) {
            builder.add(DocumentEntry.of(PASSPORT, ListingReason.STOLEN));
            assertThat(builder.build()).isEqualTo(1);
        }
        try (DocumentIndex index = DocumentIndex.open(file)) {
            Screened screened =
                    against(person("Ivo Petrov").build())
                            .withDocuments(index)
                            .screen(
                                    Messages.person(
                                            "NAD+FL+++MERU:LARA'DOC+P+XI234567'LOC+91+BGR'DOC+V+V765'"));

            assertThat(screened.candidates()).isEmpty();
            assertThat(screened.documents()).hasSize(1);
            assertThat(screened.documents().getFirst().findings().getFirst().entry().reason())
                    .isEqualTo(ListingReason.STOLEN);
        }
    }

    @Test
    void theHolderOfAReadZoneIsScreened() {
        MrzReading.Read zone =
                (MrzReading.Read)
                        MrzReader.read(
                                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                                        + "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
                                LocalDate.of(2026, 11, 25));
        PassengerScreening screening =
                against(
                        Particulars.builder()
                                .kind(EntityKind.PERSON)
                                .name("Anna Maria Eriksson")
                                .birthDate(BirthDate.of(1974, 8, 12))
                                .build());

        assertThat(screening.screen(zone).band()).isEqualTo(Band.STRONG);
    }

    @Test
    void whatTheViewerMayNotSeeChangesNothing() {
        Particulars record = person("Maria Petrova").build();
        Watchlist watchlist =
                Watchlist.of(List.of(new Identity("invented", "1", record, MemberSet.of(1))));
        PassengerScreening screening = PassengerScreening.of(watchlist);
        PassengerQuery query =
                PassengerQuery.of(Messages.person("NAD+FL+++PETROVA:MARIA'DTM+329:840217'"));

        assertThat(screening.withViewer(MemberSet.of(1)).screen(query).candidates()).hasSize(1);
        assertThat(screening.withViewer(MemberSet.of(2)).screen(query).candidates()).isEmpty();
    }

    @Test
    void nothingPersonalIsShownInWhatIsLogged() {
        Screened screened =
                against(person("Maria Petrova").build())
                        .screen(Messages.person("NAD+FL+++PETROVA:MARIA'DOC+P+X1234567'"));

        assertThat(screened.toString()).doesNotContain("PETROVA").doesNotContain("X1234567");
    }
}
