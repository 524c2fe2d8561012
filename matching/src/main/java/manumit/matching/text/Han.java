package manumit.matching.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Han characters in Latin letters: pinyin without tones, and for surnames and the most common
/// Japanese names the other readings in use.
///
/// The readings of single characters are generated from ICU (`han_pinyin.txt`: a syllable, then all
/// characters read so). A surname that is read differently as a surname, and the Cantonese,
/// Hokkien, Korean and Vietnamese spellings of surnames, are in `han_surnames.txt`.
final class Han {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9FFF';

    private static final Map<String, List<String>> SURNAMES = WordTable.load("han_surnames.txt");
    private static final Map<String, List<String>> JAPANESE = WordTable.load("japanese_names.txt");

    /// Pinyin by character minus {@link #FIRST}; null where unknown.
    private static final @Nullable String[] PINYIN = load();

    private Han() {}

    static List<String> spellings(String text) {
        List<String> result = new ArrayList<>();
        List<String> surname = SURNAMES.get(text);
        if (surname != null) {
            result.add(surname.getFirst());
        }
        List<String> japanese = JAPANESE.get(text);
        if (japanese != null && surname == null) {
            addAll(result, japanese);
        }
        String pinyin = pinyin(text);
        if (!pinyin.isEmpty()) {
            addAll(result, List.of(pinyin));
        }
        if (surname != null) {
            addAll(result, surname);
        }
        if (japanese != null) {
            addAll(result, japanese);
        }
        return result;
    }

    private static void addAll(List<String> result, List<String> spellings) {
        for (String spelling : spellings) {
            if (!result.contains(spelling) && result.size() < Romaniser.MAX_SPELLINGS) {
                result.add(spelling);
            }
        }
    }

    private static String pinyin(String text) {
        StringBuilder out = new StringBuilder(text.length() * 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String syllable = c >= FIRST && c <= LAST ? PINYIN[c - FIRST] : null;
            if (syllable != null) {
                out.append(syllable);
            }
        }
        return out.toString();
    }

    private static @Nullable String[] load() {
        @Nullable String[] pinyin = new @Nullable String[LAST - FIRST + 1];
        try (InputStream in = Han.class.getResourceAsStream("han_pinyin.txt")) {
            if (in == null) {
                throw new IllegalStateException("resource: han_pinyin.txt is missing");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    int tab = line.indexOf('\t');
                    String syllable = line.substring(0, tab);
                    for (int i = tab + 1; i < line.length(); i++) {
                        pinyin[line.charAt(i) - FIRST] = syllable;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pinyin;
    }
}
