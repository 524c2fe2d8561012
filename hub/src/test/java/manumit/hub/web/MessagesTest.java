package manumit.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.hub.access.RecordType;
import manumit.hub.access.Right;
import manumit.hub.access.Role;
import org.junit.jupiter.api.Test;

/// Every text of the pages in every language.
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final List<String> SUFFIXES = List.of("", "_en", "_fr", "_es", "_ar");

    @Test
    void everyBundleHasTheSameKeysInEveryLanguage() throws IOException {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (String bundle : bundles()) {
            Set<String> all = new TreeSet<>();
            for (String suffix : SUFFIXES) {
                all.addAll(load(bundle, suffix).stringPropertyNames());
            }
            for (String suffix : SUFFIXES) {
                Set<String> lacking = new TreeSet<>(all);
                Properties texts = load(bundle, suffix);
                lacking.removeIf(key -> !texts.getProperty(key, "").isBlank());
                if (!lacking.isEmpty()) {
                    missing.put(bundle + suffix, lacking);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyBundleIsLoadedAndEnglishIsTheFallback() throws IOException {
        Properties settings = new Properties();
        try (Reader in =
                Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(in);
        }
        Set<String> named =
                Arrays.stream(settings.getProperty("spring.messages.basename").split(",", -1))
                        .map(name -> name.replace("messages/", ""))
                        .collect(Collectors.toSet());
        assertThat(bundles()).isSubsetOf(named);
        for (String bundle : bundles()) {
            assertThat(load(bundle, "")).as(bundle).isEqualTo(load(bundle, "_en"));
        }
    }

    @Test
    void everyKeyOfATemplateHasAText() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : bundles()) {
            keys.addAll(load(bundle, "").stringPropertyNames());
        }
        Set<String> unknown = new TreeSet<>();
        Pattern used =
                Pattern.compile("#\\{([a-z][A-Za-z0-9._-]*)|msg\\('([a-z][A-Za-z0-9.-]*[a-z0-9])'");
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher matcher = used.matcher(Files.readString(template));
                while (matcher.find()) {
                    String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                    if (!keys.contains(key)) {
                        unknown.add(template.getFileName() + ": " + key);
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyRoleRightTypeAndStateHasAText() throws IOException {
        Set<String> keys = load("web", "").stringPropertyNames();
        assertThat(keys)
                .containsAll(named("role.", Role.values()))
                .containsAll(named("right.", Right.values()))
                .containsAll(named("record.type.", RecordType.values()))
                .containsAll(named("state.", State.values()));
    }

    private static Set<String> named(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> prefix + constant.name())
                .collect(Collectors.toSet());
    }

    private static Set<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Properties load(String bundle, String suffix) throws IOException {
        Properties texts = new Properties();
        Path file = FOLDER.resolve(bundle + suffix + ".properties");
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                texts.load(in);
            }
        }
        return texts;
    }
}
