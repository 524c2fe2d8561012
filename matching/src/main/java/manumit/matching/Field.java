package manumit.matching;

import java.util.Locale;

/// What a piece of evidence is about.
public enum Field {
    /// The even start: how unlikely it is, before anything is compared, that two descriptions mean
    /// the same somebody.
    PRIOR,
    /// One part of the name.
    NAME,
    /// What the name parts say together: how much is covered, whether only one part was compared.
    NAME_FORM,
    BIRTH_DATE,
    SEX,
    NATIONALITY,
    BIRTH_PLACE,
    DOCUMENT,
    KIND;

    /// Lower case with underscores, as in JSON.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
