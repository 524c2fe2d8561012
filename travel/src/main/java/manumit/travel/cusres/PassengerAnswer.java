package manumit.travel.cusres;

import manumit.travel.Passenger;

/// The answer for one passenger. Locator and unique reference are repeated from the question: they
/// are all that ties the answer to a person.
///
/// @param locator empty if the question has none
/// @param uniqueReference empty if the question has none
/// @param text for the check-in agent, for example whom to call; never why. At most 350 characters;
///   empty for none
public record PassengerAnswer(
        String locator, String uniqueReference, Decision decision, String text) {

    private static final int MOST_CHARACTERS = 350;

    public PassengerAnswer {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "text: " + text.length() + " characters, at most " + MOST_CHARACTERS);
        }
    }

    public static PassengerAnswer of(Passenger passenger, Decision decision, String text) {
        return new PassengerAnswer(
                passenger.locator(), passenger.uniqueReference(), decision, text);
    }

    /// The decision only.
    @Override
    public String toString() {
        return decision.name();
    }
}
