package manumit.benchmarks.population;

/// How a culture puts the parts of a name together.
public enum NameForm {
    /// Given names, then the family name; one person in six has two given names.
    GIVEN_FAMILY,
    /// Given name, patronymic, family name, the latter two by sex.
    GIVEN_PATRONYMIC_FAMILY,
    /// Given name, father's and often grandfather's given name, family name.
    ARABIC,
    /// Family name first.
    FAMILY_GIVEN,
    /// Family name first, then a middle name by sex.
    FAMILY_MIDDLE_GIVEN,
    /// Given names and two family names.
    DOUBLE_SURNAME,
    /// Given name, then the father's given name; no family name.
    GIVEN_FATHER,
    /// One part, or a given name and a family name.
    MONONYM_OR_GIVEN_FAMILY
}
