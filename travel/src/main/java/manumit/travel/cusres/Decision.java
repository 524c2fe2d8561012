package manumit.travel.cusres;

/// What a state tells the carrier about one passenger. The carrier learns no reason.
public enum Decision {
    OK_TO_BOARD,
    NOT_TO_BOARD,
    /// The data could not be processed; the carrier is to send them again.
    ERROR
}
