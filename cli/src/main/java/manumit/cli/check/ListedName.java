package manumit.cli.check;

import manumit.matching.Candidate;
import manumit.matching.Name;

/// The name a candidate is shown under.
final class ListedName {

    private ListedName() {}

    /// The name that was compared, or the record's first where none was (a match by document).
    static String of(Candidate candidate) {
        String compared = candidate.comparison().record();
        return compared.isEmpty()
                ? candidate.identity().particulars().names().stream()
                        .findFirst()
                        .map(Name::whole)
                        .orElse("")
                : compared;
    }
}
