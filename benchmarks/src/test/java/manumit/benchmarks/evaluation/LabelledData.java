package manumit.benchmarks.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import manumit.benchmarks.population.InventedPerson;
import manumit.benchmarks.population.Population;

/// A small data folder of invented people in the shapes of the real one.
final class LabelledData {

    private LabelledData() {}

    /// Aliases of 58 invented people, two of each culture, and three pairs judged by nobody.
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("names"));
        StringBuilder aliases =
                new StringBuilder("ent_num,type,name,alias,alias_kind,dob,nationality\n");
        people().forEach(p ->
                p.aliases()
                        .forEach(a ->
                                aliases.append(p.id())
                                        .append(",Individual,\"")
                                        .append(p.primary().familyName())
                                        .append(", ")
                                        .append(p.primary().givenNames())
                                        .append("\",")
                                        .append(a.whole())
                                        .append(",aka,,\n")));
        aliases.append("X1,-0-,INVENTED TRADING LTD,INVENTED TRADING,aka,,\n");
        Files.writeString(
                folder.resolve(AliasPairs.FILE), aliases.toString(), StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve(AnalystPairs.FILE),
                """
                label,how,l_id,l_type,l_name,l_orig_script,l_aliases,l_dob,l_nationality,l_documents,r_id,r_type,r_name,r_orig_script,r_aliases,r_dob,r_nationality,r_documents
                positive,x,ofac-1,Individual,"LINDGARD, Oskar",,"LINDGARD, O.",1959-09-24,SE,,unsc-1,Individual,OSKAR LINDGARD,,Oskar Lindgaard [Good] | Ossi [Low],EXACT:1959-09-24,SE,
                negative,x,ofac-2,Individual,"BALOGUN, Olumide",,,1965; 13 May 1966,NG,,unsc-1,Individual,OSKAR LINDGARD,,,APPROXIMATELY:1965,SE,
                unsure,x,ofac-2,Individual,"BALOGUN, Olumide",,,,,,unsc-3,Individual,OLU BALOGUN,,,,,
                positive,x,ofac-4,Entity,INVENTED TRADING LTD,,,,,,unsc-4,Entity,INVENTED TRADING,,,,,
                negative,x,ofac-4,Entity,INVENTED TRADING LTD,,,,,,unsc-5,Entity,INVENTED SHIPPING,,,,,
                """,
                StandardCharsets.UTF_8);
        return folder;
    }

    private static Stream<InventedPerson> people() {
        return Population.of(7).people(0, 58);
    }
}
