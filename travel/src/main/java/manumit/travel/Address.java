package manumit.travel;

/// A postal address. Fields are empty where nothing is written.
///
/// @param purpose what for
/// @param country as written, two or three letters
public record Address(
        Purpose purpose,
        String street,
        String city,
        String region,
        String postcode,
        String country) {

    /// What for.
    public enum Purpose {
        RESIDENCE,
        DESTINATION,
        BIRTH,
        CONTACT,
        BILLING,
        UNKNOWN
    }

    public boolean isEmpty() {
        return (street + city + region + postcode + country).isEmpty();
    }

    /// Never the address.
    @Override
    public String toString() {
        return purpose + " address";
    }
}
