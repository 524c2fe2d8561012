package manumit.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The contrasts of the colours, computed as WCAG 2.2 says, are at least those of the design.
class TokensTest {

    private static final Pattern BLOCK = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    private static final String PAIRS =
            """
            colour            ground             light   dark
            ink               surface            16.5    14.5
            ink-secondary     surface             7.9     8.3
            link              surface             7.8     9.0
            control-border    surface             4.0     5.3
            chart             surface             4.2     5.3
            late              late-tint           6.6     8.0
            soon              soon-tint           6.7     9.0
            waiting           waiting-tint        6.7     7.9
            confirmed         confirmed-tint      6.5     8.2
            victim            victim-tint         7.3     8.1
            undetermined      undetermined-tint   6.7     7.6
            ink               page                7.0     7.0
            ink-secondary     page                7.0     7.0
            on-primary        link                7.0     7.0
            on-bar            bar                 7.0     7.0
            on-bar-secondary  bar                 7.0     7.0
            late              surface             7.0     7.0
            """;

    @Test
    void everyPairReachesItsRatioInLightAndDark() throws IOException {
        List<Map<String, String>> blocks = blocks();
        List<String> lines = PAIRS.lines().skip(1).toList();
        for (String line : lines) {
            String[] cells = line.strip().split(" +", -1);
            for (int theme = 0; theme < 2; theme++) {
                Map<String, String> colours = blocks.get(theme);
                assertThat(ratio(colour(colours, cells[0]), colour(colours, cells[1])))
                        .as("%s on %s, %s", cells[0], cells[1], theme == 0 ? "light" : "dark")
                        .isGreaterThanOrEqualTo(Double.parseDouble(cells[2 + theme]));
            }
        }
    }

    @Test
    void darkByWishIsDarkByDevice() throws IOException {
        List<Map<String, String>> blocks = blocks();
        assertThat(blocks).hasSize(3);
        assertThat(blocks.get(2)).isEqualTo(blocks.get(1));
        assertThat(blocks.get(1).keySet()).isEqualTo(blocks.get(0).keySet());
    }

    /// Blocks with colours, in the order of the file: light, dark by device, dark by wish.
    private static List<Map<String, String>> blocks() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/assets/tokens.css"));
        return BLOCK.matcher(css)
                .results()
                .map(block -> {
                    Map<String, String> colours = new LinkedHashMap<>();
                    Matcher matcher = COLOUR.matcher(block.group(2));
                    while (matcher.find()) {
                        colours.put(matcher.group(1), matcher.group(2));
                    }
                    return colours;
                })
                .filter(colours -> !colours.isEmpty())
                .toList();
    }

    private static String colour(Map<String, String> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    /// To one digit, as the design gives them.
    private static double ratio(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        double ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        return Math.round(ratio * 10) / 10.0;
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1)
                + 0.7152 * channel(colour, 3)
                + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
