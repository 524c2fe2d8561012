package manumit.travel;

/// A document as a message states it. Fields are empty where nothing is written.
///
/// @param type as written: `P` passport, `V` visa; other codes differ from country to country
/// @param number as written
/// @param issuer code of the issuing country, mostly three letters; or its name
/// @param nationality of the holder, where the document's entry states one
/// @param expiry last day of validity
/// @param issued day of issue
/// @param issuePlace where it was issued
public record TravelDocument(
        String type,
        String number,
        String issuer,
        String nationality,
        PartialDate expiry,
        PartialDate issued,
        String issuePlace) {

    public static TravelDocument of(String type, String number) {
        return new TravelDocument(
                type, number, "", "", PartialDate.UNKNOWN, PartialDate.UNKNOWN, "");
    }

    public boolean isEmpty() {
        return equals(of("", ""));
    }

    public TravelDocument withIssuer(String code) {
        return new TravelDocument(type, number, code, nationality, expiry, issued, issuePlace);
    }

    public TravelDocument withExpiry(PartialDate date) {
        return new TravelDocument(type, number, issuer, nationality, date, issued, issuePlace);
    }

    public TravelDocument withIssued(PartialDate date) {
        return new TravelDocument(type, number, issuer, nationality, expiry, date, issuePlace);
    }

    /// Type and issuer only: the number is personal data.
    @Override
    public String toString() {
        return "document " + type + " " + issuer;
    }
}
