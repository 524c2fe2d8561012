package manumit.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import manumit.hub.testing.TestHub;
import org.junit.jupiter.api.Test;

class FontsTest {

    private static final Path TOKENS = Path.of("src/main/resources/static/assets/tokens.css");

    /// The first four bytes of a font with outlines of the kind that the files have.
    private static final byte[] OPEN_TYPE = {'O', 'T', 'T', 'O'};

    @Test
    void everyFontThatTheStylesNameIsServedPackedAndForLong() throws Exception {
        List<String> named =
                Pattern.compile("url\\(\"(/fonts/[^\"]+)\"\\)")
                        .matcher(Files.readString(TOKENS))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        assertThat(named).hasSize(2);
        for (String font : named) {
            HttpResponse<byte[]> answer = get(font);
            assertThat(answer.statusCode()).as(font).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("font/otf");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=31536000");
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(answer.body()).hasSizeLessThan(400_000);
            assertThat(unpacked(answer.body())).startsWith(OPEN_TYPE);
        }
    }

    @Test
    void nothingElseOfTheLibraryIsServed() throws Exception {
        assertThat(get("/fonts/LICENSE.txt").statusCode()).isNotEqualTo(200);
        assertThat(get("/fonts/FlatInterFont.class").statusCode()).isNotEqualTo(200);
        assertThat(get("/fonts/%2e%2e/inter/Inter-Regular.otf").statusCode()).isNotEqualTo(200);
    }

    @Test
    void pagesAreNotPacked() throws Exception {
        HttpResponse<byte[]> page = get("/sign-in");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Encoding")).isEmpty();
    }

    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(TestHub.address() + path))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
