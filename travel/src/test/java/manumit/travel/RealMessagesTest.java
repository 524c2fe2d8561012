package manumit.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.testkit.NeedsSharedData;
import manumit.testkit.SharedData;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Messages of carriers and of other projects' tests, none rejected. Persons and bookings were
/// counted apart from this code, by their segments: NAD with FL, FM, DDU or DDT; SRC; TIF before
/// the first TVL of a booking. Declared counts are often wrong.
@NeedsSharedData("messages")
class RealMessagesTest {

    private static final String COUNTS =
            """
            file                                                | messages | persons | bookings
            ----------------------------------------------------|----------|---------|---------
            edge/paxlst_att_unknown_qualifier.edi               | 1        | 2       | 0
            edge/paxlst_crew_in_transit.edi                     | 1        | 2       | 0
            edge/paxlst_dob_ccyymmdd.edi                        | 1        | 2       | 0
            edge/paxlst_dtm_before_att.edi                      | 1        | 2       | 0
            edge/paxlst_escaped_apostrophe.edi                  | 1        | 2       | 0
            edge/paxlst_escaped_plus_colon.edi                  | 1        | 2       | 0
            edge/paxlst_escaped_release_before_terminator.edi   | 1        | 2       | 0
            edge/paxlst_infant_gender_fi.edi                    | 1        | 2       | 0
            edge/paxlst_missing_dob.edi                         | 1        | 2       | 0
            edge/paxlst_mononym_fnu.edi                         | 1        | 2       | 0
            edge/paxlst_mononym_one_component.edi               | 1        | 2       | 0
            edge/paxlst_no_cnt.edi                              | 1        | 1       | 0
            edge/paxlst_no_unz_truncated.edi                    | 1        | 1       | 0
            edge/paxlst_nonnumeric_loc_qualifier.edi            | 1        | 1       | 0
            edge/paxlst_partial_dob_yy0000.edi                  | 1        | 2       | 0
            edge/paxlst_two_messages_one_interchange.edi        | 2        | 2       | 0
            edge/paxlst_unknown_loc_qualifier.edi               | 1        | 1       | 0
            multipart/paxlst_part1.edi                          | 1        | 2       | 0
            multipart/paxlst_part2.edi                          | 1        | 1       | 0
            multipart/paxlst_part3.edi                          | 1        | 1       | 0
            noisy/A.clean.txt                                   | 1        | 1       | 0
            noisy/A.txt                                         | 1        | 1       | 0
            noisy/B.clean.txt                                   | 1        | 1       | 0
            noisy/B.txt                                         | 1        | 1       | 0
            noisy/C.clean.txt                                   | 1        | 3       | 0
            noisy/C.txt                                         | 1        | 3       | 0
            paxlst/gtas_Test1.txt                               | 1        | 8       | 0
            paxlst/gtas_airline2.edi                            | 1        | 10      | 0
            paxlst/gtas_apisMessage.txt                         | 1        | 2       | 0
            paxlst/gtas_flight1.txt                             | 1        | 10      | 0
            paxlst/paxlst_guide_5_1_single_sector_passenger.edi | 1        | 1       | 0
            paxlst/paxlst_guide_5_2_crew.edi                    | 1        | 1       | 0
            paxlst/paxlst_guide_5_3_progressive_two_pax.edi     | 1        | 2       | 0
            pnrgov/gtas_2_pnrs_basic.edi                        | 1        | 4       | 2
            pnrgov/gtas_adult_and_infant.edi                    | 1        | 2       | 1
            pnrgov/gtas_bigMessagePnr.txt                       | 1        | 7       | 1
            pnrgov/gtas_bigbigPnr.txt                           | 1        | 86      | 47
            pnrgov/gtas_codeshare.edi                           | 1        | 2       | 2
            pnrgov/gtas_danglingMetaCharacter.txt               | 1        | 1       | 1
            pnrgov/gtas_no_pnr_history.edi                      | 1        | 4       | 3
            pnrgov/gtas_pnr1.txt                                | 1        | 2       | 1
            pnrgov/gtas_pnr2.txt                                | 1        | 2       | 1
            pnrgov/gtas_pnrAddressPhoneCTCM.txt                 | 1        | 1       | 1
            pnrgov/gtas_pnrMessage.txt                          | 1        | 2       | 1
            # One traveller's TIF lacks the terminator before it: taken from check-in.
            pnrgov/gtas_pnrMessagePg75.txt                      | 1        | 2       | 2
            pnrgov/gtas_pnrSeatFormats.txt                      | 1        | 1       | 1
            pnrgov/gtas_pnrWithDoco.txt                         | 1        | 1       | 1
            pnrgov/gtas_pnr_split.edi                           | 1        | 3       | 2
            pnrgov/pnrgov_guide_ex1_11_1.edi                    | 1        | 2       | 1
            typeb/paxlst_alt_service_chars.edi                  | 1        | 1       | 0
            typeb/paxlst_typeb_envelope_folded.edi              | 1        | 1       | 0
            """;

    static Stream<Arguments> counts() {
        return TextTable.arguments(COUNTS);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void everyPersonAndBookingIsRead(String file, int messages, int persons, int bookings)
            throws IOException {
        byte[] bytes = Files.readAllBytes(SharedData.orSkip("messages/" + file));
        List<TravelMessage> read = Reading.of(bytes);
        assertThat(read).hasSize(messages).noneMatch(Unreadable.class::isInstance);
        assertThat(read.stream().mapToInt(message -> Reading.persons(message).size()).sum())
                .as("persons")
                .isEqualTo(persons);
        assertThat(read.stream().mapToInt(RealMessagesTest::bookings).sum())
                .as("bookings")
                .isEqualTo(bookings);
        assertThat(read).allMatch(message -> Reading.rejected(message) == 0);
        assertThat(Dump.of(Reading.ofStream(bytes))).isEqualTo(Dump.of(read));
    }

    private static int bookings(TravelMessage message) {
        return switch (message) {
            case BookingList list -> list.bookings().size();
            case PassengerList _, Unreadable _ -> 0;
        };
    }

    @Test
    void theTableNamesEveryFile() throws IOException {
        Path folder = SharedData.orSkip("messages");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(file -> folder.relativize(file).toString())
                                    .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(
                            TextTable.of(COUNTS).rows().stream()
                                    .map(row -> row.cell("file"))
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("noisy")
    void noiseAroundAMessageChangesNothing(String noisy, String clean) throws IOException {
        assertThat(persons(noisy)).isEqualTo(persons(clean));
    }

    static Stream<Arguments> noisy() {
        return Stream.of("A", "B", "C")
                .map(name ->
                        Arguments.of("noisy/" + name + ".txt", "noisy/" + name + ".clean.txt"));
    }

    private static List<String> persons(String file) throws IOException {
        return Reading.of(Files.readAllBytes(SharedData.orSkip("messages/" + file))).stream()
                .flatMap(message -> Reading.persons(message).stream())
                .map(Dump::person)
                .toList();
    }
}
