package manumit.travel;

/// A reference that the message gives, with its qualifier as written, for example `AEA`.
public record Reference(String qualifier, String value) {

    /// The qualifier only.
    @Override
    public String toString() {
        return "reference " + qualifier;
    }
}
