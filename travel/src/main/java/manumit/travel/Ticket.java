package manumit.travel;

/// A ticket.
///
/// @param number as written; empty for a journey without ticket
/// @param travellerReference whose it is
/// @param base amount and currency before taxes, `2888.00 GBP`; or empty
/// @param total the same with taxes
/// @param issued day of issue
public record Ticket(
        String number, String travellerReference, String base, String total, PartialDate issued) {

    /// Never the number.
    @Override
    public String toString() {
        return "ticket";
    }
}
