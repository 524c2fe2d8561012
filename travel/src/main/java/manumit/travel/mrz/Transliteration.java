package manumit.travel.mrz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A name in the letters of the zone, by the table `transliteration.txt`.
///
/// Words are apart by one filler; hyphens and commas set words apart, apostrophes and full stops
/// are dropped.
///
/// @param letters A to Z and `<`; what was written before the unknown letter, if there is one
/// @param unknownAt position of a letter that the table does not have, from 0, in the text's
///   compatibility form (NFKC); -1 if there is none
record Transliteration(String letters, int unknownAt) {

    private static final Map<Integer, String> TABLE = table();

    private static final int SHADDA = 0x651;
    private static final int TEH_MARBUTA = 0x629;

    static Transliteration of(String text) {
        String normal =
                Normalizer.normalize(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT),
                        Normalizer.Form.NFC);
        StringBuilder letters = new StringBuilder(normal.length() + 8);
        String last = "";
        int at = 0;
        while (at < normal.length()) {
            int c = normal.codePointAt(at);
            int next = at + Character.charCount(c);
            if (c == SHADDA) {
                letters.append(last);
            } else {
                @Nullable String written =
                        c == TEH_MARBUTA && isEndOfWord(normal, next) ? "XAH" : letter(c);
                if (written == null) {
                    return new Transliteration(letters.toString(), at);
                }
                letters.append(written);
                last = written.isEmpty() ? last : written;
            }
            at = next;
        }
        return new Transliteration(
                letters.toString().replaceAll("<+", "<").replaceAll("^<|<$", ""), -1);
    }

    private static @Nullable String letter(int c) {
        if (c >= 'A' && c <= 'Z') {
            return String.valueOf((char) c);
        }
        @Nullable String written = TABLE.get(c);
        if (written != null) {
            return written;
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION -> "<";
            case Character.NON_SPACING_MARK, Character.FORMAT, Character.MODIFIER_LETTER -> "";
            case Character.FINAL_QUOTE_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> "";
            case Character.UPPERCASE_LETTER -> withoutMark(c);
            default ->
                    switch (c) {
                        case ',', '<', '/' -> "<";
                        case '\'', '`', '´', '.' -> "";
                        default -> null;
                    };
        };
    }

    private static @Nullable String withoutMark(int c) {
        String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        int base = apart.codePointAt(0);
        return base == c ? null : letter(base);
    }

    private static boolean isEndOfWord(String text, int at) {
        for (int i = at; i < text.length(); i++) {
            if (Character.getType(text.charAt(i)) != Character.NON_SPACING_MARK) {
                return !Character.isLetter(text.charAt(i));
            }
        }
        return true;
    }

    private static Map<Integer, String> table() {
        Map<Integer, String> table = new HashMap<>();
        try (InputStream in = Transliteration.class.getResourceAsStream("transliteration.txt");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> table.put(line.codePointAt(0), line.substring(1).strip()));
            return Map.copyOf(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Never shows the text.
    @Override
    public String toString() {
        return "Transliteration[unknown at " + unknownAt + "]";
    }
}
