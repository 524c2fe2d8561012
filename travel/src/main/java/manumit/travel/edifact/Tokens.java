package manumit.travel.edifact;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import manumit.travel.warnings.Place;

/// The segments of one message in flat arrays, filled by {@link Tokeniser}.
///
/// Values lie one after another in `text`, with nothing between them; what was a separator is a
/// boundary in one of three tables, each of which points into the next:
///
/// ```
/// segmentElement     segment i has elements    [i], [i + 1)
/// elementComponent   element i has components  [i], [i + 1)
/// componentStart     component i is text       [i], [i + 1)
/// ```
///
/// Tables are sealed by {@link #seal}; not thread-safe before, immutable afterwards.
final class Tokens {

    // As in messages of carriers, rather too few than too many bytes each.
    private static final int BYTES_A_COMPONENT = 4;
    private static final int BYTES_A_SEGMENT = 14;

    private byte[] text = new byte[256];
    private int[] componentStart = new int[32];
    private int[] elementComponent = new int[32];
    private int[] segmentElement = new int[4];

    /// Offset of each segment in the input, from the message's first byte; where it ends.
    private int[] rawStart = new int[4];

    private int[] rawEnd = new int[4];
    private int[] line = new int[4];

    /// Asked for again and again, so it is made once.
    private String[] tag = new String[4];

    private int textLength;
    private int components;
    private int elements;
    private int segments;

    private byte[] raw = new byte[0];
    private long rawOffset;
    private Charset charset = StandardCharsets.ISO_8859_1;

    /// Without any segment again.
    Tokens cleared() {
        textLength = 0;
        components = 0;
        elements = 0;
        segments = 0;
        charset = StandardCharsets.ISO_8859_1;
        return this;
    }

    /// Makes room for what so many bytes are likely to hold; more may come.
    void expect(int bytes) {
        text = Arrays.copyOf(text, Math.max(text.length, bytes));
        int room = Math.max(componentStart.length, bytes / BYTES_A_COMPONENT);
        componentStart = Arrays.copyOf(componentStart, room);
        elementComponent = Arrays.copyOf(elementComponent, room);
        growSegments(Math.max(segmentElement.length, bytes / BYTES_A_SEGMENT));
    }

    private void growSegments(int room) {
        segmentElement = Arrays.copyOf(segmentElement, room);
        rawStart = Arrays.copyOf(rawStart, room);
        rawEnd = Arrays.copyOf(rawEnd, room);
        line = Arrays.copyOf(line, room);
        tag = Arrays.copyOf(tag, room);
    }

