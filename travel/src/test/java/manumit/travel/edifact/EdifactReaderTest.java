package manumit.travel.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.testkit.TextTable;
import manumit.travel.warnings.Warning;
import manumit.travel.warnings.WarningCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EdifactReaderTest {

    private final List<EdifactMessage> messages = new ArrayList<>();
    private final List<UnreadBytes> unread = new ArrayList<>();

    private void read(String input) {
        read(input.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void read(byte[] input) {
        EdifactReader.read(input, messages::add, unread::add);
    }

    /// Messages as `UNH/NAD/UNT NAD/UNT`, separated by blanks.
    private String tags() {
        return messages.stream()
                .map(message ->
                        message.segments().stream()
                                .map(Segment::tag)
                                .collect(Collectors.joining("/")))
                .collect(Collectors.joining(" "));
    }

    private List<WarningCode> codes() {
        return messages.stream()
                .flatMap(message -> message.warnings().stream())
                .map(Warning::code)
                .toList();
    }

    private static final String HEAD = "UNB+UNOA:4+A+B+280728:0900+7'";
    private static final String UNH = "UNH+1+PAXLST:D:05B:UN:IATA'";

    static Stream<Arguments> inputs() {
        // HEAD and UNH stand for a header of an interchange and of a message.
        return TextTable.arguments(
                """
                case                   | input                                        | segments                    | codes
                plain                  | HEADUNHAAA+1'UNT+3+1'UNZ+1+7'                | UNH/AAA/UNT                 |
                line ends anywhere     | HEADUNHA~AA+~1'~UN~T+3+1'UNZ+1+7'            | UNH/AAA/UNT                 |
                two messages           | HEADUNHUNT+2+1'UNHUNT+2+1'UNZ+2+7'           | UNH/UNT UNH/UNT             |
                two interchanges       | HEADUNHUNT+2+1'UNZ+1+7'HEADUNHUNT+2+1'UNZ+1+7' | UNH/UNT UNH/UNT           |
                noise around           | QK ABC~.DEF~HEADUNHUNT+2+1'UNZ+1+7'~bye      | UNH/UNT                     |
                no trailer of message  | HEADUNHAAA'UNZ+1+7'                          | UNH/AAA                     | MESSAGE_TRAILER_MISSING
                no trailer at all      | HEADUNHAAA'                                  | UNH/AAA                     | MESSAGE_TRAILER_MISSING INTERCHANGE_TRAILER_MISSING
                cut in a segment       | HEADUNHAAA+B                                 | UNH/AAA                     | SEGMENT_UNTERMINATED MESSAGE_TRAILER_MISSING INTERCHANGE_TRAILER_MISSING
                cut, next interchange  | HEADUNHAAA+BHEADUNHUNT+2+1'UNZ+1+7'          | UNH/AAA UNH/UNT             | SEGMENT_UNTERMINATED MESSAGE_TRAILER_MISSING INTERCHANGE_TRAILER_MISSING
                cut, next message      | HEADUNHAAA+BUNHUNT+2+1'UNZ+2+7'              | UNH/AAA UNH/UNT             | SEGMENT_UNTERMINATED MESSAGE_TRAILER_MISSING
                wrong count            | HEADUNHUNT+9+1'UNZ+1+7'                      | UNH/UNT                     | SEGMENT_COUNT_WRONG
                wrong references       | HEADUNHUNT+2+X'UNZ+1+Y'                      | UNH/UNT                     | REFERENCE_DIFFERS REFERENCE_DIFFERS
                wrong messages         | HEADUNHUNT+2+1'UNZ+5+7'                      | UNH/UNT                     | INTERCHANGE_COUNT_WRONG
                bare message           | UNHAAA'UNT+3+1'                              | UNH/AAA/UNT                 | INTERCHANGE_HEADER_MISSING
                garbage behind trailer | HEADUNHUNT+2+1'L'UNZ+1+7'                    | UNH/UNT                     | SEGMENT_OUTSIDE_MESSAGE
                empty segments         | HEADUNH''AAA'UNT+5+1'UNZ+1+7'                | UNH///AAA/UNT               |
                curly terminator       | HEADUNHAAA+B\u0092~CCC'UNT+4+1'UNZ+1+7'      | UNH/AAA/CCC/UNT             | TERMINATOR_TYPOGRAPHIC
                curly, in a name       | HEADUNHAAA+B\u0092~C'UNT+3+1'UNZ+1+7'        | UNH/AAA/UNT                 | BYTES_OUTSIDE_REPERTOIRE
                UNA of six             | UNA:+.? 'HEADUNHUNT+2+1'UNZ+1+7'             | UNH/UNT                     |
                UNA of five            | UNA:+?*'HEADUNHUNT+2+1'UNZ+1+7'              | UNH/UNT                     | SERVICE_CHARACTERS_GUESSED
                UNA, folded            | UNA:+.? '~~HEADUNHUNT+2+1'UNZ+1+7'           | UNH/UNT                     |
                group                  | HEADUNG+PAXLST'UNHUNT+2+1'UNE+1+1'UNZ+1+7'   | UNH/UNT                     |
                stray trailer          | HEADUNHUNT+2+1'UNZ+1+7'NAD+FL'UNZ+1+7'       | UNH/UNT                     |
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void whatIsDamagedIsReadAsFarAsItGoes(
            String name, String input, String segments, String codes) {
        read(input.replace("HEAD", HEAD).replaceAll("UNH(?!\\+)", UNH).replace("~", "\r\n"));
        assertThat(tags()).isEqualTo(segments);
        assertThat(codes().stream().map(Enum::name).collect(Collectors.joining(" ")))
                .isEqualTo(codes);
    }

    @Test
    void releasedCharactersAreResolvedFromLeftToRight() {
        read(HEAD + UNH + "AAA+O?'X??:?+?:??'BBB'UNT+4+1'UNZ+1+7'");
        Segment segment = messages.getFirst().segments().get(1);
        assertThat(segment.text(1, 0)).isEqualTo("O'X?");
        assertThat(segment.text(1, 1)).isEqualTo("+:?");
        assertThat(segment.verbatim()).isEqualTo("AAA+O?'X??:?+?:??");
    }

    @Test
    void whatIsNotWrittenIsEmpty() {
        read(HEAD + UNH + "AAA++:x'UNT+3+1'UNZ+1+7'");
        Segment segment = messages.getFirst().segments().get(1);
        assertThat(segment.elements()).isEqualTo(3);
        assertThat(segment.text(1)).isEmpty();
        assertThat(segment.text(2, 1)).isEqualTo("x");
        assertThat(segment.text(2, 7)).isEmpty();
        assertThat(segment.text(9, 9)).isEmpty();
        assertThat(segment.components(9)).isZero();
    }

    static Stream<Arguments> characters() {
        return TextTable.arguments(
                """
                habit     | input
                UNA       | UNA:*.? #UNB*UNOA:4*A*B*280728:0900*7#UNH*1*PAXLST:D:05B:UN:IATA#NAD*FL***X?*Y:Z#UNT*3*1#UNZ*1*7#
                teletype  | UNB(UNOA:4(A(B(280728:0900(7-UNH(1(PAXLST:D:05B:UN:IATA-NAD(FL(((X*Y:Z-UNT(3(1-UNZ(1(7-
                quotation | UNB+UNOA:4+A+B+280728:0900+7"UNH+1+PAXLST:D:05B:UN:IATA"NAD+FL+++X*Y:Z"UNT+3+1"UNZ+1+7"
                control   | UNB^UNOB_4^A^B^280728_0900^7!UNH^1^PAXLST_D_05B_UN_IATA!NAD^FL^^^X*Y_Z!UNT^3^1!UNZ^1^7!
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("characters")
    void otherServiceCharactersAreUnderstood(String habit, String input) {
        String typed =
                habit.equals("control")
                        ? input.replace('^', '\u001d').replace('_', '\u001f').replace('!', '\u001c')
                        : input;
        read(typed);
        assertThat(codes()).isEmpty();
        Segment nad = messages.getFirst().segments().get(1);
        assertThat(nad.text(4, 0)).isEqualTo("X*Y");
        assertThat(nad.text(4, 1)).isEqualTo("Z");
    }

    @Test
    void bytesAreReadInTheDeclaredCharacterSetOrAsWhatTheyLookLike() {
        for (String[] one :
                new String[][] {
                    {"UNOC", "ISO-8859-1"},
                    {"UNOE", "ISO-8859-5"},
                    {"UNOY", "UTF-8"},
                    {"UNOA", "UTF-8"},
                    {"IATA", "ISO-8859-1"}
                }) {
            String letter = one[1].equals("ISO-8859-5") ? "\u0416" : "\u00dc";
            String text =
                    HEAD.replace("UNOA", one[0]) + UNH + "AAA+" + letter + "'UNT+3+1'UNZ+1+7'";
            messages.clear();
            read(text.getBytes(Charset.forName(one[1])));
            EdifactMessage message = messages.getFirst();
            assertThat(message.segments().get(1).text(1)).as(one[0]).isEqualTo(letter);
            boolean declared = !one[0].equals("UNOA") && !one[0].equals("IATA");
            assertThat(message.warnings()).as(one[0]).hasSize(declared ? 0 : 1);
        }
    }

    @Test
    void placesNameSegmentLineAndByte() {
        read("noise\n" + HEAD + "\n" + UNH + "\nAAA'\n  BBB+1'UNT+4+1'UNZ+1+7'");
        Segment segment = messages.getFirst().segments().get(2);
        assertThat(segment.place().segment()).isEqualTo(3);
        assertThat(segment.place().line()).isEqualTo(5);
        assertThat(segment.place().byteOffset())
                .isEqualTo(6 + HEAD.length() + 1 + UNH.length() + 1 + 5 + 2);
    }

    @Test
    void whatBelongsToNoMessageIsHandedOnUnread() {
        read(HEAD + "NAD+FL+++LOST:LU'DOC+P+1'" + UNH + "UNT+2+1'UNZ+1+7'");
        assertThat(messages).hasSize(1);
        assertThat(unread).hasSize(1);
        assertThat(new String(unread.getFirst().bytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("NAD+FL+++LOST:LU'DOC+P+1'");
        assertThat(unread.getFirst().reason()).isEqualTo(WarningCode.SEGMENT_OUTSIDE_MESSAGE);
    }

    @Test
    void anInputWithoutInterchangeIsHandedOnUnread() {
        read("Dear Sir or Madam");
        assertThat(messages).isEmpty();
        assertThat(unread).singleElement().matches(u -> u.reason() == WarningCode.NO_INTERCHANGE);
    }

    @Test
    void aSegmentWithoutEndCostsOnlyItsOwnInterchange() throws IOException {
        String endless = "AAA+" + "x".repeat(EdifactReader.MAX_SEGMENT_BYTES * 3);
        String input = HEAD + UNH + "NAD+FL+++A'" + endless + HEAD + UNH + "BBB'UNT+3+1'UNZ+1+7'";
        byte[] bytes = input.getBytes(StandardCharsets.ISO_8859_1);
        read(bytes);
        assertThat(tags()).isEqualTo("UNH/NAD UNH/BBB/UNT");
        assertThat(codes()).contains(WarningCode.SEGMENT_TOO_LONG);
        assertThat(unread.stream().mapToInt(u -> u.bytes().length).sum())
                .isEqualTo(endless.length());
        String whole = tags() + codes();
        messages.clear();
        unread.clear();
        EdifactReader.read(new ByteArrayInputStream(bytes), messages::add, unread::add);
        assertThat(tags() + codes()).isEqualTo(whole);
        assertThat(unread.stream().mapToInt(u -> u.bytes().length).sum())
                .isEqualTo(endless.length());
    }

    @Test
    void theDigestOfTheBodyIgnoresEnvelopeAndFolding() {
        read(HEAD + UNH + "AAA+1:2'BBB'UNT+4+1'UNZ+1+7'");
        read("UNA:+.? '" + HEAD + "UNH+X9+PAXLST:D:05B:UN:IATA'AA\nA+1:2'\nBBB'UNT+9+X9'UNZ+1+7'");
        read(HEAD + UNH + "AAA+1+2'BBB'UNT+4+1'UNZ+1+7'");
        assertThat(messages.get(0).bodyDigest()).isEqualTo(messages.get(1).bodyDigest());
        assertThat(messages.get(0).bodyDigest()).isNotEqualTo(messages.get(2).bodyDigest());
    }
}
