package manumit.travel;

/// What a passenger list does to what is known about its flight (BGM).
public enum ListFunction {
    /// Everybody, before departure: replaces an earlier list.
    FULL,
    /// Adds persons, or changes those that are known.
    CHANGE,
    /// Its persons do not travel.
    CANCEL,
    /// Its persons are on board (close-out).
    ON_BOARD,
    /// Its persons are not on board (close-out).
    NOT_ON_BOARD,
    /// The flight is closed; its persons are on board if it has any.
    CLOSED,
    FLIGHT_CANCELLED,
    FLIGHT_CHANGED,
    UNKNOWN
}
