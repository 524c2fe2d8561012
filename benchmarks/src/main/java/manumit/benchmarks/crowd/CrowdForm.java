package manumit.benchmarks.crowd;

/// How a culture of the crowd puts the parts of a name together.
enum CrowdForm {
    /// Given names, then the family name; one person in six has two given names.
    GIVEN_FAMILY,
    /// Given name, patronymic (for nine people in ten), family name, the latter two by sex.
    GIVEN_PATRONYMIC_FAMILY,
    /// Given name, father's and perhaps grandfather's given name, family name.
    ARABIC,
    /// Family name first.
    FAMILY_GIVEN,
    /// Family name first, then a middle name.
    FAMILY_MIDDLE_GIVEN,
    /// Given names and two family names.
    DOUBLE_SURNAME,
    /// One part for two people in five, otherwise two.
    MONONYM_OR_GIVEN_FAMILY
}
