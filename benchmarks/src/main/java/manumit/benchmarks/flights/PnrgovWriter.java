package manumit.benchmarks.flights;

import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import manumit.matching.Sex;

/// A flight as bookings: PNRGOV 11.1 or 15.1 of PADIS EDIFACT, a push at check-in.
final class PnrgovWriter extends Interchange {

    PnrgovWriter(Flight flight, SplittableRandom random) {
        super(flight, random);
    }

    @Override
    String type() {
        return "PNRGOV";
    }

    @Override
    String syntax() {
        return "IATA";
    }

    @Override
    String syntaxVersion() {
        return "1";
    }

    @Override
    String sender() {
        return "";
    }

    @Override
    String application() {
        return "PNRGOV";
    }

    @Override
    List<String> version() {
        String version = habits.pnrgovVersion();
        int colon = version.indexOf(':');
        return List.of(version.substring(0, colon), version.substring(colon + 1), "IA");
    }

    @Override
    String accessReference() {
        LocalDateTime time = flight.departure();
        MessageText text = new MessageText(Habits.plain(), 24);
        text.ddmmyy(time.toLocalDate()).value("/").hhmm(time).value("/" + flight.carrier());
        text.value("/" + flight.number());
        return text.toString();
    }

    @Override
    int lengthOfTraveller() {
        return 620;
    }

    @Override
    void writeBody(MessageText text, List<Booking> bookings) {
        text.segment("MSG").empty().component("22").end();
        text.segment("ORG").element(flight.carrier()).component(flight.from().code()).end();
        leg(text).end();
        text.segment("EQN").element(flight.bookings().size()).end();
        for (Booking booking : bookings) {
            writeBooking(text, booking);
        }
    }

    private void writeBooking(MessageText text, Booking booking) {
        text.segment("SRC").end();
        locator(text, booking);
        text.segment("DAT").element("700").component("");
        moment(text, booking.created().plusHours(30)).end();
        if (!habits.isBrief()) {
            text.segment("IFT").element("4").component("28").component("").component("");
            text.value(flight.carrier());
            text.element("CTCE USER" + booking.locator() + "//EXAMPLE.ORG").end();
        }
        writeOrigin(text, booking);
        if (!habits.isBrief()) {
            text.segment("ADD").empty().element("700").component(street(booking));
            text.component("SOMEWHERE").component("").component("");
            text.component(flight.from().country().code()).component("1000");
            text.component("1 555 0100").end();
        }
        for (Traveller traveller : booking.travellers()) {
            writeTraveller(text, booking, traveller);
        }
        leg(text).component("Y").end();
        text.segment("RPI").element(seats(booking)).element("HK").end();
        if (!habits.isBrief()) {
            text.segment("APD").element("320").end();
        }
        for (Traveller traveller : booking.travellers()) {
            writeSeat(text, traveller);
        }
        if (!habits.isBrief()) {
            writeCheckIns(text, booking);
        }
    }

    private void writeOrigin(MessageText text, Booking booking) {
        text.segment("ORG").element("1A").component("MUC");
        if (booking.agency().isEmpty()) {
            text.empty().element(flight.from().code()).empty().element("A");
        } else {
            text.element(booking.agency()).component(flight.from().code() + "1A0980");
            text.element(flight.from().code()).empty().element("T");
        }
        text.element(flight.from().country().code()).end();
    }

    private void writeTraveller(MessageText text, Booking booking, Traveller traveller) {
        nameSegment(text, booking, traveller);
        text.segment("REF").empty().component(unique(traveller)).end();
        if (booking.hasDocuments()) {
            writeDocs(text, traveller);
        }
        if (!habits.isBrief() && traveller.kind() != Traveller.Kind.INFANT) {
            text.segment("TKT").element(ticket(traveller)).component("T").component("1").end();
            text.segment("MON").element("B").component("450.00").component("EUR").end();
            text.segment("FOP").element(booking.agency().isEmpty() ? "CC" : "CA");
            if (booking.agency().isEmpty()) {
                text.component("").component("450.00").component("VI");
                text.component("XXXXXXXXXXXX0000").component("0128");
            }
            text.end();
        }
    }

