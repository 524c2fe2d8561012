package manumit.travel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who is on one flight, put together from the passenger lists about it: parts of a series in any
/// order, repeated messages, later lists, changes, close-out.
///
/// Every part counts as soon as it is added; nothing waits for the last one. Two entries are one
/// person if they share, in order of trust: the carrier's unique reference; document type, issuer
/// and number, unless name and birth date both differ; locator, names and birth date; names, birth
/// date and sex. Two entries of one message are always two persons.
///
/// A full list replaces the earlier one when it is complete. A list with a transaction reference
/// (interactive) speaks of its own persons only, and so adds. Not thread-safe.
public final class ManifestAssembly {

    /// A person, and what was said of him or her last.
    ///
    /// @param passenger as the latest message has it
    public record OnFlight(Passenger passenger, Presence presence) {}

    /// What a message changed.
    ///
    /// @param added persons whom no message had before
    /// @param changed persons who were known and stand in the message, as the message has them;
    ///   that is as they are now, unless it is {@link Novelty#LATE}
    /// @param moved persons who were known and of whom something else is said now about being on
    ///   board; they need not stand in the message
    public record Step(
            Novelty novelty, List<OnFlight> added, List<OnFlight> changed, List<OnFlight> moved) {

        public Step {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
            moved = List.copyOf(moved);
        }
    }

    /// Passengers and crew come in lists of their own; each replaces its own kind only.
    private enum Track {
        PASSENGERS,
        CREW
    }

    /// One full list, in one or more parts.
    private static final class Series {

        final String prepared;
        final Set<Integer> persons = new HashSet<>();
        final Set<Integer> crew = new HashSet<>();
        int stated = -1;
        boolean crewStated;

        Series(String prepared) {
            this.prepared = prepared;
        }

        Completeness completeness() {
            return Completeness.of(counted(), stated);
        }

        /// Crew on a list of passengers stands for none of them, unless it is all that is on it.
        private int counted() {
            boolean crewOnly = crew.size() == persons.size();
            return crewStated || crewOnly ? persons.size() : persons.size() - crew.size();
        }
    }

    private final Set<String> digests = new HashSet<>();
    private final Map<String, Series> seriesByKey = new HashMap<>();
    private final Map<Track, Series> current = new HashMap<>();
    private final List<Passenger> persons = new ArrayList<>();

    /// What was last told of each person.
    private final List<Presence> told = new ArrayList<>();

    /// What was said beside full lists; absent where nothing was.
    private final Map<Integer, Presence> said = new HashMap<>();

    /// When the message was prepared that cancelled a person.
    private final Map<Integer, String> cancelledAt = new HashMap<>();

    /// Persons named by changes, and when the last one was prepared: they need not be on a full
    /// list that is older.
    private final Map<Integer, String> changedAt = new HashMap<>();

    private final Map<String, Integer> index = new HashMap<>();
    private boolean cancelled;

    /// A flight of which nothing is known yet.
    public ManifestAssembly() {}

    /// Adds one message. The caller has made sure that it is about this flight ({@link Leg#key}).
    public Step add(PassengerList list) {
        if (!digests.add(list.header().bodyDigest())) {
            return new Step(Novelty.DUPLICATE, List.of(), List.of(), List.of());
        }
        Novelty novelty = Novelty.NEW;
        Series series = null;
        if (replaces(list)) {
            series = seriesByKey.get(seriesKey(list));
            Track track = track(list);
            novelty = series == null ? Novelty.NEW : Novelty.PART;
            if (series == null) {
                series = new Series(list.header().envelope().prepared());
                seriesByKey.put(seriesKey(list), series);
            }
            Series latest = current.get(track);
            if (latest == null || latest.prepared.compareTo(series.prepared) <= 0) {
                current.put(track, series);
            } else {
                novelty = Novelty.LATE;
            }
            series.stated = Math.max(series.stated, stated(list));
            series.crewStated |= list.manifest().statedCrew() >= 0;
        }
        cancelled |= list.function() == ListFunction.FLIGHT_CANCELLED;
        return addPersons(list, novelty, Optional.ofNullable(series));
    }

