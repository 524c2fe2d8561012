package manumit.screening;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import manumit.travel.TravelMessage;
import manumit.travel.TravelMessages;

/// Messages about a few flights and a few people who have much in common, in any order, repeated,
/// changed, cancelled. What is chosen comes from a seed or from a fuzzer.
final class RandomMessages {

    private static final String[] SURNAMES = {"PETROV", "MERU", "SUKMA"};
    private static final String[] GIVEN = {"IVO", "LARA", ""};
    private static final String[] BIRTHS = {"", "840217", "910301"};
    private static final String[] LOCATORS = {"", "AAA111", "BBB222"};
    private static final String[] FUNCTIONS = {"745", "745", "745", "745+CP", "745+XR", "266+CLOB"};

    private final IntUnaryOperator choose;

    /// @param choose a number from 0 up to, not including, the one given
    RandomMessages(IntUnaryOperator choose) {
        this.choose = choose;
    }

    List<TravelMessage> draw(int most) {
        List<TravelMessage> messages = new ArrayList<>();
        for (int i = 1 + choose.applyAsInt(most); i > 0; i--) {
            if (!messages.isEmpty() && choose.applyAsInt(6) == 0) {
                messages.add(messages.get(choose.applyAsInt(messages.size())));
            } else {
                String text = choose.applyAsInt(2) == 0 ? list() : bookings();
                TravelMessages.read(text.getBytes(StandardCharsets.ISO_8859_1), messages::add);
            }
        }
        return messages;
    }

    private String list() {
        StringBuilder text = new StringBuilder("UNB+UNOA:4+ZZ+UTO+280728:");
        text.append(time()).append("+1'UNH+1+PAXLST:D:05B:UN:IATA+").append(series());
        text.append("'BGM+").append(one(FUNCTIONS));
        text.append("'TDT+20+ZZ").append(flight());
        text.append("'LOC+125+VIE'DTM+189:2807281100:201'LOC+87+LHR'");
        for (int person = choose.applyAsInt(5); person > 0; person--) {
            text.append("NAD+FL+++").append(one(SURNAMES)).append(':').append(one(GIVEN));
            text.append("'DTM+329:").append(one(BIRTHS));
            text.append("'RFF+AVF:").append(one(LOCATORS));
            text.append(choose.applyAsInt(2) == 0 ? "'" : "'DOC+P+X" + choose.applyAsInt(3) + "'");
        }
        return text + "CNT+42:" + choose.applyAsInt(6) + "'UNT+9+1'UNZ+1+1'";
    }

    private String bookings() {
        StringBuilder text = new StringBuilder("UNB+IATA:1+ZZ+UTO+280728:");
        text.append(time()).append("+1'UNH+1+PNRGOV:13:1:IA+").append(series());
        text.append("'MSG+:22'ORG+ZZ'TVL+280728:1100+VIE+LHR+ZZ+").append(flight());
        text.append("'EQN+2'");
        for (int booking = choose.applyAsInt(4); booking > 0; booking--) {
            text.append("SRC'RCI+ZZ:").append(one(LOCATORS)).append('\'');
            text.append(choose.applyAsInt(4) == 0 ? "ORG'" : "");
            for (int person = choose.applyAsInt(3); person > 0; person--) {
                String surname = one(SURNAMES);
                String given = one(GIVEN);
                text.append("TIF+").append(surname).append('+').append(given).append(":A'");
                text.append(choose.applyAsInt(2) == 0 ? "" : docs(surname, given));
            }
        }
        return text + "UNT+9+1'UNZ+1+1'";
    }

    private String docs(String surname, String given) {
        return "SSR+DOCS:HK:1:ZZ:::::/P//X"
                + choose.applyAsInt(3)
                + "//17FEB84///"
                + surname
                + "/"
                + given
                + "'";
    }

    private String time() {
        return "090" + choose.applyAsInt(4);
    }

    private String series() {
        return choose.applyAsInt(2) == 0 ? "" : "S" + choose.applyAsInt(2);
    }

    /// Now and then none, so that the message stands alone.
    private String flight() {
        int flight = choose.applyAsInt(7);
        return flight == 0 ? "" : Integer.toString(flight % 2 + 1);
    }

    private String one(String... values) {
        return values[choose.applyAsInt(values.length)];
    }
}
