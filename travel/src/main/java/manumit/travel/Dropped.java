package manumit.travel;

/// What was left out at intake, counted only. Which traveller had it is not kept.
///
/// @param sensitiveServices meals and services that tell of religion or health
/// @param otherServices service requests that are not needed
/// @param freeTexts remarks
/// @param cardNumbers numbers of payment cards that were masked
public record Dropped(int sensitiveServices, int otherServices, int freeTexts, int cardNumbers) {

    public static final Dropped NOTHING = new Dropped(0, 0, 0, 0);
}