    private Step addPersons(PassengerList list, Novelty novelty, Optional<Series> series) {
        String prepared = list.header().envelope().prepared();
        Set<Integer> inMessage = new HashSet<>();
        Map<String, Integer> timesInMessage = new HashMap<>();
        List<Integer> added = new ArrayList<>();
        Map<Integer, Passenger> changed = new LinkedHashMap<>();
        for (Passenger passenger : list.manifest().passengers()) {
            List<String> keys = keys(passenger);
            keys.replaceAll(key -> numbered(key, timesInMessage.merge(key, 1, Integer::sum)));
            Optional<Integer> known = find(passenger, keys, inMessage);
            int person = known.orElse(persons.size());
            if (known.isEmpty()) {
                persons.add(passenger);
                added.add(person);
            } else {
                if (novelty != Novelty.LATE) {
                    persons.set(person, passenger);
                }
                changed.put(person, passenger);
            }
            inMessage.add(person);
            for (String key : keys) {
                index.put(key, person);
            }
            series.ifPresent(part -> {
                part.persons.add(person);
                if (isCrew(passenger)) {
                    part.crew.add(person);
                }
            });
            if (series.isEmpty()) {
                changedAt.merge(person, prepared, (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
            note(list.function(), person, prepared);
        }
        return new Step(
                novelty,
                added.stream().map(this::onFlight).toList(),
                changed.entrySet().stream()
                        .map(one -> new OnFlight(one.getValue(), presence(one.getKey())))
                        .toList(),
                moved());
    }

    /// Those of whom another presence was told before.
    private List<OnFlight> moved() {
        List<OnFlight> moved = new ArrayList<>(0);
        for (int person = 0; person < persons.size(); person++) {
            OnFlight now = onFlight(person);
            if (person == told.size()) {
                told.add(now.presence());
            } else if (told.set(person, now.presence()) != now.presence()) {
                moved.add(now);
            }
        }
        return moved;
    }

    private void note(ListFunction function, int person, String prepared) {
        switch (function) {
            case CANCEL -> {
                said.put(person, Presence.CANCELLED);
                cancelledAt.put(person, prepared);
            }
            case ON_BOARD, CLOSED -> said.put(person, Presence.BOARDED);
            case NOT_ON_BOARD -> said.put(person, Presence.NOT_BOARDED);
            case CHANGE -> said.remove(person, Presence.CANCELLED);
            case FULL -> {
                // Booked again since, or a list that is older than the cancellation.
                if (prepared.compareTo(cancelledAt.getOrDefault(person, prepared)) > 0) {
                    said.remove(person, Presence.CANCELLED);
                }
            }
            case FLIGHT_CANCELLED, FLIGHT_CHANGED, UNKNOWN -> {
                // Says nothing about being on board.
            }
        }
    }

    private static boolean replaces(PassengerList list) {
        return list.function() == ListFunction.FULL && list.transaction().isEmpty();
    }

    /// Messages without access reference are series of their own.
    private static String seriesKey(PassengerList list) {
        MessageHeader header = list.header();
        String own = header.accessReference().isEmpty() ? header.bodyDigest() : "";
        return header.seriesKey() + "\u001f" + list.documentCode() + "\u001f" + own;
    }

    private static Track track(PassengerList list) {
        return switch (list.documentCode()) {
            case "250", "336" -> Track.CREW;
            default -> Track.PASSENGERS;
        };
    }

    private static int stated(PassengerList list) {
        Manifest manifest = list.manifest();
        if (manifest.statedPassengers() < 0) {
            return manifest.statedCrew();
        }
        return manifest.statedPassengers() + Math.max(0, manifest.statedCrew());
    }

    /// All persons of whom any message spoke, in the order of arrival.
    public List<OnFlight> persons() {
        List<OnFlight> all = new ArrayList<>(persons.size());
        for (int person = 0; person < persons.size(); person++) {
            all.add(onFlight(person));
        }
        return all;
    }

    /// Whether the latest full list of passengers is complete. A list of interactive messages only
    /// states no total.
    public Completeness passengersComplete() {
        return completeness(Track.PASSENGERS);
    }

    /// Whether the latest list of the crew is complete.
    public Completeness crewComplete() {
        return completeness(Track.CREW);
    }

    /// Whether the carrier has said that the flight does not take place.
    public boolean isCancelled() {
        return cancelled;
    }

    private Completeness completeness(Track track) {
        Series series = current.get(track);
        return series == null ? new Completeness.Unstated(0) : series.completeness();
    }

    private OnFlight onFlight(int person) {
        return new OnFlight(persons.get(person), presence(person));
    }

    private Presence presence(int person) {
        Presence presence = said.get(person);
        if (presence != null) {
            return presence;
        }
        return isListed(person) ? Presence.LISTED : Presence.UNLISTED;
    }

    private boolean isListed(int person) {
        Series latest = current.get(isCrew(persons.get(person)) ? Track.CREW : Track.PASSENGERS);
        String change = changedAt.get(person);
        // Passengers and crew may come in one list.
        Series passengers = current.get(Track.PASSENGERS);
        return latest == null
                || (change != null && change.compareTo(latest.prepared) >= 0)
                || latest.persons.contains(person)
                || (passengers != null && passengers.persons.contains(person))
                || latest.completeness() instanceof Completeness.Incomplete;
    }

    private static boolean isCrew(Passenger passenger) {
        return passenger.role() == Role.CREW || passenger.role() == Role.TRANSIT_CREW;
    }

    /// Namesakes of one message keep their order in the next, so each is found again.
    private static String numbered(String key, int timesInMessage) {
        return timesInMessage == 1 ? key : key(key, Integer.toString(timesInMessage));
    }

    private Optional<Integer> find(Passenger passenger, List<String> keys, Set<Integer> inMessage) {
        for (String key : keys) {
            Integer person = index.get(key);
            if (person != null
                    && !inMessage.contains(person)
                    && (!key.startsWith("document") || agree(passenger, persons.get(person)))) {
                return Optional.of(person);
            }
        }
        return Optional.empty();
    }

    /// Whether two holders of one document number may be one person: some carriers fill in the same
    /// number for everybody.
    private static boolean agree(Passenger a, Passenger b) {
        boolean sameName =
                a.name().surname().equals(b.name().surname())
                        && a.name().given().equals(b.name().given());
        return sameName || (!a.birthDate().isUnknown() && a.birthDate().equals(b.birthDate()));
    }

    /// What tells a person, most trusted first.
    private static List<String> keys(Passenger passenger) {
        List<String> keys = new ArrayList<>(4);
        if (!passenger.uniqueReference().isEmpty()) {
            keys.add(key("reference", passenger.uniqueReference()));
        }
        for (TravelDocument document : passenger.documents()) {
            if (!document.number().isEmpty()) {
                keys.add(key("document", document.type(), document.issuer(), document.number()));
            }
        }
        PersonName name = passenger.name();
        if (!name.isUnknown()) {
            String birth = passenger.birthDate().text();
            if (!passenger.locator().isEmpty()) {
                keys.add(key("locator", passenger.locator(), name.surname(), name.given(), birth));
            }
            keys.add(key("name", name.surname(), name.given(), birth, passenger.sex().name()));
        }
        return keys;
    }

    private static String key(String... parts) {
        return String.join("\u001f", parts);
    }
}