    private void nameSegment(MessageText text, Booking booking, Traveller traveller) {
        text.segment("TIF").element("").name(traveller.surname());
        text.element("").name(traveller.given()).name(traveller.title());
        text.component(
                traveller.kind() == Traveller.Kind.INFANT
                        ? "IN"
                        : String.valueOf(traveller.kind().letter()));
        text.component(traveller.number());
        int infant = infantOf(booking, traveller);
        if (infant > 0) {
            text.component(infant);
        }
        text.end();
    }

    /// 0 without one.
    private static int infantOf(Booking booking, Traveller adult) {
        for (Traveller other : booking.travellers()) {
            if (other.companion() == adult.number()) {
                return other.number();
            }
        }
        return 0;
    }

    private void writeDocs(MessageText text, Traveller traveller) {
        Traveller.Document document = traveller.document();
        service(text, "DOCS").component("").component("").component("").component("").component("");
        text.value("/" + document.type() + "/" + document.issuer() + "/" + document.number());
        text.value("/" + traveller.nationality() + "/").ddmmmyy(traveller.birth());
        text.value(traveller.sex() == Sex.FEMALE ? "/F" : "/M");
        text.value(traveller.kind() == Traveller.Kind.INFANT ? "I/" : "/");
        text.ddmmmyy(document.expiry()).value("/").name(traveller.surname());
        text.value("/").name(traveller.given()).end();
    }

    private void writeSeat(MessageText text, Traveller traveller) {
        if (traveller.seat().isEmpty()) {
            return;
        }
        service(text, "SEAT").component("").component("").component(flight.from().code());
        text.component(flight.to().code()).element(traveller.seat()).component("");
        text.component(traveller.number()).end();
    }

    /// Everybody with a seat is checked in.
    private void writeCheckIns(MessageText text, Booking booking) {
        for (Traveller traveller : booking.travellers()) {
            if (traveller.seat().isEmpty()) {
                continue;
            }
            text.segment("DAT").end();
            text.segment("ORG").element(flight.carrier());
            text.empty().empty().empty().element("A").end();
            text.segment("TRI").empty().element(flight.from().code());
            text.value("-" + traveller.number()).component("").component("");
            text.component(traveller.number()).end();
            nameSegment(text, booking, traveller);
            text.segment("SSD").element(traveller.seat());
            text.empty().empty().empty().element("Y").end();
            if (traveller.bags() > 0) {
                text.segment("TBD").empty().element(traveller.bags());
                text.component(traveller.bags() * 17).component("700").end();
            }
        }
    }

    private void locator(MessageText text, Booking booking) {
        text.segment("RCI").element(flight.carrier()).component(booking.locator());
        text.component("").component("");
        moment(text, booking.created()).end();
    }

    private MessageText leg(MessageText text) {
        text.segment("TVL").element("");
        moment(text, flight.departure()).component("");
        moment(text, flight.arrival());
        text.element(flight.from().code()).element(flight.to().code());
        return text.element(flight.carrier()).element(flight.number());
    }

    /// `DDMMYY` and `HHMM`, two components.
    private static MessageText moment(MessageText text, LocalDateTime time) {
        return text.ddmmyy(time.toLocalDate()).component("").hhmm(time);
    }

    private MessageText service(MessageText text, String code) {
        return text.segment("SSR")
                .element(code)
                .component("HK")
                .component("1")
                .component(flight.carrier());
    }

    private String unique(Traveller traveller) {
        return Long.toHexString(flight.seed() * 1_000 + traveller.number());
    }

    private String ticket(Traveller traveller) {
        return "999"
                + (1_000_000_000L
                        + Math.floorMod(flight.seed(), 1_000_000L) * 1_000
                        + traveller.number());
    }

    private static int seats(Booking booking) {
        int seats = 0;
        for (Traveller traveller : booking.travellers()) {
            seats += traveller.seat().isEmpty() ? 0 : 1;
        }
        return seats;
    }

    private static String street(Booking booking) {
        return (1 + Math.floorMod(booking.locator().hashCode(), 200)) + " KING'S ROAD";
    }
}
