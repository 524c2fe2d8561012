package manumit.travel;

/// A way to reach somebody.
///
/// @param kind which way
/// @param value number or address; a mail address has its `@` again
public record Contact(Kind kind, String value) {

    /// Which way.
    public enum Kind {
        PHONE,
        FAX,
        MAIL,
        OTHER
    }

    /// Never the value.
    @Override
    public String toString() {
        return kind + " contact";
    }
}
