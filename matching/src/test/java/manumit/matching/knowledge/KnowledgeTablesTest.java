package manumit.matching.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The committed tables are what the sources say. `-Dgolden.rewrite=true` writes them anew.
class KnowledgeTablesTest {

    @Test
    void committedTablesAreGeneratedFromTheSources() throws IOException {
        Path matching = Path.of(System.getProperty("repository.root", ".."), "matching");
        Path resources = matching.resolve("src/main/resources/manumit/matching");
        Map<String, String> tables = new KnowledgeCompiler(matching).compile();
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Path file = resources.resolve(table.getKey());
            if (Boolean.getBoolean("golden.rewrite")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, table.getValue());
            } else {
                assertThat(Files.readString(file))
                        .as("%s is stale: run with -Dgolden.rewrite=true", table.getKey())
                        .isEqualTo(table.getValue());
            }
        }
    }

    @Test
    void wadeGilesFollowsByRule() {
        assertThat(KnowledgeCompiler.wadeGiles("zhang")).isEqualTo("chang");
        assertThat(KnowledgeCompiler.wadeGiles("xiao")).isEqualTo("hsiao");
        assertThat(KnowledgeCompiler.wadeGiles("qian")).isEqualTo("chien");
        assertThat(KnowledgeCompiler.wadeGiles("guo")).isEqualTo("kuo");
        assertThat(KnowledgeCompiler.wadeGiles("ze")).isEqualTo("tse");
        assertThat(KnowledgeCompiler.wadeGiles("duo")).isEqualTo("to");
        assertThat(KnowledgeCompiler.wadeGiles("zhong")).isEqualTo("chung");
        assertThat(KnowledgeCompiler.wadeGiles("rong")).isEqualTo("jung");
        assertThat(KnowledgeCompiler.wadeGiles("shi")).isEqualTo("shih");
        assertThat(KnowledgeCompiler.wadeGiles("yue")).isEqualTo("yueh");
    }
}