    void append(byte[] bytes, int from, int to) {
        int length = to - from;
        if (textLength + length > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, textLength + length));
        }
        System.arraycopy(bytes, from, text, textLength, length);
        textLength += length;
    }

    void openSegment() {
        if (segments + 1 >= segmentElement.length) {
            growSegments(segmentElement.length * 2);
        }
        segmentElement[segments] = elements;
        openElement();
    }

    void openElement() {
        if (elements + 1 >= elementComponent.length) {
            elementComponent = Arrays.copyOf(elementComponent, elementComponent.length * 2);
        }
        elementComponent[elements++] = components;
        openComponent();
    }

    void openComponent() {
        if (components + 1 >= componentStart.length) {
            componentStart = Arrays.copyOf(componentStart, componentStart.length * 2);
        }
        componentStart[components++] = textLength;
    }

    /// Ends the open segment.
    ///
    /// @param from its first byte in the input, from the message's first byte
    void closeSegment(int from, int to, int lineNumber) {
        rawStart[segments] = from;
        rawEnd[segments] = to;
        line[segments] = lineNumber;
        segments++;
        segmentElement[segments] = elements;
        elementComponent[elements] = components;
        componentStart[components] = textLength;
        tag[segments - 1] = text(segments - 1, 0, 0);
    }

    /// Takes back the open segment, whose end has not arrived yet, or the last closed one.
    void dropSegmentsFrom(int count) {
        elements = segmentElement[count];
        components = elementComponent[elements];
        textLength = componentStart[components];
        segments = count;
    }

    /// Attaches the message as written; from now on the segments can be read.
    ///
    /// @return whether there were bytes that the declared character set does not have
    boolean seal(byte[] bytes, int from, int to, long offset, String syntax) {
        raw = Arrays.copyOfRange(bytes, from, to);
        rawOffset = offset;
        if (isAscii(text, textLength)) {
            return false;
        }
        Charset declared = declared(syntax);
        if (!declared.equals(StandardCharsets.UTF_8)
                && !declared.equals(StandardCharsets.US_ASCII)) {
            charset = declared;
            return false;
        }
        boolean utf8 = isUtf8();
        charset = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return !utf8 || !declared.equals(StandardCharsets.UTF_8);
    }

    static boolean isAscii(byte[] bytes, int length) {
        byte all = 0;
        for (int i = 0; i < length; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(text, 0, textLength));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// Character set of a syntax identifier (S001). ASCII stands for sets without letters beyond it
    /// and for identifiers that say nothing, such as `IATA`.
    private static Charset declared(String syntax) {
        String id = syntax.length() < 4 ? "" : syntax.substring(0, 4);
        String name =
                switch (id) {
                    case "UNOC" -> "ISO-8859-1";
                    case "UNOD" -> "ISO-8859-2";
                    case "UNOE" -> "ISO-8859-5";
                    case "UNOF" -> "ISO-8859-7";
                    case "UNOG" -> "ISO-8859-3";
                    case "UNOH" -> "ISO-8859-4";
                    case "UNOI" -> "ISO-8859-6";
                    case "UNOJ" -> "ISO-8859-8";
                    case "UNOK" -> "ISO-8859-9";
                    case "UNOW", "UNOY" -> "UTF-8";
                    default -> "US-ASCII";
                };
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
    }

    int segments() {
        return segments;
    }

    String tag(int segment) {
        return tag[segment];
    }

    int elements(int segment) {
        return segmentElement[segment + 1] - segmentElement[segment];
    }

    int components(int segment, int element) {
        if (element >= elements(segment)) {
            return 0;
        }
        int at = segmentElement[segment] + element;
        return elementComponent[at + 1] - elementComponent[at];
    }

    String text(int segment, int element, int component) {
        if (component >= components(segment, element)) {
            return "";
        }
        int at = elementComponent[segmentElement[segment] + element] + component;
        int from = componentStart[at];
        int to = componentStart[at + 1];
        while (from < to && (text[from] & 0xff) <= ' ') {
            from++;
        }
        while (from < to && (text[to - 1] & 0xff) <= ' ') {
            to--;
        }
        if (from == to) {
            return "";
        }
        String known = ShortTexts.find(text, from, to);
        return known != null ? known : new String(text, from, to - from, charset);
    }

    String verbatim(int segment) {
        int length = rawEnd[segment] - rawStart[segment];
        String written = new String(raw, rawStart[segment], length, charset);
        return written.replace("\r", "").replace("\n", "");
    }

    Place place(int segment) {
        return new Place(segment + 1, rawOffset + rawStart[segment], line[segment]);
    }

    byte[] raw() {
        return raw.clone();
    }

    /// SHA-256 in hexadecimal over structure and text of the segments between header and trailer;
    /// line ends and released characters make no difference.
    String bodyDigest() {
        int first = 1;
        int last = segments;
        if (last > first && tag(last - 1).equals("UNT")) {
            last--;
        }
        if (first >= last) {
            first = last;
        }
        MessageDigest sha256 = sha256();
        int fromElement = segmentElement[first];
        int toElement = segmentElement[last];
        int fromComponent = elementComponent[fromElement];
        int toComponent = elementComponent[toElement];
        int from = componentStart[fromComponent];
        int numbers = last - first + toElement - fromElement + toComponent - fromComponent;
        byte[] structure = new byte[Integer.BYTES * numbers];
        int end = put(structure, 0, segmentElement, first, last, fromElement);
        end = put(structure, end, elementComponent, fromElement, toElement, fromComponent);
        end = put(structure, end, componentStart, fromComponent, toComponent, from);
        sha256.update(structure, 0, end);
        sha256.update(text, from, componentStart[toComponent] - from);
        return HexFormat.of().formatHex(sha256.digest());
    }

    /// Writes numbers with their high bytes first.
    ///
    /// @return the first place behind them
    private static int put(byte[] target, int at, int[] table, int from, int to, int base) {
        int place = at;
        for (int i = from; i < to; i++) {
            int number = table[i] - base;
            target[place] = (byte) (number >>> 24);
            target[place + 1] = (byte) (number >>> 16);
            target[place + 2] = (byte) (number >>> 8);
            target[place + 3] = (byte) number;
            place += Integer.BYTES;
        }
        return place;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
