package manumit.travel;

/// One entry of a booking's history.
///
/// @param action `A` added, `X` cancelled, other letters as written
/// @param subject tag of what was changed: `TIF` a traveller, `TVL` a leg, `SSR` a service
/// @param written the segment that was changed, for travellers and legs; for services the code;
///   empty where that was dropped
/// @param at when
/// @param by who: system, city and country as written, with blanks between them
public record Change(String action, String subject, String written, LocalMoment at, String by) {

    /// Action and subject only.
    @Override
    public String toString() {
        return action + " " + subject;
    }
}
