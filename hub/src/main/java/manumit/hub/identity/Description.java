package manumit.hub.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import manumit.hub.web.ProblemException;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.TravelDocument;
import org.jspecify.annotations.Nullable;

/// {@link Particulars} as JSON: of alerts and of checks. What is not known is absent or empty.
///
/// @param kind null: not said
/// @param birthDates `1964-02-17`, `1964-02`, `1964`, `c. 1964` or `1960/1964`; alternatives
/// @param sex null: not given
/// @param nationalities codes of ISO 3166 or ICAO 9303, or names
/// @param birthPlaces town, district, country, as written
public record Description(
        @Nullable EntityKind kind,
        @Nullable @Size(max = MOST_NAMES) List<@Valid @NotNull WrittenName> names,
        @Nullable @Size(max = 20) List<@NotNull @Size(min = 1, max = 20) String> birthDates,
        @Nullable Sex sex,
        @Nullable @Size(max = 20) List<@NotNull @Size(min = 1, max = 100) String> nationalities,
        @Nullable @Size(max = 20) List<@NotNull @Size(min = 1, max = 200) String> birthPlaces,
        @Nullable @Size(max = 50) List<@Valid @NotNull WrittenDocument> documents) {

    public static final int MOST_NAMES = 100;

    /// A name, whole or in parts; one of the two must be there.
    ///
    /// @param kind null: the primary one
    public record WrittenName(
            @Nullable NameKind kind,
            @Nullable @Size(max = Name.MAX_LENGTH) String whole,
            @Nullable @Size(max = Name.MAX_LENGTH) String givenNames,
            @Nullable @Size(max = Name.MAX_LENGTH) String familyName) {

        static WrittenName of(Name name) {
            return new WrittenName(
                    name.kind(),
                    name.whole(),
                    emptyAsNull(name.givenNames()),
                    emptyAsNull(name.familyName()));
        }

        /// @return empty if nothing is written
        Optional<Name> read() {
            NameKind as = kind == null ? NameKind.PRIMARY : kind;
            String given = text(givenNames);
            String family = text(familyName);
            String line = text(whole);
            if (line.isEmpty() && given.isEmpty() && family.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    line.isEmpty()
                            ? Name.ofParts(as, given, family)
                            : new Name(as, line, given, family));
        }

        @Override
        public String toString() {
            return "WrittenName";
        }
    }

    /// A numbered document.
    ///
    /// @param type null: not said
    /// @param country that issued it, as a nationality; null: not said
    public record WrittenDocument(
            @Nullable DocumentType type,
            @NotNull @Size(min = 1, max = TravelDocument.MAX_LENGTH) String number,
            @Nullable @Size(max = 100) String country) {

        @Override
        public String toString() {
            return "WrittenDocument";
        }
    }

    /// What is known, in the terms of this shape.
    public static Description of(Particulars known) {
        return new Description(
                known.kind() == EntityKind.UNKNOWN ? null : known.kind(),
                known.names().stream().map(WrittenName::of).toList(),
                known.birthDates().stream().map(Object::toString).toList(),
                known.sex() == Sex.UNKNOWN ? null : known.sex(),
                known.nationalities().stream().map(Country::code).toList(),
                known.birthPlaces(),
                known.documents().stream()
                        .map(document ->
                                new WrittenDocument(
                                        document.type() == DocumentType.UNKNOWN
                                                ? null
                                                : document.type(),
                                        document.number(),
                                        document.issuer().equals(Country.UNKNOWN)
                                                ? null
                                                : document.issuer().code()))
                        .toList());
    }

    /// The same as `matching` takes it.
    ///
    /// @throws ProblemException `INVALID_FIELD`, naming the field, for a value that cannot be read;
    ///   nothing is guessed or left out
    public Particulars particulars() {
        Particulars.Builder known = Particulars.builder();
        known.kind(kind == null ? EntityKind.UNKNOWN : kind);
        known.sex(sex == null ? Sex.UNKNOWN : sex);
        each(
                "names",
                names,
                WrittenName::read,
                "a name, whole or as givenNames and familyName",
                known::name);
        each(
                "birthDates",
                birthDates,
                BirthDate::find,
                "a date such as 1964-02-17, 1964-02, 1964, c. 1964 or 1960/1964",
                known::birthDate);
        each(
                "nationalities",
                nationalities,
                Country::find,
                "a country: its code of ISO 3166 or ICAO 9303, or its name",
                known::nationality);
        list(birthPlaces).forEach(known::birthPlace);
        each(
                "documents",
                documents,
                Description::read,
                "a number, and the issuing country as a code or name",
                known::document);
        return known.build();
    }

    @Override
    public String toString() {
        return "Description";
    }

    private static Optional<TravelDocument> read(WrittenDocument document) {
        String country = text(document.country());
        Optional<Country> issuer =
                country.isEmpty() ? Optional.of(Country.UNKNOWN) : Country.find(country);
        if (document.number().isBlank()) {
            return Optional.empty();
        }
        return issuer.map(known ->
                new TravelDocument(
                        document.type() == null ? DocumentType.UNKNOWN : document.type(),
                        document.number(),
                        known));
    }

    private static <S, T> void each(
            String field,
            @Nullable List<S> written,
            Function<S, Optional<T>> reader,
            String accepted,
            java.util.function.Consumer<T> known) {
        List<S> all = new ArrayList<>(list(written));
        for (int i = 0; i < all.size(); i++) {
            Optional<T> read = reader.apply(all.get(i));
            if (read.isEmpty()) {
                throw new ProblemException(
                        ProblemException.Code.INVALID_FIELD,
                        String.format(Locale.ROOT, "%s[%d]: %s", field, i, accepted));
            }
            known.accept(read.get());
        }
    }

    private static <T> List<T> list(@Nullable List<T> written) {
        return written == null ? List.of() : written;
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
