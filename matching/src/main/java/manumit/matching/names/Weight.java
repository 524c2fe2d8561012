package manumit.matching.names;

/// How much a part can say.
public enum Weight {
    /// A name of its own.
    FULL,
    /// An article, a particle, a marker of descent, a common word of a company's name: often left
    /// out or written together with its neighbour, so that its absence says nothing.
    LIGHT,
    /// A single letter standing for a name.
    INITIAL
}
