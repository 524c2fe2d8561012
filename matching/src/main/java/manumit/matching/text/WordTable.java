package manumit.matching.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Spellings of whole words, read from a commented text file: the word, possibly several writings
/// of it parted by `|`, then its Latin spellings, all parted by blanks.
final class WordTable {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private WordTable() {}

    static Map<String, List<String>> load(String resource) {
        Map<String, List<String>> table = new HashMap<>();
        try (InputStream in = WordTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource: " + resource + " is missing");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int comment = line.indexOf('#');
                String content = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!content.isEmpty()) {
                    String[] fields = BLANKS.split(content);
                    List<String> spellings =
                            List.copyOf(Arrays.asList(fields).subList(1, fields.length));
                    for (String word : fields[0].split("\\|", -1)) {
                        table.putIfAbsent(word, spellings);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(table);
    }
}
