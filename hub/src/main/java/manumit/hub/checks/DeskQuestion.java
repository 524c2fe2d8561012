package manumit.hub.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import manumit.hub.identity.Description;
import manumit.hub.identity.Description.WrittenDocument;
import manumit.hub.identity.Description.WrittenName;
import manumit.hub.web.Form;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import org.jspecify.annotations.Nullable;

/// What somebody typed or scanned at the desk, as a question: machine-readable lines, or a name;
/// and what is known besides.
final class DeskQuestion {

    /// A zone has fillers, a name has none.
    private static final String FILLER = "<";

    private DeskQuestion() {}

    static boolean isZone(String scanned) {
        return scanned.contains(FILLER);
    }

    /// @param post null: at none
    static CheckQuestion of(Form form, @Nullable UUID post) {
        // Browsers end lines otherwise than scripts do.
        String scanned = form.text("scan").replace("\r\n", "\n");
        boolean zone = isZone(scanned);
        List<WrittenName> names = new ArrayList<>();
        if (!zone && !scanned.isEmpty()) {
            names.add(new WrittenName(null, cut(scanned), null, null));
        }
        String document = form.text("document");
        Description description =
                new Description(
                        EntityKind.PERSON,
                        names,
                        listed(form.text("birthDates")),
                        null,
                        listed(form.text("nationalities")),
                        null,
                        document.isEmpty()
                                ? List.of()
                                : List.of(new WrittenDocument(null, document, null)));
        return new CheckQuestion(post, zone ? scanned : null, description);
    }

    private static List<String> listed(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    private static String cut(String name) {
        String line = name.replaceAll("\\s+", " ");
        return line.length() <= Name.MAX_LENGTH ? line : line.substring(0, Name.MAX_LENGTH);
    }
}
