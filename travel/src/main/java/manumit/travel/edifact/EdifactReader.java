package manumit.travel.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import manumit.travel.warnings.WarningCode;
import org.jspecify.annotations.Nullable;

/// Finds the messages in an input: several interchanges, groups and messages, with anything before,
/// between and after them (teletype addresses, mail headers and footers).
///
/// Every byte of an interchange ends up in a message or in {@link UnreadBytes}. What lies between
/// interchanges is skipped, unless it seems to hold travellers. Memory is bounded by the longest
/// message; time is linear in the input.
///
/// {@link Starts} tells where interchanges begin, {@link Tokeniser} cuts segments, {@link
/// OpenMessage} gathers those of a message, {@link Leftovers} takes the rest. This class knows in
/// which order service segments come, and what may be missing.
public final class EdifactReader {

    /// A segment longer than this is taken for damage: 256 KiB. Real ones have under 2 KiB.
    public static final int MAX_SEGMENT_BYTES = 1 << 18;

    /// A longer message is cut: 32 MiB, some 100,000 passengers.
    public static final int MAX_MESSAGE_BYTES = 1 << 25;

    /// Unread bytes come in pieces of at most 1 MiB.
    public static final int MAX_UNREAD_BYTES = 1 << 20;

    /// What cannot be told from a start of an interchange without the bytes that follow.
    private static final int START_BYTES = 64;

    /// Room made for a message at once; most are shorter.
    private static final int LIKELY_MESSAGE_BYTES = 1 << 16;

    /// A segment outside messages up to this length holds nobody.
    private static final int SCRAP_BYTES = 4;

    private final Cursor cursor;
    private final Leftovers leftovers;
    private final Consumer<EdifactMessage> messages;

    private Tokeniser tokeniser = new Tokeniser(ServiceCharacters.DEFAULT);
    private Envelope envelope = Envelope.NONE;

    /// For segments outside messages; UNH takes it along into its message.
    private Tokens spare = new Tokens();

    private boolean inInterchange;

    /// Whether the interchange's first segment was read: another start ends it.
    private boolean headerSeen;

    /// The message that is being read; null between messages.
    private @Nullable OpenMessage open;

    /// A message that was read; held until it is known how the interchange goes on.
    private @Nullable EdifactMessage pending;

    private int messagesInInterchange;
    private boolean anyMessage;

    private EdifactReader(
            Window window, Consumer<EdifactMessage> messages, Consumer<UnreadBytes> unread) {
        this.cursor = new Cursor(window);
        this.leftovers = new Leftovers(cursor, unread);
        this.messages = messages;
    }

    /// Reads all messages of a stream, one after another. The stream is not closed.
    ///
    /// @param messages gets each message as soon as it is complete
    /// @param unread gets what belongs to no message
    public static void read(
            InputStream input, Consumer<EdifactMessage> messages, Consumer<UnreadBytes> unread)
            throws IOException {
        new EdifactReader(new Window(input), messages, unread).run();
    }

