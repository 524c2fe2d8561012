package manumit.matching.knowledge;

/// What kind of word a part of a name is, beside being a name.
public enum PartClass {
    /// A name, as far as is known.
    NONE,
    /// Never a name: Mr, Dr, Colonel, Hajji. To be dropped.
    TITLE,
    /// A title that is also a common name (Khan, Sultan, Sheikh, Major): dropped only where enough
    /// other parts remain.
    TITLE_OR_NAME,
    /// Generation or degree after a name: Jr, III, PhD.
    SUFFIX,
    /// An article that may be glued or left out: al, el, ul.
    ARTICLE,
    /// Son or daughter of: bin, ibn, bint, ould. May be left out.
    FILIATION,
    /// Father or mother of, before a name that makes a kunya: abu, umm. Glued to the next part or
    /// dropped.
    KUNYA,
    /// Belongs to the next part, in one or two words: abd, mc, fitz, saint.
    GLUE_NEXT,
    /// Belongs to the part before it: din, ullah, zadeh.
    GLUE_PREVIOUS,
    /// Particle of a surname that may be left out: de, van, von, dos.
    NOBILIARY,
    /// Marks the name before it as the father's: oglu, qizi, uulu. May be left out or glued.
    PATRONYMIC_MARKER,
    /// And: y, e, i between surnames.
    CONJUNCTION,
    /// Stands for a name that is not known: FNU, LNU, XXX.
    UNKNOWN_MARKER,
    /// Introduces another name: alias, aka, née.
    ALIAS_MARKER
}
