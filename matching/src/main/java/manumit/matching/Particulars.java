package manumit.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What is known about somebody: the shape shared by a listed identity and by a query about a
/// traveller. Every list may be empty: empty means unknown, not "none".
///
/// @param kind person, organisation, vessel …
/// @param names names in the order of the source, the primary one first where the source has one
/// @param birthDates alternatives, not a set of facts that all hold
/// @param sex as printed
/// @param nationalities each may hold
/// @param birthPlaces free text: town, district, country
/// @param documents numbered documents
public record Particulars(
        EntityKind kind,
        List<Name> names,
        List<BirthDate> birthDates,
        Sex sex,
        List<Country> nationalities,
        List<String> birthPlaces,
        List<TravelDocument> documents) {

    public Particulars {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(sex);
        names = List.copyOf(names);
        birthDates = List.copyOf(birthDates);
        nationalities = List.copyOf(nationalities);
        birthPlaces = List.copyOf(birthPlaces);
        documents = List.copyOf(documents);
    }

    /// Nothing known yet.
    public static Builder builder() {
        return new Builder();
    }

    /// Never shows personal data.
    @Override
    public String toString() {
        return "Particulars["
                + kind
                + ", names "
                + names.size()
                + ", birth dates "
                + birthDates.size()
                + ", documents "
                + documents.size()
                + "]";
    }

    /// Collects what is known, field by field. Not thread-safe.
    public static final class Builder {
        private EntityKind kind = EntityKind.UNKNOWN;
        private Sex sex = Sex.UNKNOWN;
        private final List<Name> names = new ArrayList<>();
        private final List<BirthDate> birthDates = new ArrayList<>();
        private final List<Country> nationalities = new ArrayList<>();
        private final List<String> birthPlaces = new ArrayList<>();
        private final List<TravelDocument> documents = new ArrayList<>();

        private Builder() {}

        public Builder kind(EntityKind value) {
            kind = value;
            return this;
        }

        public Builder name(Name value) {
            names.add(value);
            return this;
        }

        /// A primary name given as one line.
        public Builder name(String whole) {
            return name(Name.of(whole));
        }

        public Builder birthDate(BirthDate value) {
            birthDates.add(value);
            return this;
        }

        public Builder sex(Sex value) {
            sex = value;
            return this;
        }

        /// {@link Country#UNKNOWN} adds nothing.
        public Builder nationality(Country value) {
            if (!value.equals(Country.UNKNOWN) && !nationalities.contains(value)) {
                nationalities.add(value);
            }
            return this;
        }

        public Builder birthPlace(String value) {
            if (!value.isBlank()) {
                birthPlaces.add(value.strip());
            }
            return this;
        }

        public Builder document(TravelDocument value) {
            documents.add(value);
            return this;
        }

        public Particulars build() {
            return new Particulars(
                    kind, names, birthDates, sex, nationalities, birthPlaces, documents);
        }
    }
}
