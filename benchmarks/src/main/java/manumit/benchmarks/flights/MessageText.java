package manumit.benchmarks.flights;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/// Writes segments: tag, elements, components, with a carrier's service characters. Counts the
/// segments from UNH on. Not thread-safe.
final class MessageText {

    private static final String[] MONTHS = {
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"
    };

    private final Habits habits;
    private final Habits.ServiceCharacters service;
    private final StringBuilder text;
    private int segments;

    MessageText(Habits habits, int expectedLength) {
        this.habits = habits;
        service = habits.service();
        text = new StringBuilder(expectedLength);
        if (habits.hasUna() || !service.equals(Habits.ServiceCharacters.DEFAULT)) {
            text.append("UNA")
                    .append(service.component())
                    .append(service.element())
                    .append('.')
                    .append(service.release())
                    .append(' ')
                    .append(service.terminator());
            lineEnd();
        }
    }

    /// Begins a segment.
    MessageText segment(String tag) {
        if (tag.equals("UNH")) {
            segments = 0;
        }
        segments++;
        text.append(tag);
        return this;
    }

    /// Begins an element, with its first component.
    MessageText element(String value) {
        text.append(service.element());
        return value(value);
    }

    /// An element that holds nothing.
    MessageText empty() {
        text.append(service.element());
        return this;
    }

    /// A further component.
    MessageText component(String value) {
        text.append(service.component());
        return value(value);
    }

    MessageText component(int value) {
        text.append(service.component()).append(value);
        return this;
    }

    MessageText element(int value) {
        text.append(service.element()).append(value);
        return this;
    }

    /// Goes on in the component.
    MessageText value(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == service.component()
                    || c == service.element()
                    || c == service.release()
                    || c == service.terminator()) {
                text.append(service.release());
            }
            text.append(c);
        }
        return this;
    }

    /// A name, in the case of the carrier.
    MessageText name(String name) {
        return value(habits.isLowerCase() ? name.toLowerCase(Locale.ROOT) : name);
    }

    /// `YYMMDD`.
    MessageText yymmdd(LocalDate date) {
        return two(date.getYear()).two(date.getMonthValue()).two(date.getDayOfMonth());
    }

    /// `DDMMYY`.
    MessageText ddmmyy(LocalDate date) {
        return two(date.getDayOfMonth()).two(date.getMonthValue()).two(date.getYear());
    }

    /// `DDMMMYY`, months in English.
    MessageText ddmmmyy(LocalDate date) {
        two(date.getDayOfMonth());
        text.append(MONTHS[date.getMonthValue() - 1]);
        return two(date.getYear());
    }

    /// `HHMM`.
    MessageText hhmm(LocalDateTime time) {
        return two(time.getHour()).two(time.getMinute());
    }

    /// The last two digits.
    MessageText two(int number) {
        int last = number % 100;
        text.append((char) ('0' + last / 10)).append((char) ('0' + last % 10));
        return this;
    }

    /// Ends a segment.
    void end() {
        text.append(service.terminator());
        lineEnd();
    }

    /// Segments since UNH, that one included.
    int segments() {
        return segments;
    }

    /// The interchange as sent: folded and wrapped as the carrier does.
    ///
    /// @param address line of addressees and line of origin, for Type B
    byte[] bytes(String address) {
        String all = text.toString();
        String folded =
                switch (habits.lines()) {
                    case NONE, SEGMENTS -> all;
                    case FOLDED_63 -> folded(all, 63);
                    case FOLDED_69 -> folded(all, 69);
                };
        String sent =
                habits.isTypeB() ? "\u0001" + address + "\u0002" + folded + "\r\n\u0003" : folded;
        return sent.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// What was written so far, neither folded nor wrapped.
    @Override
    public String toString() {
        return text.toString();
    }

    private void lineEnd() {
        if (habits.lines() == Habits.Lines.SEGMENTS) {
            text.append("\r\n");
        }
    }

    private static String folded(String text, int columns) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / columns * 2 + 2);
        for (int at = 0; at < text.length(); at += columns) {
            if (at > 0) {
                folded.append("\r\n");
            }
            folded.append(text, at, Math.min(at + columns, text.length()));
        }
        return folded.toString();
    }
}
