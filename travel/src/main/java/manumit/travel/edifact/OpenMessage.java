package manumit.travel.edifact;

import manumit.travel.warnings.WarningCode;

/// A message whose end has not come yet, and what was odd about its syntax so far.
final class OpenMessage {

    private final Tokens tokens;
    private final long start;
    private boolean typographic;

    /// Number of the last segment that had no terminator, from 1; 0 without any.
    private int unterminated;

    /// @param tokens holds UNH
    /// @param start where in the input UNH begins
    OpenMessage(Tokens tokens, long start) {
        this.tokens = tokens;
        this.start = start;
    }

    Tokens tokens() {
        return tokens;
    }

    long start() {
        return start;
    }

    /// Notes how the segment ended that was read last.
    void noteEnding(Tokeniser tokeniser) {
        typographic |= tokeniser.typographic();
        if (tokeniser.unterminated()) {
            unterminated = tokens.segments();
        }
    }

    /// Takes back the segment that was read last.
    void dropLastSegment() {
        tokens.dropSegmentsFrom(tokens.segments() - 1);
    }

    /// Ends the message before the cursor.
    ///
    /// @param withTrailer whether its last segment is UNT
    EdifactMessage close(
            Cursor cursor, Envelope envelope, boolean charactersGuessed, boolean withTrailer) {
        boolean foreignBytes =
                tokens.seal(
                        cursor.bytes(), cursor.index(start), cursor.at(), start, envelope.syntax());
        EdifactMessage message = new EdifactMessage(envelope, tokens);
        if (envelope.equals(Envelope.NONE)) {
            message.warn(WarningCode.INTERCHANGE_HEADER_MISSING, message.place(), "UNB");
        }
        if (charactersGuessed) {
            message.warn(WarningCode.SERVICE_CHARACTERS_GUESSED, message.place(), "UNA");
        }
        if (foreignBytes) {
            message.warn(WarningCode.BYTES_OUTSIDE_REPERTOIRE, message.place(), "");
        }
        if (typographic) {
            message.warn(WarningCode.TERMINATOR_TYPOGRAPHIC, message.place(), "");
        }
        if (unterminated > 0) {
            message.warn(WarningCode.SEGMENT_UNTERMINATED, tokens.place(unterminated - 1), "");
        }
        checkTrailer(message, withTrailer);
        return message;
    }

    private static void checkTrailer(EdifactMessage message, boolean withTrailer) {
        Segment unt = message.segments().getLast();
        if (!withTrailer) {
            message.warn(WarningCode.MESSAGE_TRAILER_MISSING, unt.place(), "UNT");
            return;
        }
        int count = message.segments().size();
        if (!unt.states(1, count)) {
            message.warn(WarningCode.SEGMENT_COUNT_WRONG, unt.place(), "counted " + count);
        }
        if (!unt.text(2).equals(message.reference())) {
            message.warn(WarningCode.REFERENCE_DIFFERS, unt.place(), "UNT");
        }
    }
}
