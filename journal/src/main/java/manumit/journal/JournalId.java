package manumit.journal;

import java.util.UUID;

/// Tells one journal from another. Drawn by lot when the journal is first opened.
public record JournalId(UUID value) {

    /// @throws IllegalArgumentException if the text is no UUID in its usual form
    public static JournalId parse(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equals(text)) {
            throw new IllegalArgumentException(
                    "journal id: must be a lower-case UUID of 36 characters");
        }
        return new JournalId(value);
    }

    /// 36 characters, lower case.
    public String text() {
        return value.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
