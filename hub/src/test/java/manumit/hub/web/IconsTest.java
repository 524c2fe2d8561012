package manumit.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `assets/icons.svg` holds the icons of `icons.txt`, from Tabler Icons, and no more: the whole set
/// has some five thousand. `make golden` writes it.
class IconsTest {

    private static final Path SPRITE = Path.of("src/main/resources/static/assets/icons.svg");
    private static final Pattern USED =
            Pattern.compile("icon\\('([a-z0-9-]+)'\\)|icons\\.svg} \\+ '#([a-z0-9-]+)'");

    @Test
    void spriteIsMadeFromTheListedIcons() throws IOException {
        StringBuilder sprite =
                new StringBuilder(
                        "<!-- Tabler Icons, MIT, Copyright (c) 2020-2025 Paweł Kuna. Made by"
                                + " IconsTest. -->\n<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
        for (String name : listed()) {
            sprite.append("<symbol id=\"").append(name).append("\" viewBox=\"0 0 24 24\">");
            Matcher shape = Pattern.compile("<(path|circle|line) [^>]*/>").matcher(svg(name));
            while (shape.find()) {
                if (!shape.group().contains("M0 0h24v24H0z")) {
                    sprite.append(shape.group());
                }
            }
            sprite.append("</symbol>\n");
        }
        sprite.append("</svg>\n");
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(SPRITE, sprite);
        }
        assertThat(Files.readString(SPRITE)).isEqualTo(sprite.toString());
    }

    @Test
    void everyIconOfATemplateIsListed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (State state : State.values()) {
            used.add(state.icon());
        }
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".html")) {
                    Matcher matcher = USED.matcher(Files.readString(file));
                    while (matcher.find()) {
                        used.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                    }
                }
                if (file.toString().endsWith(".java")) {
                    Matcher matcher =
                            Pattern.compile("new Place\\(\"[^\"]+\", \"[^\"]+\", \"([a-z0-9-]+)\"")
                                    .matcher(Files.readString(file));
                    while (matcher.find()) {
                        used.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(listed()).containsAll(used);
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/icons.txt"));
    }

    private static String svg(String name) throws IOException {
        Properties pom = new Properties();
        try (InputStream in =
                resource("/META-INF/maven/org.webjars.npm/tabler__icons/pom.properties")) {
            pom.load(in);
        }
        String path =
                "/META-INF/resources/webjars/tabler__icons/"
                        + pom.getProperty("version")
                        + "/icons/outline/"
                        + name
                        + ".svg";
        try (InputStream in = resource(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String path) {
        InputStream in = IconsTest.class.getResourceAsStream(path);
        if (in == null) {
            throw new AssertionError("no " + path);
        }
        return in;
    }
}
