package manumit.lists;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manumit.matching.Identity;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;

/// Reads texts as files and keeps what came.
record Reading(ReadCounts counts, List<Identity> identities, List<Reject> rejects) {

    static Reading of(Path folder, String... texts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            Path file = folder.resolve("list" + files.size() + ".txt");
            Files.writeString(file, text, StandardCharsets.UTF_8);
            files.add(file);
        }
        return of(files);
    }

    static Reading of(Path folder, byte[] bytes) throws IOException {
        Path file = folder.resolve("list.txt");
        Files.write(file, bytes);
        return of(List.of(file));
    }

    static Reading of(List<Path> files) throws IOException {
        List<Identity> identities = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        ReadCounts counts = ListReader.read(files, identities::add, rejects::add);
        return new Reading(counts, identities, rejects);
    }

    Particulars get(String entity) {
        return identities.stream()
                .filter(i -> i.entity().equals(entity))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no record " + entity))
                .particulars();
    }

    List<String> names(String entity, NameKind kind) {
        return get(entity).names().stream()
                .filter(n -> n.kind() == kind)
                .map(Reading::shown)
                .toList();
    }

    /// `Given/FAMILY` where the parts are known, else the whole.
    static String shown(Name name) {
        return name.hasParts() ? name.givenNames() + "/" + name.familyName() : name.whole();
    }

    List<String> codes() {
        return rejects.stream().map(r -> r.line() + " " + r.code()).toList();
    }

    static List<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    List<String> documents(String entity) {
        return get(entity).documents().stream()
                .map(d -> d.type() + " " + d.number() + " " + d.issuer())
                .toList();
    }
}
