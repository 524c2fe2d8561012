package manumit.matching;

/// Why two descriptions are compared: it says how likely it is, before anything is seen, that they
/// mean the same somebody.
public enum Occasion {
    /// Somebody with a reason put the two side by side.
    SIDE_BY_SIDE,
    /// One traveller of many is held against every record of a list.
    CHECK
}
