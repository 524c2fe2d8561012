package manumit.matching;

/// How long a list is, as somebody declares it: it decides the method by which a list is asked. It
/// is never counted, so that an answer does not tell how many hidden records there are, and does
/// not change its method as the list grows. Every comparison says which method made it ({@link
/// Comparison#method}).
public enum ListScale {
    /// Up to some ten thousand records: method `manumit-1`, which finds more.
    SHORT,
    /// Hundreds of thousands or millions: method `manumit-2`, which takes fewer strangers for
    /// listed people and is many times faster.
    LONG
}
