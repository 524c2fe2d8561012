package manumit.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The table of Chinese readings is generated from ICU. `-Dgolden.rewrite=true` writes it anew.
class HanPinyinTest {

    @Test
    void committedTableIsWhatIcuSays() throws IOException {
        String generated = generate();
        if (Boolean.getBoolean("golden.rewrite")) {
            Path file =
                    Path.of(
                            System.getProperty("repository.root", ".."),
                            "matching/src/main/resources/manumit/matching/text/han_pinyin.txt");
            Files.writeString(file, generated);
            return;
        }
        try (InputStream in = HanPinyinTest.class.getResourceAsStream("han_pinyin.txt")) {
            String committed =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(committed)
                    .as("han_pinyin.txt is stale: run with -Dgolden.rewrite=true")
                    .isEqualTo(generated);
        }
    }

    private static String generate() {
        Transliterator pinyin =
                Transliterator.getInstance("Han-Latin; NFD; [:M:] Remove; NFC; Latin-ASCII; Lower");
        Map<String, StringBuilder> bySyllable = new TreeMap<>();
        for (char c = 0x3400; c <= 0x9FFF; c++) {
            String syllable = pinyin.transliterate(String.valueOf(c)).strip();
            if (!syllable.isEmpty() && syllable.equals(Romaniser.letters(syllable))) {
                bySyllable.computeIfAbsent(syllable, _ -> new StringBuilder()).append(c);
            }
        }
        StringBuilder out =
                new StringBuilder(
                        "# Generated from ICU Han-Latin by HanPinyinTest; do not edit."
                                + " A syllable, a tab, the characters read so.\n");
        bySyllable.forEach((syllable, characters) ->
                out.append(syllable).append('\t').append(characters).append('\n'));
        return out.toString();
    }
}
