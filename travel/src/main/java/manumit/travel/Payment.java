package manumit.travel;

import java.util.List;

/// How something was paid. Card numbers are masked before they get here.
///
/// @param form `CC` card, `CA` cash, `GR` government, `MS` other
/// @param vendor of the card, two letters; or empty
/// @param account all but the last four characters as `*`; or empty
/// @param amount as written; or empty
/// @param payer name, address and telephone of a sponsor, as written; empty if the traveller paid
/// @param travellerReference for whom; empty if for all
public record Payment(
        String form,
        String vendor,
        String account,
        String amount,
        List<String> payer,
        String travellerReference) {

    public Payment {
        payer = List.copyOf(payer);
    }

    public Payment withPayer(List<String> lines) {
        return new Payment(form, vendor, account, amount, lines, travellerReference);
    }

    /// The form only.
    @Override
    public String toString() {
        return "payment " + form;
    }
}
