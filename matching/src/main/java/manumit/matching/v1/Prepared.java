package manumit.matching.v1;

import java.util.ArrayList;
import java.util.List;
import manumit.matching.EntityKind;
import manumit.matching.Particulars;
import manumit.matching.names.NameParser;
import manumit.matching.names.ParsedName;

/// Particulars with their names taken apart, so that a record is parsed once and compared often.
/// Immutable.
public final class Prepared {

    private final Particulars particulars;
    private final List<ParsedName> names;
    private final List<ParsedName> namesAsOrganisation;

    private Prepared(Particulars particulars) {
        this.particulars = particulars;
        this.names = parse(particulars, particulars.kind());
        this.namesAsOrganisation =
                particulars.kind() == EntityKind.UNKNOWN
                        ? parse(particulars, EntityKind.ORGANISATION)
                        : names;
    }

    public static Prepared of(Particulars particulars) {
        return new Prepared(particulars);
    }

    private Prepared(
            Particulars particulars, List<ParsedName> names, List<ParsedName> namesAsOrganisation) {
        this.particulars = particulars;
        this.names = names;
        this.namesAsOrganisation = namesAsOrganisation;
    }

    /// Names taken apart before, with what else is known.
    ///
    /// @param particulars its names are not looked at
    /// @param names those with parts, as {@link #names()} has them
    /// @param namesAsOrganisation the same taken apart as a company's, where the kind is unknown;
    ///   otherwise `names` again
    public static Prepared restored(
            Particulars particulars, List<ParsedName> names, List<ParsedName> namesAsOrganisation) {
        return new Prepared(particulars, names, namesAsOrganisation);
    }

    private static List<ParsedName> parse(Particulars particulars, EntityKind kind) {
        return particulars.names().stream()
                .map(name -> NameParser.parse(name, kind))
                .filter(name -> !name.parts().isEmpty())
                .toList();
    }

    public Particulars particulars() {
        return particulars;
    }

    /// Names taken apart as those of a person or an organisation, as its own kind says.
    public List<ParsedName> names() {
        return names;
    }

    /// Names taken apart as those of an organisation; the same as {@link #names()} where the kind
    /// is known.
    public List<ParsedName> namesAsOrganisation() {
        return namesAsOrganisation;
    }

    /// All ways in which the names may be taken apart for a comparison.
    public List<ParsedName> allNames() {
        if (particulars.kind() != EntityKind.UNKNOWN) {
            return names;
        }
        List<ParsedName> all = new ArrayList<>(names);
        all.addAll(namesAsOrganisation);
        return all;
    }

    /// Names taken apart for the comparison with somebody of another kind: a query that does not
    /// say what it is about is read as a company's where the record is a company.
    List<ParsedName> namesFor(EntityKind other) {
        boolean isOrganisation = other != EntityKind.PERSON && other != EntityKind.UNKNOWN;
        return isOrganisation ? namesAsOrganisation : names;
    }

    /// Never shows the names.
    @Override
    public String toString() {
        return "Prepared[" + particulars + "]";
    }
}
