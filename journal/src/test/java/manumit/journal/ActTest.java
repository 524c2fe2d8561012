package manumit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActTest {

    private static final Act ACT = Act.of(Actor.user("LV", "u-1"), ActKind.READ, "alert.read");

    static Stream<Arguments> refusedPayloads() {
        return TextTable.arguments(
                """
                payload        | complaint
                ---------------|----------
                []             | must be a JSON object
                {} {}          | more follows
                {"a":1,"a":2}  | no valid JSON at character
                {"name":"Anna  | no valid JSON at character
                nothing        | no valid JSON at character
                """);
    }

    @ParameterizedTest
    @MethodSource("refusedPayloads")
    void aPayloadThatIsNoObjectIsRefusedWithoutQuotingIt(String payload, String complaint) {
        assertThatThrownBy(() -> ACT.withPayload(payload))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("Anna");
    }

    @Test
    void aPayloadIsMeasuredInBytes() {
        assertThatThrownBy(() -> ACT.withPayload("{\"a\":\"" + "я".repeat(4_100) + "\"}"))
                .hasMessageContaining("8208 bytes, at most 8192");
    }

    @Test
    void controlCharactersAndBrokenSurrogatesAreRefused() {
        assertThatThrownBy(() -> ACT.withPost("a\nb")).hasMessageContaining("control character");
        assertThatThrownBy(() -> ACT.withPost("a\uD800")).hasMessageContaining("surrogate");
    }

    @Test
    void subjectsAreKeptOnceAndInOrder() {
        SubjectHash small = new SubjectHash(1, 0);
        SubjectHash large = new SubjectHash(-1, 0);

        assertThat(ACT.withSubjects(List.of(large, small, large)).subjects())
                .containsExactly(small, large);
    }

    @Test
    void somebodyMustHaveActed() {
        assertThatThrownBy(() -> new Actor("LV", "", "")).hasMessageContaining("user, machine");
        assertThatThrownBy(() -> new Actor("", "u", "")).hasMessageContaining("member");
    }

    @Test
    void halfARecordIsRefused() {
        assertThatThrownBy(() -> new RecordReference("LV", "alert", ""))
                .hasMessageContaining("all be stated");
    }

    @Test
    void nothingOfAPersonIsInToString() {
        Act act =
                ACT.withSubjects(List.of(new SubjectHash(0x1234567812345678L, 9)))
                        .withPayload("{\"secret\":1}");

        assertThat(act.toString() + act.actor()).doesNotContain("secret", "12345678", "u-1");
    }
}
