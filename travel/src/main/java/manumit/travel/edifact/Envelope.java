package manumit.travel.edifact;

/// What the interchange says about itself in UNB. Fields are empty where nothing is written.
///
/// @param syntax identifier and version as written, for example `UNOA:4` or `IATA:1`
/// @param sender an..35, without qualifier
/// @param recipient an..35, without qualifier
/// @param prepared date and time as written, `YYMMDD:HHMM` or with four digits of the year
/// @param controlReference an..14
/// @param applicationReference for example `APIS`
/// @param test whether the sender marked it as a test
public record Envelope(
        String syntax,
        String sender,
        String recipient,
        String prepared,
        String controlReference,
        String applicationReference,
        boolean test) {

    /// A message without interchange.
    public static final Envelope NONE = new Envelope("", "", "", "", "", "", false);

    static Envelope of(Segment unb) {
        return new Envelope(
                unb.text(1, 0) + ":" + unb.text(1, 1),
                unb.text(2, 0),
                unb.text(3, 0),
                unb.text(4, 0) + ":" + unb.text(4, 1),
                unb.text(5, 0),
                unb.text(7, 0),
                unb.text(11, 0).equals("1"));
    }
}
