package manumit.travel;

import java.util.ArrayList;
import java.util.List;
import manumit.travel.warnings.Place;

/// A person on a flight or in a booking. What the message does not say is empty or unknown.
///
/// @param names as the message gives them, the main one first; none if unknown. A given name with a
///   title glued on (`JOHNMR`) is there as written and once more without it
/// @param birthPlace as written
/// @param nationalities codes as written
/// @param residence code of the country of residence
/// @param embarked airport where the journey began
/// @param disembarked airport where it ends
/// @param cleared airport of clearance
/// @param locator of the booking
/// @param uniqueReference the carrier's reference of this person; stable over messages
/// @param travellerReference number in the booking; empty in passenger lists
/// @param accompanies of an infant: reference of the adult with whom it travels
/// @param seats as written, without leading zeros
/// @param frequentFlyer carrier and number
/// @param verified whether a machine read the document: `173` yes, `174` no, other national codes
/// @param crewKind as written, for example `CR1`
/// @param place where in the message the person begins
public record Passenger(
        Role role,
        AgeKind ageKind,
        List<PersonName> names,
        Sex sex,
        PartialDate birthDate,
        String birthPlace,
        List<String> nationalities,
        String residence,
        List<TravelDocument> documents,
        List<Address> addresses,
        List<Contact> contacts,
        String embarked,
        String disembarked,
        String cleared,
        String locator,
        String uniqueReference,
        String travellerReference,
        String accompanies,
        List<String> seats,
        Baggage baggage,
        List<String> tickets,
        List<String> frequentFlyer,
        String verified,
        String crewKind,
        List<Reference> references,
        Place place) {

    public Passenger {
        names = List.copyOf(names);
        nationalities = List.copyOf(nationalities);
        documents = List.copyOf(documents);
        addresses = List.copyOf(addresses);
        contacts = List.copyOf(contacts);
        seats = List.copyOf(seats);
        tickets = List.copyOf(tickets);
        frequentFlyer = List.copyOf(frequentFlyer);
        references = List.copyOf(references);
    }

    /// The main name; {@link PersonName#UNKNOWN} if there is none.
    public PersonName name() {
        return names.isEmpty() ? PersonName.UNKNOWN : names.getFirst();
    }

    /// Role and place: everything else is personal data.
    @Override
    public String toString() {
        return role + " at " + place;
    }

    /// Gathers a person while a message is read. Not thread-safe.
    public static final class Builder {

        public final Place place;
        public Role role = Role.PASSENGER;
        public AgeKind ageKind = AgeKind.UNKNOWN;
        public final List<PersonName> names = new ArrayList<>(1);
        public Sex sex = Sex.UNKNOWN;
        public PartialDate birthDate = PartialDate.UNKNOWN;
        public String birthPlace = "";
        public final List<String> nationalities = new ArrayList<>(1);
        public String residence = "";
        public final List<TravelDocument> documents = new ArrayList<>(1);
        public final List<Address> addresses = new ArrayList<>(0);
        public final List<Contact> contacts = new ArrayList<>(0);
        public String embarked = "";
        public String disembarked = "";
        public String cleared = "";
        public String locator = "";
        public String uniqueReference = "";
        public String travellerReference = "";
        public String accompanies = "";
        public final List<String> seats = new ArrayList<>(1);
        public Baggage baggage = Baggage.UNKNOWN;
        public final List<String> tickets = new ArrayList<>(0);
        public final List<String> frequentFlyer = new ArrayList<>(0);
        public String verified = "";
        public String crewKind = "";
        public final List<Reference> references = new ArrayList<>(0);

        public Builder(Place place) {
            this.place = place;
        }

        /// Whether nothing tells who this is.
        public boolean isEmpty() {
            return birthDate.isUnknown()
                    && names.stream().allMatch(PersonName::isUnknown)
                    && documents.stream().allMatch(TravelDocument::isEmpty);
        }

        public Passenger build() {
            return new Passenger(
                    role,
                    ageKind,
                    names,
                    sex,
                    birthDate,
                    birthPlace,
                    nationalities,
                    residence,
                    documents,
                    addresses,
                    contacts,
                    embarked,
                    disembarked,
                    cleared,
                    locator,
                    uniqueReference,
                    travellerReference,
                    accompanies,
                    seats,
                    baggage,
                    tickets,
                    frequentFlyer,
                    verified,
                    crewKind,
                    references,
                    place);
        }
    }
}
