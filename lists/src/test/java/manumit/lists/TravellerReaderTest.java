package manumit.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import manumit.matching.EntityKind;
import org.junit.jupiter.api.Test;

class TravellerReaderTest {

    private final List<Traveller> travellers = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    private void read(String text) throws IOException {
        TravellerReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "travellers",
                travellers::add,
                rejects::add);
    }

    @Test
    void csvWithSemicolonsIsRead() throws IOException {
        read(Fixtures.TRAVELLERS);
        assertThat(rejects).isEmpty();
        assertThat(travellers).extracting(Traveller::id).containsExactly("t1", "t2", "4");
        Traveller first = travellers.getFirst();
        assertThat(first.particulars().kind()).isEqualTo(EntityKind.PERSON);
        assertThat(Reading.shown(first.particulars().names().getFirst()))
                .isEqualTo("Halima/VARENNE");
        assertThat(first.given())
                .containsEntry("name", "VARENNE, Halima")
                .containsEntry("nationality", "NGA");
        assertThat(Reading.texts(travellers.get(1).particulars().birthDates()))
                .containsExactly("c. 1964");
        assertThat(Reading.texts(travellers.get(1).particulars().nationalities()))
                .containsExactly("NO");
    }

    @Test
    void tabsByteOrderMarkAndOtherColumnNamesAreTolerated() throws IOException {
        read("\ufeffSurname\tGiven Names\tDOB\tSeat\nVarenne\tHalima\t1958-12-10\t12A\n");
        assertThat(rejects).isEmpty();
        assertThat(Reading.shown(travellers.getFirst().particulars().names().getFirst()))
                .isEqualTo("Halima/Varenne");
        assertThat(travellers.getFirst().particulars().birthDates()).hasSize(1);
        assertThat(travellers.getFirst().given().keySet())
                .containsExactly("Surname", "Given Names", "DOB", "Seat");
        assertThat(travellers.getFirst().given().values())
                .containsExactly("Varenne", "Halima", "1958-12-10", "12A");
    }

    @Test
    void ndjsonIsRead() throws IOException {
        read(
                """
                {"id":1,"name":"Halima Varenne","aliases":["Lima","Meru"],"birth_date":"1958"}

                {"name":"Example Star","kind":"vessel"}
                {"name":
                """);
        assertThat(rejects).extracting(Reject::code).containsExactly("json-broken");
        assertThat(travellers).extracting(Traveller::id).containsExactly("1", "3");
        assertThat(travellers.getFirst().particulars().names()).hasSize(3);
        assertThat(travellers.get(1).particulars().kind()).isEqualTo(EntityKind.VESSEL);
    }

    @Test
    void anUnreadableValueIsLeftOutAndTheTravellerStillChecked() throws IOException {
        read(
                """
                id,name,birth_date,sex,nationality,document_number
                a,Halima Varenne,03/04/1958,?,Atlantis,A1
                b,,1958,F,NG,
                c,,1958,F,NG,B2
                """);
        assertThat(travellers).extracting(Traveller::id).containsExactly("a", "c");
        assertThat(rejects)
                .extracting(r -> r.line() + " " + r.code())
                .containsExactly(
                        "2 birth-date-unreadable",
                        "2 sex-unreadable",
                        "2 country-unknown",
                        "3 name-missing");
        assertThat(rejects).allMatch(r -> r.file().equals("travellers"));
        assertThat(rejects).noneMatch(r -> r.reason().contains("Halima"));
        assertThat(rejects.getFirst().reason()).contains("birth_date of a").contains("1964-02-17");
    }

    @Test
    void aTextWithoutAKnownHeaderIsRefused() {
        assertThatThrownBy(() -> read("Halima,Varenne\nJorun,Examplesen\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("header")
                .hasMessageNotContaining("Halima");
    }

    /// Found by fuzzing: punctuation alone was taken for a name.
    @Test
    void punctuationIsNoName() throws IOException {
        read(
                "id,name,given_names,family_name,aliases\na,\",\",,,\nb,-,.,-,\"|,,\"\nc,\"Sample,\",,,\n");
        assertThat(travellers).extracting(Traveller::id).containsExactly("c");
        assertThat(rejects).extracting(Reject::code).containsOnly("name-missing").hasSize(2);
    }

    @Test
    void anEmptyTextHasNoTravellers() throws IOException {
        read("");
        read("id,name\n");
        assertThat(travellers).isEmpty();
        assertThat(rejects).isEmpty();
    }

    @Test
    void pairsAreRead() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        PairReader.read(
                new ByteArrayInputStream(
                        (Fixtures.PAIRS + "3,,Right Only,,,\n").getBytes(StandardCharsets.UTF_8)),
                "pairs",
                pairs::add,
                rejects::add);
        assertThat(pairs).extracting(Pair::id).containsExactly("1", "2");
        assertThat(pairs.getFirst().left().kind()).isEqualTo(EntityKind.UNKNOWN);
        assertThat(pairs.getFirst().left().names())
                .extracting(n -> n.kind() + " " + n.whole())
                .containsExactly("PRIMARY Halima Varenne", "ALIAS Lima");
        assertThat(Reading.texts(pairs.getFirst().right().birthDates())).containsExactly("1958");
        assertThat(rejects).extracting(Reject::code).containsExactly("name-missing");
    }
}
