package manumit.benchmarks.flights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/// What passenger lists and bookings have in common: parts, envelope and trailer.
abstract class Interchange {

    final Flight flight;
    final Habits habits;
    final SplittableRandom random;

    Interchange(Flight flight, SplittableRandom random) {
        this.flight = flight;
        this.habits = flight.habits();
        this.random = random;
    }

    /// All parts, in the order in which they arrive.
    final List<byte[]> write() {
        List<List<Booking>> parts = parts();
        List<byte[]> messages = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            messages.add(writePart(parts.get(i), i, parts.size()));
        }
        if (habits.isMixed() && messages.size() > 1) {
            Collections.shuffle(messages, new Random(random.nextLong()));
        }
        return messages;
    }

    private byte[] writePart(List<Booking> bookings, int part, int parts) {
        int travellers = bookings.stream().mapToInt(b -> b.travellers().size()).sum();
        MessageText text = new MessageText(habits, 1000 + travellers * lengthOfTraveller());
        String reference = reference(part);
        begin(text, reference);
        text.segment("UNH").element("1").element(type());
        for (String component : version()) {
            text.component(component);
        }
        text.element(accessReference());
        if (parts > 1 || habits.marksParts()) {
            text.element(part < 9 ? "0" + (part + 1) : "" + (part + 1));
            if (habits.marksParts() && (part == 0 || part == parts - 1)) {
                text.component(part == parts - 1 ? "F" : "C");
            }
        }
        text.end();
        writeBody(text, bookings);
        int count = text.segments() + 1;
        text.segment("UNT")
                .element(
                        switch (habits.count()) {
                            case RIGHT -> count;
                            case ONE_LESS -> count - 1;
                            case WRONG -> 159;
                        })
                .element("1")
                .end();
        finish(text, reference);
        return text.bytes("QK GOVXXYY\r\n.HDQRM" + flight.carrier() + " 291200\r\n");
    }

    /// Bookings are never split. The last part is never empty.
    private List<List<Booking>> parts() {
        int most = habits.partTravellers();
        if (most == 0) {
            return List.of(flight.bookings());
        }
        List<List<Booking>> parts = new ArrayList<>();
        List<Booking> part = new ArrayList<>();
        int travellers = 0;
        for (Booking booking : flight.bookings()) {
            if (!part.isEmpty() && travellers + booking.travellers().size() > most) {
                parts.add(part);
                part = new ArrayList<>();
                travellers = 0;
            }
            part.add(booking);
            travellers += booking.travellers().size();
        }
        parts.add(part);
        return parts;
    }

    private void begin(MessageText text, String reference) {
        text.segment("UNB").element(syntax()).component(syntaxVersion());
        text.element(flight.carrier() + sender()).element("GOVAPI");
        time(text).element(reference).empty().element(application()).end();
        if (habits.hasGroup()) {
            text.segment("UNG").element(type()).element(flight.carrier()).element("GOVAPI");
            time(text).element(reference);
            List<String> version = version();
            text.element(version.get(2)).element(version.get(0)).component(version.get(1)).end();
        }
    }

    private MessageText time(MessageText text) {
        return text.element("")
                .yymmdd(flight.departure().toLocalDate())
                .component("")
                .hhmm(flight.departure());
    }

    private void finish(MessageText text, String reference) {
        if (habits.hasGroup()) {
            text.segment("UNE").element("1").element(reference).end();
        }
        if (habits.hasUnz()) {
            text.segment("UNZ").element("1").element(reference).end();
        }
    }

    private String reference(int part) {
        return Long.toString(Math.floorMod(flight.seed(), 100_000_000L) * 100 + part);
    }

    abstract String type();

    abstract String syntax();

    abstract String syntaxVersion();

    abstract String sender();

    abstract String application();

    /// Components behind the type in UNH: version, release, agency, association code.
    abstract List<String> version();

    /// Ties the parts of a flight together.
    abstract String accessReference();

    /// Characters a traveller, about.
    abstract int lengthOfTraveller();

    abstract void writeBody(MessageText text, List<Booking> bookings);
}
