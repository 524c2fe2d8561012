package manumit.benchmarks.population;

import java.time.LocalDate;
import java.util.List;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.Name;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;

/// Somebody who does not exist.
///
/// @param id unique within the population
/// @param culture code of the naming culture
/// @param primary full name in the commonest romanisation; parts known where the culture has a
///   family name
/// @param aliases other romanisations and the original script; may be empty
/// @param birthDate full
/// @param sex female or male
/// @param nationality one
/// @param document a passport
public record InventedPerson(
        String id,
        String culture,
        Name primary,
        List<Name> aliases,
        LocalDate birthDate,
        Sex sex,
        Country nationality,
        TravelDocument document) {

    public InventedPerson {
        aliases = List.copyOf(aliases);
    }

    /// As a traveller's passport says it: the primary name only.
    public Particulars asTraveller() {
        return base().name(primary).build();
    }

    /// As a list says it: with all names.
    public Particulars asListed() {
        Particulars.Builder b = base().name(primary);
        aliases.forEach(b::name);
        return b.build();
    }

    /// A record on a list, which everybody may find.
    public Identity onList(String list) {
        return Identity.of(list, id, asListed());
    }

    private Particulars.Builder base() {
        return Particulars.builder()
                .kind(EntityKind.PERSON)
                .sex(sex)
                .birthDate(new BirthDate.Day(birthDate))
                .nationality(nationality)
                .document(document);
    }
}