    /// The same for an input in memory, which must not change meanwhile.
    public static void read(
            byte[] input, Consumer<EdifactMessage> messages, Consumer<UnreadBytes> unread) {
        try {
            new EdifactReader(new Window(input), messages, unread).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() throws IOException {
        while (inInterchange || seekStart()) {
            cursor.skipBlanks(tokeniser.characters().element());
            if (cursor.at() >= cursor.to()) {
                if (cursor.last()) {
                    break;
                }
                more();
            } else {
                readSegment();
            }
        }
        if (inInterchange) {
            leaveInterchange();
        }
        if (!anyMessage && !leftovers.anyHandedOn() && cursor.to() > 0) {
            leftovers.handOnBeginning();
        }
    }

    /// Goes to the next interchange.
    ///
    /// @return false at the end of the input
    private boolean seekStart() throws IOException {
        while (true) {
            int end = cursor.to();
            int found = Starts.find(cursor.bytes(), cursor.at(), end);
            boolean sure = cursor.last() || end - found >= START_BYTES;
            if (found < end && sure) {
                leftovers.skipNoise(found);
                openInterchange();
                return true;
            }
            if (cursor.last()) {
                leftovers.skipNoise(end);
                return false;
            }
            if (found == end) {
                leftovers.skipNoise(Math.max(cursor.at(), end - START_BYTES));
            }
            more();
        }
    }

    private void openInterchange() {
        byte[] bytes = cursor.bytes();
        int at = cursor.at();
        int una = Starts.unaLength(bytes, at, cursor.to());
        ServiceCharacters characters;
        if (una > 0) {
            characters = ServiceCharacters.ofUna(bytes, at + 3, at + una);
            cursor.moveTo(at + una);
        } else if (Starts.isUnb(bytes, at, cursor.to())) {
            characters = ServiceCharacters.ofUnb(bytes, at, cursor.to());
        } else {
            characters = ServiceCharacters.DEFAULT;
        }
        tokeniser = new Tokeniser(characters);
        envelope = Envelope.NONE;
        messagesInInterchange = 0;
        inInterchange = true;
        headerSeen = false;
    }

    /// Reads one segment, into the open message if there is one.
    private void readSegment() throws IOException {
        int start = cursor.at();
        if (!cursor.last() && cursor.to() - start < START_BYTES) {
            more();
            return;
        }
        if (headerSeen && startsInterchange()) {
            leaveInterchange();
            return;
        }
        headerSeen = true;
        OpenMessage message = open;
        Tokens tokens = message == null ? spare.cleared() : message.tokens();
        int next = tokeniser.scan(tokens, cursor, message == null ? start : index(message));
        boolean isWhole = next != Tokeniser.INCOMPLETE;
        if ((isWhole ? next : cursor.to()) - start > MAX_SEGMENT_BYTES) {
            if (message != null && isWhole) {
                message.dropLastSegment();
            }
            giveUp(WarningCode.SEGMENT_TOO_LONG);
            return;
        }
        if (!isWhole) {
            more();
            return;
        }
        String tag = tokens.tag(tokens.segments() - 1);
        boolean service = isService(tag);
        if (message != null && service && !tag.equals("UNT")) {
            message.dropLastSegment();
            closeMessage(false);
            return;
        }
        int line = cursor.line();
        cursor.moveTo(next, tokeniser.lineEnds());
        if (message != null) {
            inMessage(message, tag);
        } else if (service) {
            betweenMessages(tokens, tag, start);
        } else {
            outsideMessages(tokens, start, line);
        }
    }

    private int index(OpenMessage message) {
        return cursor.index(message.start());
    }

    private boolean startsInterchange() {
        byte[] bytes = cursor.bytes();
        int at = cursor.at();
        return bytes[at] == 'U'
                && (Starts.unaLength(bytes, at, cursor.to()) > 0
                        || Starts.isUnb(bytes, at, cursor.to()));
    }

    private static boolean isService(String tag) {
        return switch (tag) {
            case "UNA", "UNB", "UNG", "UNH", "UNT", "UNE", "UNZ" -> true;
            default -> false;
        };
    }

    private void inMessage(OpenMessage message, String tag) throws IOException {
        message.noteEnding(tokeniser);
        if (tag.equals("UNT")) {
            closeMessage(true);
        } else if (cursor.offset() - message.start() > MAX_MESSAGE_BYTES) {
            giveUp(WarningCode.MESSAGE_TOO_LONG);
        }
    }

    private void betweenMessages(Tokens tokens, String tag, int start) {
        leftovers.endSegments(start);
        Segment segment = new Segment(tokens, 0);
        tokens.seal(cursor.bytes(), start, cursor.at(), cursor.offset(start), "");
        switch (tag) {
            case "UNB" -> {
                flushPending();
                envelope = Envelope.of(segment);
                messagesInInterchange = 0;
            }
            case "UNH" -> {
                flushPending();
                tokens.expect(Math.min(cursor.to() - start, LIKELY_MESSAGE_BYTES));
                OpenMessage message = new OpenMessage(tokens, cursor.offset(start));
                message.noteEnding(tokeniser);
                open = message;
                spare = new Tokens();
                messagesInInterchange++;
            }
            case "UNZ" -> closeInterchange(segment);
            default -> {
                // A group says nothing that the messages in it do not say.
            }
        }
    }

    private void closeInterchange(Segment unz) {
        // It counts messages, or groups where there are any.
        if (!unz.states(1, messagesInInterchange) && !unz.states(1, 1)) {
            warnPending(WarningCode.INTERCHANGE_COUNT_WRONG, "UNZ");
        }
        if (!unz.text(2).equals(envelope.controlReference())) {
            warnPending(WarningCode.REFERENCE_DIFFERS, "UNZ");
        }
        flushPending();
        byte[] bytes = cursor.bytes();
        int next = cursor.at();
        while (next < cursor.to() && (bytes[next] & 0xff) <= ' ') {
            next++;
        }
        // What goes on with a segment has only lost its way.
        inInterchange =
                tokeniser.beginsSegment(bytes, next, cursor.to())
                        && Starts.find(bytes, next, Math.min(next + 16, cursor.to())) != next;
    }

    private void outsideMessages(Tokens tokens, int start, int line) {
        if (cursor.at() - start <= SCRAP_BYTES && pending != null && !leftovers.hasBegun()) {
            tokens.seal(cursor.bytes(), start, cursor.at(), cursor.offset(start), "");
            pending.warn(WarningCode.SEGMENT_OUTSIDE_MESSAGE, tokens.place(0), "");
        } else {
            leftovers.addSegment(start, line);
        }
    }

    /// Ends an interchange that has no trailer.
    private void leaveInterchange() {
        closeMessage(false);
        leftovers.endSegments(cursor.at());
        if (!envelope.equals(Envelope.NONE)) {
            warnPending(WarningCode.INTERCHANGE_TRAILER_MISSING, "UNZ");
        }
        flushPending();
        inInterchange = false;
    }

    /// Ends the open message, if there is one.
    private void closeMessage(boolean withTrailer) {
        OpenMessage closing = open;
        if (closing == null) {
            return;
        }
        open = null;
        EdifactMessage message =
                closing.close(cursor, envelope, tokeniser.characters().guessed(), withTrailer);
        flushPending();
        pending = message;
        anyMessage = true;
    }

    /// Ends the message here and hands on all bytes up to the next interchange unread.
    private void giveUp(WarningCode reason) throws IOException {
        closeMessage(false);
        if (pending != null) {
            pending.warn(reason, cursor.place(), "");
        }
        flushPending();
        leftovers.endSegments(cursor.at());
        inInterchange = false;
        // Behind its own start a damaged segment may hold another one.
        int search = Math.min(cursor.at() + 1, cursor.to());
        while (true) {
            int found = Starts.find(cursor.bytes(), search, cursor.to());
            boolean sure = found < cursor.to() || cursor.last();
            int end = sure ? found : Math.max(search, cursor.to() - START_BYTES);
            leftovers.handOnTo(end, reason);
            if (sure) {
                return;
            }
            more();
            search = cursor.at();
        }
    }

    private void warnPending(WarningCode code, String text) {
        if (pending != null) {
            pending.warn(code, pending.segments().getLast().place(), text);
        }
    }

    private void flushPending() {
        EdifactMessage message = pending;
        pending = null;
        if (message != null) {
            messages.accept(message);
        }
    }

    private void more() throws IOException {
        long messageStart = open == null ? Long.MAX_VALUE : open.start();
        cursor.more(Math.min(messageStart, leftovers.keepFrom()));
    }
}
