package manumit.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import manumit.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ManifestAssemblyTest {

    /// A list prepared at a time of the day, `HHMM`.
    private static PassengerList list(
            String time, String series, String part, String function, String body) {
        String head =
                "UNB+UNOA:4+ZZ+UTOGOV+280728:"
                        + time
                        + "+1'UNH+1+PAXLST:D:05B:UN:IATA+"
                        + series
                        + "+"
                        + part
                        + "'BGM+"
                        + function
                        + "'TDT+20+ZZ123'LOC+125+VIE'DTM+189:2807281100:201'LOC+87+LHR'";
        return Reading.list(head + body + "UNT+1+1'UNZ+1+1'");
    }

    private static String person(String name) {
        return "NAD+FL+++" + name + "'DTM+329:900101'DOC+P+P" + name.hashCode() + "'LOC+91+GBR'";
    }

    private static List<String> shown(ManifestAssembly assembly) {
        return assembly.persons().stream()
                .map(one ->
                        one.passenger().name().surname()
                                + " "
                                + one.presence().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<PassengerList> threeParts() {
        return List.of(
                list(
                        "0900",
                        "S1",
                        "01:C",
                        "745",
                        person("ALPHA:A") + person("BETA:B") + "CNT+42:4'"),
                list("0900", "S1", "02", "745", person("GAMMA:C") + "CNT+42:4'"),
                list("0900", "S1", "03:F", "745", person("DELTA:D") + "CNT+42:4'"));
    }

    @Test
    void whoIsSaidToBeElsewhereNowIsTold() {
        ManifestAssembly assembly = new ManifestAssembly();
        assembly.add(
                list("0900", "S1", "", "745", person("ALPHA:A") + person("BETA:B") + "CNT+42:2'"));

        assertThat(
                        moved(
                                assembly.add(
                                        list(
                                                "1000",
                                                "S2",
                                                "",
                                                "745",
                                                person("BETA:B") + "CNT+42:1'"))))
                .as("who is missing on a later list is in no message")
                .containsExactly("ALPHA unlisted");
        assertThat(moved(assembly.add(list("1030", "", "", "266+CLOB", person("BETA:B")))))
                .containsExactly("BETA boarded");
        assertThat(moved(assembly.add(list("1031", "", "", "266+CLOB", person("BETA:B") + "XYZ'"))))
                .as("said before")
                .isEmpty();
    }

    private static List<String> moved(ManifestAssembly.Step step) {
        return step.moved().stream()
                .map(one ->
                        one.passenger().name().surname()
                                + " "
                                + one.presence().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @ParameterizedTest
    @Seeds(20)
    void partsInAnyOrderAndTwiceMakeTheSameList(Seed seed) {
        List<PassengerList> parts = new ArrayList<>(threeParts());
        parts.addAll(threeParts());
        Collections.shuffle(parts, seed.random());
        ManifestAssembly assembly = new ManifestAssembly();
        long duplicates =
                parts.stream()
                        .filter(part -> assembly.add(part).novelty() == Novelty.DUPLICATE)
                        .count();
        assertThat(duplicates).isEqualTo(3);
        assertThat(shown(assembly))
                .containsExactlyInAnyOrder(
                        "ALPHA listed", "BETA listed", "GAMMA listed", "DELTA listed");
        assertThat(assembly.passengersComplete()).isEqualTo(new Completeness.Complete(4, 4));
    }

    @Test
    void everyPartIsOfUseAtOnceAndWhatIsMissingIsStated() {
        ManifestAssembly assembly = new ManifestAssembly();
        ManifestAssembly.Step step = assembly.add(threeParts().getLast());
        assertThat(step.novelty()).isEqualTo(Novelty.NEW);
        assertThat(step.added()).hasSize(1);
        assertThat(assembly.passengersComplete()).isEqualTo(new Completeness.Incomplete(1, 3));
        assertThat(assembly.add(threeParts().getFirst()).novelty()).isEqualTo(Novelty.PART);
    }

    @Test
    void aLaterListReplacesTheEarlierOneWhenItIsComplete() {
        ManifestAssembly assembly = new ManifestAssembly();
        threeParts().forEach(assembly::add);
        assembly.add(list("1000", "S2", "01:C", "745", person("ALPHA:A") + "CNT+42:2'"));
        assertThat(shown(assembly)).contains("BETA listed");
        ManifestAssembly.Step step =
                assembly.add(list("1000", "S2", "02:F", "745", person("EPSILON:E") + "CNT+42:2'"));
        assertThat(step.added()).hasSize(1);
        assertThat(shown(assembly))
                .containsExactly(
                        "ALPHA listed",
                        "BETA unlisted",
                        "GAMMA unlisted",
                        "DELTA unlisted",
                        "EPSILON listed");
    }

    @Test
    void aPartOfAnOldListThatComesLateAddsItsPersonsOnly() {
        ManifestAssembly assembly = new ManifestAssembly();
        assembly.add(list("1000", "S2", "01:F", "745", person("ALPHA:A") + "CNT+42:1'"));
        ManifestAssembly.Step step = assembly.add(threeParts().get(1));
        assertThat(step.novelty()).isEqualTo(Novelty.LATE);
        assertThat(step.added()).hasSize(1);
        assertThat(shown(assembly)).containsExactly("ALPHA listed", "GAMMA unlisted");
    }

    @Test
    void changesAndCloseOutSpeakOfTheirPersonsOnly() {
        ManifestAssembly assembly = new ManifestAssembly();
        threeParts().forEach(assembly::add);
        assembly.add(list("1010", "C1", "01:F", "745+CP", person("ZETA:Z") + "CNT+42:1'"));
        assembly.add(list("1020", "C2", "01:F", "745+XR", person("BETA:B") + "CNT+42:1'"));
        assembly.add(list("1030", "C3", "01:F", "266+CLNB", person("GAMMA:C") + "CNT+42:1'"));
        assembly.add(list("1030", "C4", "01:F", "266+CLOB", person("ALPHA:A") + person("ZETA:Z")));
        assertThat(shown(assembly))
                .containsExactly(
                        "ALPHA boarded",
                        "BETA cancelled",
                        "GAMMA not_boarded",
                        "DELTA listed",
                        "ZETA boarded");
        assertThat(assembly.passengersComplete()).isEqualTo(new Completeness.Complete(4, 4));
        assertThat(assembly.isCancelled()).isFalse();
        assembly.add(list("1040", "C5", "01:F", "745+XF", ""));
        assertThat(assembly.isCancelled()).isTrue();
    }

    @Test
    void interactiveMessagesOfOnePersonEachAddUp() {
        ManifestAssembly assembly = new ManifestAssembly();
        assembly.add(list("0900", "I1", "01:F", "745'RFF+TN:1", person("ALPHA:A") + "CNT+42:1'"));
        assembly.add(list("0901", "I2", "01:F", "745'RFF+TN:2", person("BETA:B") + "CNT+42:1'"));
        assertThat(shown(assembly)).containsExactly("ALPHA listed", "BETA listed");
        assertThat(assembly.passengersComplete()).isInstanceOf(Completeness.Unstated.class);
    }

    @Test
    void theCrewHasAListOfItsOwn() {
        ManifestAssembly assembly = new ManifestAssembly();
        threeParts().forEach(assembly::add);
        assembly.add(list("1000", "K1", "01:F", "250", "NAD+FM+++PILOT:PAT'CNT+41:2'"));
        assertThat(shown(assembly)).contains("ALPHA listed", "PILOT listed");
        assertThat(assembly.crewComplete()).isEqualTo(new Completeness.Incomplete(1, 1));
        assertThat(assembly.passengersComplete()).isEqualTo(new Completeness.Complete(4, 4));
    }

    @Test
    void aCorrectedNameUnderTheSameUniqueReferenceIsTheSamePerson() {
        ManifestAssembly assembly = new ManifestAssembly();
        assembly.add(list("0900", "S1", "01:F", "745", "NAD+FL+++EXAMPEL:EVA'RFF+ABO:U1'"));
        assembly.add(list("0930", "C1", "01:F", "745+CP", "NAD+FL+++EXAMPLE:EVA'RFF+ABO:U1'"));
        assertThat(shown(assembly)).containsExactly("EXAMPLE listed");
    }

    /// Some carriers fill in one document number for a whole crew.
    @Test
    void oneDocumentNumberForEverybodyMergesNobody() {
        String both =
                "NAD+FM+++EXAMPLE:EVA'DTM+329:900101'DOC+P+123456789'LOC+91+GBR'"
                        + "NAD+FM+++EXAMPLE:TOM'DTM+329:910101'DOC+P+123456789'LOC+91+GBR'";
        ManifestAssembly assembly = new ManifestAssembly();
        assembly.add(list("0900", "S1", "01:F", "250+C", both + "CNT+41:2'"));
        assembly.add(list("0930", "S2", "01:F", "250+CC", both + "CNT+41:2'"));
        assertThat(assembly.persons()).hasSize(2);
    }

    @Test
    void namesakesAreNotMultipliedByUpdates() {
        String both = "NAD+FL+++DOE:KIM'NAD+FL+++DOE:KIM'CNT+42:2'";
        ManifestAssembly assembly = new ManifestAssembly();
        assembly.add(list("0900", "S1", "01:F", "745", both));
        assembly.add(list("1000", "S2", "01:F", "745", both + "AUT+1'"));
        assertThat(shown(assembly)).containsExactly("DOE listed", "DOE listed");
    }

    @Test
    void whoWasCancelledAndIsOnALaterListTravels() {
        ManifestAssembly assembly = new ManifestAssembly();
        assembly.add(list("0900", "S1", "01:F", "745", person("ALPHA:A") + "CNT+42:1'"));
        assembly.add(list("0910", "C1", "01:F", "745+XR", person("ALPHA:A")));
        assertThat(shown(assembly)).containsExactly("ALPHA cancelled");
        assembly.add(list("1000", "S2", "01:F", "745", person("ALPHA:A") + "CNT+42:1'AUT+1'"));
        assertThat(shown(assembly)).containsExactly("ALPHA listed");
    }

    @Test
    void whoWasAddedByAChangeIsUnlistedIfALaterListLacksHim() {
        ManifestAssembly assembly = new ManifestAssembly();
        assembly.add(list("0900", "S1", "01:F", "745", person("ALPHA:A") + "CNT+42:1'"));
        assembly.add(list("0910", "C1", "01:F", "745+CP", person("BETA:B")));
        assertThat(shown(assembly)).containsExactly("ALPHA listed", "BETA listed");
        assembly.add(list("1000", "S2", "01:F", "745", person("ALPHA:A") + "CNT+42:1'AUT+1'"));
        assertThat(shown(assembly)).containsExactly("ALPHA listed", "BETA unlisted");
    }

    @Test
    void crewOnTheListDoesNotStandForMissingPassengers() {
        ManifestAssembly assembly = new ManifestAssembly();
        assembly.add(
                list(
                        "0900",
                        "S1",
                        "01:C",
                        "745",
                        person("ALPHA:A") + "NAD+FM+++PILOT:PAT'CNT+42:2'"));
        assertThat(assembly.passengersComplete()).isEqualTo(new Completeness.Incomplete(1, 1));
    }

    @Test
    void realPartsAreComplete() throws IOException {
        ManifestAssembly assembly = new ManifestAssembly();
        for (int part = 3; part >= 1; part--) {
            byte[] bytes =
                    Files.readAllBytes(
                            SharedData.orSkip("messages/multipart/paxlst_part" + part + ".edi"));
            assembly.add((PassengerList) Reading.of(bytes).getFirst());
        }
        assertThat(assembly.passengersComplete()).isEqualTo(new Completeness.Complete(4, 4));
    }

    @Test
    void bookingsOfLaterPushesReplaceEarlierOnes() {
        BookingAssembly assembly = new BookingAssembly();
        assertThat(assembly.add(push("0900", "P1", "SRC'RCI+ZZ:AAA111'TIF+ONE+ANN'")))
                .isEqualTo(Novelty.NEW);
        assertThat(assembly.completeness()).isEqualTo(new Completeness.Incomplete(1, 1));
        assertThat(assembly.add(push("0900", "P1", "SRC'RCI+ZZ:BBB222'TIF+TWO+BEA'")))
                .isEqualTo(Novelty.PART);
        assertThat(assembly.completeness()).isEqualTo(new Completeness.Complete(2, 2));
        assertThat(assembly.add(push("1000", "P2", "SRC'RCI+ZZ:AAA111'ORG'TIF+ONE+ANN'")))
                .isEqualTo(Novelty.NEW);
        assertThat(assembly.add(push("0930", "P0", "SRC'RCI+ZZ:AAA111'TIF+OLD+ANN'")))
                .isEqualTo(Novelty.LATE);
        assertThat(assembly.bookings()).hasSize(2);
        assertThat(assembly.bookings().getFirst().cancelled()).isTrue();
        assertThat(assembly.add(push("1000", "P2", "SRC'RCI+ZZ:AAA111'ORG'TIF+ONE+ANN'")))
                .isEqualTo(Novelty.DUPLICATE);
    }

    private static BookingList push(String time, String series, String body) {
        return Reading.bookings(
                "UNB+IATA:1+ZZ+UTO+280728:"
                        + time
                        + "+1'UNH+1+PNRGOV:13:1:IA+"
                        + series
                        + "'MSG+:22'ORG+ZZ'TVL+280728:1100+VIE+LHR+ZZ+123'EQN+2'"
                        + body
                        + "UNT+1+1'UNZ+1+1'");
    }
}
