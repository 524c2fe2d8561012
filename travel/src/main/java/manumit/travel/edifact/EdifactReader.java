package manumit.travel.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import manumit.travel.warnings.Place;
import manumit.travel.warnings.WarningCode;
import org.jspecify.annotations.Nullable;

/// Finds the messages in an input: several interchanges, groups and messages, with anything before,
/// between and after them (teletype addresses, mail headers and footers).
///
/// Every byte of an interchange ends up in a message or in {@link UnreadBytes}. What lies between
/// interchanges is skipped, unless it seems to hold travellers. Memory is bounded by the longest
/// message; time is linear in the input.
public final class EdifactReader {

    /// A segment longer than this is taken for damage: 256 KiB. Real ones have under 2 KiB.
    public static final int MAX_SEGMENT_BYTES = 1 << 18;

    /// A longer message is cut: 32 MiB, some 100,000 passengers.
    public static final int MAX_MESSAGE_BYTES = 1 << 25;

    /// Unread bytes come in pieces of at most 1 MiB.
    public static final int MAX_UNREAD_BYTES = 1 << 20;

    /// What cannot be told from a start of an interchange without the bytes that follow.
    private static final int START_BYTES = 64;

    private final Window window;
    private final Consumer<EdifactMessage> messages;
    private final Consumer<UnreadBytes> unread;

    private Tokeniser tokeniser = new Tokeniser(ServiceCharacters.DEFAULT);
    private Envelope envelope = Envelope.NONE;

    /// The next byte to look at, and its line.
    private int at;

    private int line = 1;
    private boolean inInterchange;

    /// Whether the interchange's first segment was read: another start ends it.
    private boolean headerSeen;

    /// The message that is being read; null between messages.
    private @Nullable Tokens open;

    private int openStart;
    private boolean openTypographic;
    private int openUnterminated;

    /// A message that was read; held until it is known how the interchange goes on.
    private @Nullable EdifactMessage pending;

    /// First byte of what stands in an interchange outside its messages; -1 if there is none.
    private int outside = -1;

    private int outsideLine;
    private int messagesInInterchange;
    private boolean anythingFound;

