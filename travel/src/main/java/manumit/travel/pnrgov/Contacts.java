package manumit.travel.pnrgov;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.travel.Contact;
import manumit.travel.intake.Mail;

/// Telephone numbers and mail addresses in service requests, remarks and addresses.
final class Contacts {

    /// A letter that others follow belongs to a city: `CTCBOG 571`.
    private static final Pattern REMARK =
            Pattern.compile(
                    "(?:.{0,4} )?CTC(E(?=.*(?://|@))|[A-Z](?![A-Z]))? ?(.+)", Pattern.DOTALL);

    private Contacts() {}

    /// By what it looks like.
    static Contact of(String text) {
        boolean mail = text.contains("@") || text.contains("//");
        return mail
                ? new Contact(Contact.Kind.MAIL, Mail.address(text))
                : new Contact(Contact.Kind.PHONE, text);
    }

    /// A remark such as `CTCE USER//HOST` or `CTCM 4412345`; empty if it is about something else.
    static Optional<Contact> find(String remark) {
        Matcher matcher = REMARK.matcher(remark);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String value = matcher.group(2).strip();
        String code = matcher.group(1);
        return Optional.of(code == null ? of(value) : ofCode(code, value));
    }

    /// @param code last letter of `CTCE`, `CTCM` …
    static Contact ofCode(String code, String value) {
        return switch (code) {
            case "E" -> new Contact(Contact.Kind.MAIL, Mail.address(value));
            case "F" -> new Contact(Contact.Kind.FAX, value);
            default -> new Contact(Contact.Kind.PHONE, value);
        };
    }
}
