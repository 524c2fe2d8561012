package manumit.travel;

import java.util.List;
import manumit.travel.warnings.Warning;

/// One message of a carrier.
public sealed interface TravelMessage permits PassengerList, BookingList, Unreadable {

    /// What is odd in it; empty if nothing.
    List<Warning> warnings();
}