    private EdifactReader(
            Window window, Consumer<EdifactMessage> messages, Consumer<UnreadBytes> unread) {
        this.window = window;
        this.messages = messages;
        this.unread = unread;
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
            skipBlanks();
            if (at >= window.to()) {
                if (window.last()) {
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
        if (!anythingFound && window.to() > 0) {
            int end = Math.min(window.to(), MAX_UNREAD_BYTES);
            emitUnread(WarningCode.NO_INTERCHANGE, 0, end, 1);
        }
    }

    /// Goes to the next interchange.
    ///
    /// @return false at the end of the input
    private boolean seekStart() throws IOException {
        while (true) {
            int end = window.to();
            int found = Starts.find(window.bytes(), at, end);
            boolean sure = window.last() || end - found >= START_BYTES;
            if (found < end && sure) {
                skipNoise(found);
                openInterchange();
                return true;
            }
            if (window.last()) {
                skipNoise(end);
                return false;
            }
            if (found == end) {
                skipNoise(Math.max(at, end - START_BYTES));
            }
            more();
        }
    }

    private void openInterchange() {
        byte[] bytes = window.bytes();
        int una = Starts.unaLength(bytes, at, window.to());
        ServiceCharacters characters;
        if (una > 0) {
            characters = ServiceCharacters.ofUna(bytes, at + 3, at + una);
            moveTo(at + una);
        } else if (Starts.isUnb(bytes, at, window.to())) {
            characters = ServiceCharacters.ofUnb(bytes, at, window.to());
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
        if (!window.last() && window.to() - at < START_BYTES) {
            more();
            return;
        }
        if (headerSeen && startsInterchange()) {
            leaveInterchange();
            return;
        }
        headerSeen = true;
        Tokens message = open;
        Tokens tokens = message == null ? new Tokens() : message;
        int base = message == null ? at : openStart;
        int next =
                tokeniser.scan(tokens, window.bytes(), at, window.to(), window.last(), line, base);
        if ((next == Tokeniser.INCOMPLETE ? window.to() : next) - at > MAX_SEGMENT_BYTES) {
            if (message != null && next != Tokeniser.INCOMPLETE) {
                message.dropSegmentsFrom(message.segments() - 1);
            }
            giveUp(WarningCode.SEGMENT_TOO_LONG);
            return;
        }
        if (next == Tokeniser.INCOMPLETE) {
            more();
            return;
        }
        String tag = tokens.tag(tokens.segments() - 1);
        boolean service = isService(tag);
        if (message != null && service && !tag.equals("UNT")) {
            message.dropSegmentsFrom(message.segments() - 1);
            closeMessage(false);
            return;
        }
        int start = at;
        line += tokeniser.lineEnds();
        at = next;
        if (message != null) {
            inMessage(message, tag);
        } else if (service) {
            betweenMessages(tokens, tag, start);
        } else {
            outsideMessages(tokens, start);
        }
    }

    private boolean startsInterchange() {
        byte[] bytes = window.bytes();
        return bytes[at] == 'U'
                && (Starts.unaLength(bytes, at, window.to()) > 0
                        || Starts.isUnb(bytes, at, window.to()));
    }

    /// Ends an interchange that has no trailer.
    private void leaveInterchange() {
        closeMessage(false);
        flushOutside();
        if (!envelope.equals(Envelope.NONE)) {
            warnPending(WarningCode.INTERCHANGE_TRAILER_MISSING, "UNZ");
        }
        flushPending();
        inInterchange = false;
    }

    private static boolean isService(String tag) {
        return switch (tag) {
            case "UNA", "UNB", "UNG", "UNH", "UNT", "UNE", "UNZ" -> true;
            default -> false;
        };
    }

    private void inMessage(Tokens message, String tag) throws IOException {
        openTypographic |= tokeniser.typographic();
        if (tokeniser.unterminated()) {
            openUnterminated = message.segments();
        }
        if (tag.equals("UNT")) {
            closeMessage(true);
        } else if (at - openStart > MAX_MESSAGE_BYTES) {
            giveUp(WarningCode.MESSAGE_TOO_LONG);
        }
    }

    private void betweenMessages(Tokens tokens, String tag, int start) {
        flushOutside(start);
        Segment segment = new Segment(tokens, 0);
        tokens.seal(window.bytes(), start, at, window.offset() + start, "");
        switch (tag) {
            case "UNB" -> {
                flushPending();
                envelope = Envelope.of(segment);
                messagesInInterchange = 0;
            }
            case "UNH" -> {
                flushPending();
                open = tokens;
                openStart = start;
                openTypographic = tokeniser.typographic();
                openUnterminated = tokeniser.unterminated() ? 1 : 0;
                messagesInInterchange++;
            }
            case "UNZ" -> closeInterchange(segment);
            default -> {
                // A group says nothing that the messages in it do not say.
            }
        }
    }

    private void closeInterchange(Segment unz) {
        String count = unz.text(1);
        // It counts messages, or groups where there are any.
        if (!count.matches("0*" + messagesInInterchange) && !count.matches("0*1")) {
            warnPending(WarningCode.INTERCHANGE_COUNT_WRONG, "UNZ");
        }
        if (!unz.text(2).equals(envelope.controlReference())) {
            warnPending(WarningCode.REFERENCE_DIFFERS, "UNZ");
        }
        flushPending();
        int next = at;
        while (next < window.to() && (window.bytes()[next] & 0xff) <= ' ') {
            next++;
        }
        // What goes on with a segment has only lost its way.
        inInterchange =
                tokeniser.beginsSegment(window.bytes(), next, window.to())
                        && Starts.find(window.bytes(), next, Math.min(next + 16, window.to()))
                                != next;
    }

    private void outsideMessages(Tokens tokens, int start) {
        if (at - start <= 4 && pending != null && outside < 0) {
            tokens.seal(window.bytes(), start, at, window.offset() + start, "");
            pending.warn(WarningCode.SEGMENT_OUTSIDE_MESSAGE, tokens.place(0), "");
        } else if (outside < 0) {
            outside = start;
            outsideLine = line - tokeniser.lineEnds();
        }
        if (outside >= 0 && at - outside >= MAX_UNREAD_BYTES - MAX_SEGMENT_BYTES) {
            flushOutside();
        }
    }

    private void flushOutside() {
        flushOutside(at);
    }

    private void flushOutside(int end) {
        if (outside >= 0) {
            int from = outside;
            outside = -1;
            emitUnread(WarningCode.SEGMENT_OUTSIDE_MESSAGE, from, end, outsideLine);
        }
    }

    /// Ends the open message, if there is one.
    private void closeMessage(boolean withTrailer) {
        Tokens tokens = open;
        if (tokens == null) {
            return;
        }
        open = null;
        boolean foreignBytes =
                tokens.seal(
                        window.bytes(),
                        openStart,
                        at,
                        window.offset() + openStart,
                        envelope.syntax());
        EdifactMessage message = new EdifactMessage(envelope, tokens);
        if (envelope.equals(Envelope.NONE)) {
            message.warn(WarningCode.INTERCHANGE_HEADER_MISSING, message.place(), "UNB");
        }
        if (tokeniser.characters().guessed()) {
            message.warn(WarningCode.SERVICE_CHARACTERS_GUESSED, message.place(), "UNA");
        }
        if (foreignBytes) {
            message.warn(WarningCode.BYTES_OUTSIDE_REPERTOIRE, message.place(), "");
        }
        if (openTypographic) {
            message.warn(WarningCode.TERMINATOR_TYPOGRAPHIC, message.place(), "");
        }
        if (openUnterminated > 0) {
            message.warn(WarningCode.SEGMENT_UNTERMINATED, tokens.place(openUnterminated - 1), "");
        }
        checkTrailer(message, withTrailer);
        flushPending();
        pending = message;
        anythingFound = true;
    }

    private static void checkTrailer(EdifactMessage message, boolean withTrailer) {
        Segment unt = message.segments().getLast();
        if (!withTrailer) {
            message.warn(WarningCode.MESSAGE_TRAILER_MISSING, unt.place(), "UNT");
            return;
        }
        int count = message.segments().size();
        if (!unt.text(1).matches("0*" + count)) {
            message.warn(WarningCode.SEGMENT_COUNT_WRONG, unt.place(), "counted " + count);
        }
        if (!unt.text(2).equals(message.reference())) {
            message.warn(WarningCode.REFERENCE_DIFFERS, unt.place(), "UNT");
        }
    }

    /// Ends the message here and hands on all bytes up to the next interchange unread.
    private void giveUp(WarningCode reason) throws IOException {
        closeMessage(false);
        if (pending != null) {
            pending.warn(reason, placeOf(at, line), "");
        }
        flushPending();
        flushOutside();
        inInterchange = false;
        // Behind its own start a damaged segment may hold another one.
        int search = Math.min(at + 1, window.to());
        while (true) {
            int found = Starts.find(window.bytes(), search, window.to());
            boolean sure = found < window.to() || window.last();
            int end = sure ? found : Math.max(search, window.to() - START_BYTES);
            while (at < end) {
                int piece = Math.min(end, at + MAX_UNREAD_BYTES);
                emitUnread(reason, at, piece, line);
                moveTo(piece);
            }
            if (sure) {
                return;
            }
            more();
            search = at;
        }
    }

    /// Skips what is no interchange; hands it on unread if it seems to hold travellers.
    private void skipNoise(int end) {
        int length = end - at;
        if (length > 0 && holdsTravellers(at, end)) {
            while (at < end) {
                int piece = Math.min(end, at + MAX_UNREAD_BYTES);
                emitUnread(WarningCode.NO_INTERCHANGE, at, piece, line);
                moveTo(piece);
            }
        }
        moveTo(end);
    }

    private boolean holdsTravellers(int from, int end) {
        String text = new String(window.bytes(), from, end - from, StandardCharsets.ISO_8859_1);
        return text.contains("NAD+") || text.contains("TIF+");
    }

    private void emitUnread(WarningCode reason, int from, int end, int lineNumber) {
        anythingFound = true;
        unread.accept(new UnreadBytes(reason, placeOf(from, lineNumber), window.copy(from, end)));
    }

    private Place placeOf(int position, int lineNumber) {
        return new Place(0, window.offset() + position, lineNumber);
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

    private void skipBlanks() {
        int end = at;
        while (end < window.to() && (window.bytes()[end] & 0xff) <= ' ') {
            // UNOB's separators are control characters too.
            if (window.bytes()[end] == tokeniser.characters().element()) {
                break;
            }
            end++;
        }
        moveTo(end);
    }

    private void moveTo(int end) {
        for (int i = at; i < end; i++) {
            if (window.bytes()[i] == '\n') {
                line++;
            }
        }
        at = end;
    }

    private void more() throws IOException {
        int keep = at;
        if (open != null) {
            keep = Math.min(keep, openStart);
        }
        if (outside >= 0) {
            keep = Math.min(keep, outside);
        }
        window.more(keep);
        at -= keep;
        openStart -= keep;
        if (outside >= 0) {
            outside -= keep;
        }
    }
}
