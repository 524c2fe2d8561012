package manumit.travel.cusres;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import manumit.travel.Leg;
import manumit.travel.LocalMoment;
import manumit.travel.PassengerList;
import manumit.travel.edifact.Envelope;

/// Writes CUSRES answers (D.05B) to passenger lists of interactive API, and later changes of mind.
/// Immutable, thread-safe.
public final class CusresWriter {

    private static final DateTimeFormatter PREPARED =
            DateTimeFormatter.ofPattern("yyMMdd:HHmm", Locale.ROOT);

    private static final int MOST_CHARACTERS_A_COMPONENT = 70;

    /// What the message answers (BGM 1001).
    private enum Occasion {
        ANSWER("962"),
        UNSOLICITED("132");

        private final String code;

        Occasion(String code) {
            this.code = code;
        }
    }

    private final CusresProfile profile;

    public CusresWriter(CusresProfile profile) {
        this.profile = profile;
    }

    /// The answer to a list, with one result a passenger.
    ///
    /// @param prepared now, in UTC
    /// @param controlReference of the new interchange, 1 to 14 letters and digits, unique for the
    ///   recipient
    /// @return an interchange in character set UNOA, service characters by default
    public String answer(
            PassengerList question,
            List<PassengerAnswer> answers,
            LocalDateTime prepared,
            String controlReference) {
        return write(Occasion.ANSWER, question, answers, prepared, controlReference);
    }

    /// A change of what was answered before, which the carrier has not asked for.
    public String unsolicited(
            PassengerList question,
            List<PassengerAnswer> answers,
            LocalDateTime prepared,
            String controlReference) {
        return write(Occasion.UNSOLICITED, question, answers, prepared, controlReference);
    }

    /// The answer to a list that could not be processed as a whole.
    ///
    /// @param text what is to be corrected; empty for none
    public String error(
            PassengerList question, String text, LocalDateTime prepared, String controlReference) {
        Segments segments = open(Occasion.ANSWER, question, prepared, controlReference);
        segments.add("ERP", "1");
        segments.add("ERC", profile.error());
        addText(segments, text);
        return close(segments, controlReference);
    }

    private String write(
            Occasion occasion,
            PassengerList question,
            List<PassengerAnswer> answers,
            LocalDateTime prepared,
            String controlReference) {
        Segments segments = open(occasion, question, prepared, controlReference);
        for (PassengerAnswer answer : answers) {
            segments.add("ERP", "2");
            if (!answer.locator().isEmpty()) {
                segments.add("RFF", "AVF", answer.locator());
            }
            if (!answer.uniqueReference().isEmpty()) {
                segments.add("RFF", "ABO", answer.uniqueReference());
            }
            segments.add("ERC", code(answer.decision()));
            addText(segments, answer.text());
        }
        return close(segments, controlReference);
    }

    private Segments open(
            Occasion occasion,
            PassengerList question,
            LocalDateTime prepared,
            String controlReference) {
        if (!controlReference.matches("[A-Za-z0-9]{1,14}")) {
            throw new IllegalArgumentException(
                    "controlReference: "
                            + controlReference
                            + ", but 1 to 14 letters and digits are needed");
        }
        Envelope envelope = question.header().envelope();
        Segments segments = new Segments();
        segments.addRaw(
                "UNB+UNOA:4+"
                        + Segments.released(envelope.recipient())
                        + "+"
                        + Segments.released(envelope.sender())
                        + "+"
                        + PREPARED.format(prepared)
                        + "+"
                        + controlReference
                        + "++"
                        + Segments.released(envelope.applicationReference()));
        segments.beginMessage(question.header().accessReference());
        segments.add("BGM", occasion.code);
        if (!question.transaction().isEmpty()) {
            segments.add(
                    "RFF", "TN", question.transaction(), "", "", question.transactionRevision());
        }
        for (Leg leg : question.manifest().legs()) {
            addLeg(segments, leg);
        }
        return segments;
    }

    private static void addLeg(Segments segments, Leg leg) {
        segments.add("RFF", "AF", leg.flight().text());
        addTime(segments, "189", leg.departure());
        addTime(segments, "232", leg.arrival());
        segments.addRaw("LOC+125+" + Segments.released(leg.from()));
        segments.addRaw("LOC+87+" + Segments.released(leg.to()));
    }

    /// `YYMMDDHHMM:201`, or the day alone as `YYMMDD:101`; nothing if the day is unknown.
    private static void addTime(Segments segments, String qualifier, LocalMoment moment) {
        if (moment.date().findDate().isEmpty()) {
            return;
        }
        String day = moment.date().text().replace("-", "").substring(2);
        int minute = moment.minuteOfDay();
        if (minute < 0) {
            segments.add("DTM", qualifier, day, "101");
        } else {
            String time = String.format(Locale.ROOT, "%02d%02d", minute / 60, minute % 60);
            segments.add("DTM", qualifier, day + time, "201");
        }
    }

    private static void addText(Segments segments, String text) {
        if (text.isEmpty()) {
            return;
        }
        StringBuilder components = new StringBuilder();
        for (int i = 0; i < text.length(); i += MOST_CHARACTERS_A_COMPONENT) {
            String piece =
                    text.substring(i, Math.min(text.length(), i + MOST_CHARACTERS_A_COMPONENT));
            components.append(i == 0 ? "" : ":").append(Segments.released(piece));
        }
        segments.addRaw("FTX+AAP+++" + components);
    }

    private static String close(Segments segments, String controlReference) {
        segments.endMessage();
        segments.addRaw("UNZ+1+" + controlReference);
        return segments.text();
    }

    private String code(Decision decision) {
        return switch (decision) {
            case OK_TO_BOARD -> profile.okToBoard();
            case NOT_TO_BOARD -> profile.notToBoard();
            case ERROR -> profile.error();
        };
    }
}
