package manumit.cli.flights;

import manumit.travel.Passenger;
import manumit.travel.Presence;

/// A person who is not asked about now, and of whom a message says something all the same.
///
/// @param question number of the question whose answer is about this person too; 0 if only the
///   presence is another one
record ToldPerson(FlightMessage message, Passenger passenger, Presence presence, long question) {

    @Override
    public String toString() {
        return message + ", " + passenger;
    }
}
