package manumit.travel;

import java.util.List;
import manumit.travel.warnings.Place;

/// A booking (passenger name record).
///
/// @param locator under which the sender keeps it; empty if not given
/// @param otherLocators of other systems; the qualifier is the carrier
/// @param created when it was made
/// @param changed when it was last changed
/// @param group name of a group booked without names; or empty
/// @param legs of the journey, in the order of the message
/// @param contacts telephone numbers and mail addresses that belong to no one traveller
/// @param services that are kept; see `docs/travel.md`
/// @param splitFrom locators of bookings that this one was split from or into
/// @param otherBookings hotels, cars and the like, as written
/// @param history oldest first, as the sender orders it
/// @param cancelled whether the sender says that it no longer exists
public record Booking(
        String locator,
        List<Reference> otherLocators,
        LocalMoment created,
        LocalMoment changed,
        Agency agency,
        String group,
        List<Passenger> passengers,
        List<Leg> legs,
        List<Contact> contacts,
        List<Address> addresses,
        List<Ticket> tickets,
        List<Payment> payments,
        List<Service> services,
        List<Reference> splitFrom,
        List<String> otherBookings,
        List<Change> history,
        boolean cancelled,
        Place place) {

    public Booking {
        otherLocators = List.copyOf(otherLocators);
        passengers = List.copyOf(passengers);
        legs = List.copyOf(legs);
        contacts = List.copyOf(contacts);
        addresses = List.copyOf(addresses);
        tickets = List.copyOf(tickets);
        payments = List.copyOf(payments);
        services = List.copyOf(services);
        splitFrom = List.copyOf(splitFrom);
        otherBookings = List.copyOf(otherBookings);
        history = List.copyOf(history);
    }

    /// What tells this booking from others about the same flight: the locator; without one, the
    /// travellers and the group.
    public String key() {
        if (!locator.isEmpty()) {
            return locator;
        }
        StringBuilder key = new StringBuilder("\u001e").append(group);
        for (Passenger passenger : passengers) {
            PersonName name = passenger.name();
            key.append('\u001f').append(name.surname()).append('/').append(name.given());
            key.append('/').append(passenger.birthDate().text());
            passenger.documents().forEach(document -> key.append('/').append(document.number()));
        }
        return key.toString();
    }

    /// Place and number of travellers.
    @Override
    public String toString() {
        return "booking at " + place + ", " + passengers.size() + " persons";
    }
}
