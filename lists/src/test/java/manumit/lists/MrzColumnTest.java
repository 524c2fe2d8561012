package manumit.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.matching.Name;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The column `mrz`. The zone is the specimen of Doc 9303, of a state that does not exist.
class MrzColumnTest {

    private static final String FIRST = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    private static final String SECOND = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    private final List<Traveller> travellers = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    private void read(String text) throws IOException {
        TravellerReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "travellers",
                Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC),
                travellers::add,
                rejects::add);
    }

    private Particulars only() {
        assertThat(travellers).hasSize(1);
        return travellers.getFirst().particulars();
    }

    private List<String> codes() {
        return rejects.stream().map(Reject::code).toList();
    }

    @Test
    void theZoneAloneIsEnough() throws IOException {
        read("id,mrz\n1,\"" + FIRST + "\n" + SECOND + "\"\n");

        assertThat(rejects).isEmpty();
        Particulars particulars = only();
        assertThat(Reading.shown(particulars.names().getFirst())).isEqualTo("ANNA MARIA/ERIKSSON");
        assertThat(Reading.texts(particulars.birthDates())).containsExactly("1974-08-12");
        assertThat(particulars.sex()).isEqualTo(Sex.FEMALE);
        assertThat(particulars.documents())
                .extracting(TravelDocument::number)
                .containsExactly("L898902C3");
    }

    @Test
    void linesMayBeJoinedOrStandInAnArray() throws IOException {
        read(
                "{\"mrz\":\""
                        + FIRST
                        + SECOND
                        + "\"}\n{\"mrz\":[\""
                        + FIRST
                        + "\",\""
                        + SECOND
                        + "\"]}");

        assertThat(rejects).isEmpty();
        assertThat(travellers).hasSize(2);
        assertThat(travellers.get(0).particulars()).isEqualTo(travellers.get(1).particulars());
    }

    static Stream<Arguments> columns() {
        return TextTable.arguments(
                """
                columns                                                    | contradicted
                "name":"Anna Maria Eriksson","birth_date":"1974-08-12"     |
                "birth_date":"1974","sex":"F"                              |
                "birth_date":"1974-08"                                     |
                "birth_date":"c. 1975"                                     |
                "birth_date":"1974-12-08"                                  | birth_date
                "birth_date":"1974-09"                                     | birth_date
                "birth_date":["1974-12-08","1974-08-12"]                   |
                "sex":"M"                                                  | sex
                "sex":"X"                                                  |
                "document_number":"L 898-902 C3"                           |
                "document_number":"L898902C8","document_type":"passport"   | document_number
                "document_number":"K1","document_type":"driving_licence"   |
                """);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aContradictionIsToldWithItsField(String columns, String contradicted) throws IOException {
        read("{" + columns + ",\"mrz\":\"" + FIRST + SECOND + "\"}");

        assertThat(
                        rejects.stream()
                                .filter(reject -> reject.code().equals("mrz-contradicts"))
                                .map(reject ->
                                        reject.reason().replaceAll(".*another (\\w+).*", "$1"))
                                .collect(Collectors.joining(" ")))
                .isEqualTo(contradicted);
        assertThat(rejects).allMatch(reject -> !reject.reason().contains("1974"));
        assertThat(only().names()).isNotEmpty();
    }

    @Test
    void bothSidesOfAContradictionAreAskedAbout() throws IOException {
        read(
                "{\"name\":\"Ana Erikson\",\"birth_date\":\"1974-12-08\",\"sex\":\"M\","
                        + "\"document_number\":\"A1\",\"mrz\":\""
                        + FIRST
                        + SECOND
                        + "\"}");

        assertThat(codes())
                .containsExactly("mrz-contradicts", "mrz-contradicts", "mrz-contradicts");
        assertThat(only().names())
                .extracting(Name::whole)
                .containsExactly("Ana Erikson", "ANNA MARIA ERIKSSON");
        assertThat(Reading.texts(only().birthDates())).containsExactly("1974-12-08", "1974-08-12");
        assertThat(only().sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(only().documents()).hasSize(2);
    }

    @Test
    void anUnreadableZoneIsToldAndTheOtherColumnsAreChecked() throws IOException {
        read("id,name,mrz\n1,Anna Eriksson,P<UTO\n2,,P<UTO\n");

        assertThat(codes()).containsExactly("mrz-unreadable", "mrz-unreadable", "name-missing");
        assertThat(travellers).extracting(Traveller::id).containsExactly("1");
        assertThat(rejects.getFirst().reason()).contains("length-unknown").contains("Scan again");
    }

    @Test
    void aRepairedNumberIsAskedAboutAsReadToo() throws IOException {
        // The number's zero was read as the letter O.
        read("{\"mrz\":\"" + FIRST + SECOND.replace("L898902C3", "L8989O2C3") + "\"}");

        assertThat(codes()).containsExactly("mrz-doubtful");
        assertThat(only().documents())
                .extracting(TravelDocument::number)
                .containsExactly("L898902C3", "L8989O2C3");
    }

    @Test
    void aCheckDigitThatDoesNotHoldIsTold() throws IOException {
        read("{\"mrz\":\"" + FIRST + SECOND.replace("F1204159", "F1304159") + "\"}");

        assertThat(codes()).containsExactly("mrz-doubtful");
        assertThat(rejects.getFirst().reason()).contains("check digit");
    }
}
