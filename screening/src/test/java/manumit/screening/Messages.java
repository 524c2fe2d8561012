package manumit.screening;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import manumit.travel.PassengerList;
import manumit.travel.TravelMessage;
import manumit.travel.TravelMessages;

/// Messages of invented passengers.
final class Messages {

    static final String ANNA = "NAD+FL+++ERIKSSON:ANNA'DTM+329:740812'RFF+ABO:A1'";
    static final String IVO = "NAD+FL+++PETROV:IVO'DTM+329:840217'RFF+ABO:A2'";
    static final String LARA = "NAD+FL+++MERU:LARA'DTM+329:910301'RFF+ABO:A3'";

    private Messages() {}

    /// A passenger list of flight ZZ and this number.
    ///
    /// @param access common access reference and part, for example `S1+01:C`; or empty
    static TravelMessage list(int flight, String access, String persons, int stated) {
        return list("0900", flight, access, persons, stated);
    }

    /// A list of one passenger of flight ZZ123, prepared at that time of the day, `HHMM`.
    static TravelMessage listPreparedAt(String time, String person) {
        return list(time, 123, "", person, 1);
    }

    private static TravelMessage list(
            String time, int flight, String access, String persons, int stated) {
        return read(
                "UNB+UNOA:4+ZZ+UTOGOV+280728:"
                        + time
                        + "+1'UNH+1+PAXLST:D:05B:UN:IATA+"
                        + access
                        + "'BGM+745'TDT+20+ZZ"
                        + flight
                        + "+++ZZ'LOC+125+VIE'DTM+189:2807281100:201'LOC+87+LHR'DTM+232:2807281220:201'"
                        + persons
                        + "CNT+42:"
                        + stated
                        + "'UNT+9+1'UNZ+1+1'");
    }

    /// These persons are on board of flight ZZ and this number.
    static TravelMessage closeOut(int flight, String persons) {
        return read(
                "UNB+UNOA:4+ZZ+UTOGOV+280728:1100+1'UNH+1+PAXLST:D:05B:UN:IATA'BGM+266+CLOB'TDT+20+ZZ"
                        + flight
                        + "+++ZZ'LOC+125+VIE'DTM+189:2807281100:201'LOC+87+LHR'DTM+232:2807281220:201'"
                        + persons
                        + "UNT+9+1'UNZ+1+1'");
    }

    /// Bookings for flight ZZ123 with these travellers (`TIF+…'`).
    static TravelMessage bookings(String locator, String travellers) {
        return read(
                "UNB+IATA:1+ZZ++280727:2100+2'UNH+1+PNRGOV:13:1:IA+"
                        + "'MSG+:22'ORG+ZZ:VIE+1'TVL+280728:1100:280728:1220+VIE+LHR+ZZ+123'EQN+1'SRC'RCI+ZZ:"
                        + locator
                        + "'"
                        + travellers
                        + "TVL+280728:1100:280728:1220+VIE+LHR+ZZ+123:B'UNT+9+1'UNZ+1+2'");
    }

    /// A list without a flight.
    static TravelMessage withoutFlight(String persons) {
        return read("UNH+1+PAXLST:D:05B:UN:IATA'BGM+745'" + persons + "UNT+4+1'");
    }

    /// One person as a list has it.
    static manumit.travel.Passenger person(String segments) {
        return ((PassengerList) list(1, "", segments, 1)).manifest().passengers().getFirst();
    }

    private static TravelMessage read(String text) {
        List<TravelMessage> messages = new ArrayList<>();
        TravelMessages.read(text.getBytes(StandardCharsets.ISO_8859_1), messages::add);
        if (messages.size() != 1) {
            throw new AssertionError("one message expected, found " + messages.size());
        }
        return Objects.requireNonNull(messages.getFirst());
    }
}
