package manumit.travel.cusres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import manumit.travel.PassengerList;
import manumit.travel.TravelMessage;
import manumit.travel.TravelMessages;
import manumit.travel.edifact.EdifactMessage;
import manumit.travel.edifact.EdifactReader;
import org.junit.jupiter.api.Test;

class CusresWriterTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2028, 7, 28, 9, 5);

    private static final PassengerList QUESTION =
            question(
                    """
                    UNA:+.? 'UNB+UNOA:4+ZZ+UTOGOV+280728:0900+42++IAPI'
                    UNH+1+PAXLST:D:05B:UN:IATA+ZZ0123/280728/1100+01:F'BGM+745+CP'RFF+TN:TN1?+1:::2'
                    TDT+20+ZZ0123'LOC+125+VIE'DTM+189:2807281100:201'LOC+87+LHR'DTM+232:280728:101'
                    NAD+FL+++EXAMPLE:EVA'RFF+AVF:ABC123'RFF+ABO:U1'
                    NAD+FL+++EXAMPLE:TOM'RFF+AVF:ABC123'RFF+ABO:U2'
                    NAD+FL+++EXAMPLE:UMA'
                    CNT+42:3'UNT+18+1'UNZ+1+42'
                    """);

    private static PassengerList question(String text) {
        List<TravelMessage> messages = new ArrayList<>();
        TravelMessages.read(text.getBytes(StandardCharsets.US_ASCII), messages::add);
        return (PassengerList) messages.getFirst();
    }

    private static List<PassengerAnswer> answers() {
        var passengers = QUESTION.manifest().passengers();
        return List.of(
                PassengerAnswer.of(passengers.get(0), Decision.OK_TO_BOARD, ""),
                PassengerAnswer.of(passengers.get(1), Decision.NOT_TO_BOARD, "Call: +43'1 é"),
                PassengerAnswer.of(passengers.get(2), Decision.ERROR, ""));
    }

    private static String lines(String interchange) {
        return interchange.replaceAll("(?<!\\?)'(?=[A-Z])", "'\n");
    }

    @Test
    void theAnswerRepeatsWhatTiesItToTheQuestion() {
        String answer =
                new CusresWriter(CusresProfile.DEFAULT).answer(QUESTION, answers(), NOW, "77");
        assertThat(lines(answer))
                .isEqualTo(
                        """
                        UNA:+.? '
                        UNB+UNOA:4+UTOGOV+ZZ+280728:0905+77++IAPI'
                        UNH+1+CUSRES:D:05B:UN:IATA+ZZ0123/280728/1100+01:F'
                        BGM+962'
                        RFF+TN:TN1?+1:::2'
                        RFF+AF:ZZ123'
                        DTM+189:2807281100:201'
                        DTM+232:280728:101'
                        LOC+125+VIE'
                        LOC+87+LHR'
                        ERP+2'
                        RFF+AVF:ABC123'
                        RFF+ABO:U1'
                        ERC+0Z'
                        ERP+2'
                        RFF+AVF:ABC123'
                        RFF+ABO:U2'
                        ERC+1Z'
                        FTX+AAP+++CALL?: ?+43?'1 .'
                        ERP+2'
                        ERC+118'
                        UNT+20+1'
                        UNZ+1+77'\
                        """);
    }

    @Test
    void aChangeOfMindSaysThatNobodyAskedForIt() {
        String answer =
                new CusresWriter(new CusresProfile("0", "1", "4"))
                        .unsolicited(QUESTION, answers().subList(0, 1), NOW, "78");
        assertThat(answer).contains("BGM+132'").contains("ERC+0'");
    }

    @Test
    void aListThatFailsAsAWholeGetsOneError() {
        String answer =
                new CusresWriter(CusresProfile.DEFAULT).error(QUESTION, "SEND BGM", NOW, "79");
        assertThat(answer).contains("ERP+1'ERC+118'FTX+AAP+++SEND BGM'").doesNotContain("ERP+2");
    }

    @Test
    void whatIsWrittenCanBeReadWithoutWarnings() {
        String text = "LONG TEXT ".repeat(35);
        String answer =
                new CusresWriter(CusresProfile.DEFAULT)
                        .answer(
                                QUESTION,
                                List.of(new PassengerAnswer("A", "B", Decision.ERROR, text)),
                                NOW,
                                "80");
        List<EdifactMessage> messages = new ArrayList<>();
        EdifactReader.read(
                answer.getBytes(StandardCharsets.US_ASCII),
                messages::add,
                unread -> {
                    throw new AssertionError(unread.toString());
                });
        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst().warnings()).isEmpty();
        assertThat(messages.getFirst().type()).isEqualTo("CUSRES");
    }

    @Test
    void whatCannotBeSentIsRefused() {
        CusresWriter writer = new CusresWriter(CusresProfile.DEFAULT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.answer(QUESTION, List.of(), NOW, "78+"))
                .withMessageContaining("controlReference");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PassengerAnswer("", "", Decision.ERROR, "x".repeat(351)))
                .withMessageContaining("text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CusresProfile("0Z", "", "118"))
                .withMessageContaining("notToBoard");
    }
}
