package manumit.benchmarks.flights;

import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import manumit.benchmarks.flights.Traveller.Gap;
import manumit.matching.Sex;

/// A flight as a passenger list: PAXLST D.05B or D.15B of UN/EDIFACT, the subset of the
/// WCO/IATA/ICAO guide.
final class PaxlstWriter extends Interchange {

    PaxlstWriter(Flight flight, SplittableRandom random) {
        super(flight, random);
    }

    @Override
    String type() {
        return "PAXLST";
    }

    @Override
    String syntax() {
        return "UNOA";
    }

    @Override
    String syntaxVersion() {
        return "4";
    }

    @Override
    String sender() {
        return "DCS";
    }

    @Override
    String application() {
        return "APIS";
    }

    @Override
    List<String> version() {
        return List.of("D", habits.paxlstVersion().substring(2), "UN", "IATA");
    }

    @Override
    String accessReference() {
        LocalDateTime time = flight.departure();
        MessageText text = new MessageText(Habits.plain(), 20);
        text.value(flight.designator()).value("/").yymmdd(time.toLocalDate()).value("/").hhmm(time);
        return text.toString();
    }

    @Override
    int lengthOfTraveller() {
        return 320;
    }

    @Override
    void writeBody(MessageText text, List<Booking> bookings) {
        text.segment("BGM").element("745").end();
        text.segment("NAD").element("MS").empty().empty().element("PASSENGERS' DESK").end();
        if (!habits.isBrief()) {
            text.segment("COM").element("1 555 0100").component("TE").end();
        }
        text.segment("TDT").element("20").element(flight.designator());
        text.empty().empty().element(flight.carrier()).end();
        place(text, "125", flight.from().code());
        time(text, "189", flight.departure());
        place(text, "87", flight.to().code());
        time(text, "232", flight.arrival());
        for (Booking booking : bookings) {
            for (Traveller traveller : booking.travellers()) {
                writeTraveller(text, booking, traveller);
            }
        }
        text.segment("CNT").element("42").component(flight.travellerCount()).end();
    }

    private void writeTraveller(MessageText text, Booking booking, Traveller traveller) {
        text.segment("NAD").element("FL").empty().empty().element("").name(traveller.surname());
        writeGiven(text, traveller.given());
        text.end();
        if (habits.isDateFirst()) {
            writeBirth(text, traveller);
            writeSex(text, traveller);
        } else {
            writeSex(text, traveller);
            writeBirth(text, traveller);
        }
        if (!habits.isBrief()) {
            text.segment("GEI").element("4").element("173").end();
            if (traveller.bags() > 0) {
                text.segment("MEA").element("CT").empty().element("");
                text.component(traveller.bags()).end();
            }
            place(text, "22", flight.to().code());
        }
        place(text, "178", flight.from().code());
        place(text, "179", flight.to().code());
        if (!traveller.gaps().contains(Gap.NATIONALITY)) {
            text.segment("NAT").element("2").element(traveller.nationality()).end();
        }
        text.segment("RFF").element("AVF").component(booking.locator()).end();
        if (!habits.isBrief()) {
            text.segment("RFF").element("ABO").component(flight.carrier());
            text.value(String.valueOf(traveller.number())).end();
            if (!traveller.seat().isEmpty()) {
                text.segment("RFF").element("SEA").component(traveller.seat()).end();
            }
        }
        writeDocument(text, traveller);
    }

    /// The second given name in a component of its own, as the guide has it.
    private void writeGiven(MessageText text, String given) {
        if (given.isEmpty()) {
            if (!habits.unknownGiven().isEmpty()) {
                text.component("").name(habits.unknownGiven());
            }
            return;
        }
        int space = given.indexOf(' ');
        text.component("").name(space < 0 ? given : given.substring(0, space));
        if (space > 0) {
            text.component("").name(given.substring(space + 1));
        }
    }

    private static void writeSex(MessageText text, Traveller traveller) {
        if (!traveller.gaps().contains(Gap.SEX)) {
            text.segment("ATT").element("2").empty();
            text.element(traveller.sex() == Sex.FEMALE ? "F" : "M").end();
        }
    }

    private void writeBirth(MessageText text, Traveller traveller) {
        if (traveller.gaps().contains(Gap.BIRTH_DATE)) {
            return;
        }
        text.segment("DTM").element("329").component(habits.blanksInDates() ? " " : "");
        if (traveller.gaps().contains(Gap.BIRTH_DAY)) {
            text.two(traveller.birth().getYear()).value("0000").end();
        } else {
            text.yymmdd(traveller.birth()).end();
        }
    }

    private void writeDocument(MessageText text, Traveller traveller) {
        if (traveller.gaps().contains(Gap.DOCUMENT)) {
            return;
        }
        Traveller.Document document = traveller.document();
        text.segment("DOC").element(document.type());
        if (!habits.isBrief()) {
            text.component("110").component("111");
        }
        text.element(document.number()).end();
        if (!traveller.gaps().contains(Gap.EXPIRY)) {
            text.segment("DTM").element("36").component(habits.blanksInDates() ? " " : "");
            text.yymmdd(document.expiry()).end();
        }
        place(text, "91", document.issuer());
    }

    private static void place(MessageText text, String qualifier, String code) {
        text.segment("LOC").element(qualifier).element(code).end();
    }

    private void time(MessageText text, String qualifier, LocalDateTime time) {
        text.segment("DTM").element(qualifier).component(habits.blanksInDates() ? " " : "");
        text.yymmdd(time.toLocalDate()).hhmm(time).component("201").end();
    }
}
