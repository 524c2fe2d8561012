package manumit.travel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The bookings for one flight, put together from the messages about it. They are sent several
/// times before departure, whole or as changes, each time in one or more parts.
///
/// A booking is known by its {@link Booking#key}, and by its turn where a message repeats it, or a
/// push one without locator; the latest one counts. Not thread-safe.
public final class BookingAssembly {

    /// One push, in one or more parts.
    private static final class Series {

        final String prepared;
        final Set<String> bookings = new HashSet<>();

        /// How often the push had a booking without locator.
        final Map<String, Integer> timesWithoutLocator = new HashMap<>();

        int stated = -1;

        Series(String prepared) {
            this.prepared = prepared;
        }
    }

    private final Set<String> digests = new HashSet<>();
    private final Map<String, Series> seriesByKey = new HashMap<>();
    private final Map<String, Booking> bookings = new LinkedHashMap<>();
    private final Map<String, String> preparedByBooking = new HashMap<>();
    private Series latest = new Series("");

    /// A flight of which nothing is known yet.
    public BookingAssembly() {}

    /// Adds one message. The caller has made sure that it is about this flight ({@link Leg#key}).
    public Novelty add(BookingList list) {
        MessageHeader header = list.header();
        if (!digests.add(header.bodyDigest())) {
            return Novelty.DUPLICATE;
        }
        String own = header.accessReference().isEmpty() ? header.bodyDigest() : "";
        String seriesKey = header.seriesKey() + "\u001f" + own;
        boolean known = seriesByKey.containsKey(seriesKey);
        String prepared = header.envelope().prepared();
        Series series = seriesByKey.computeIfAbsent(seriesKey, _ -> new Series(prepared));
        series.stated = Math.max(series.stated, list.statedBookings());
        boolean late = latest.prepared.compareTo(series.prepared) > 0;
        if (!late) {
            latest = series;
        }
        Map<String, Integer> timesInMessage = new HashMap<>();
        for (Booking booking : list.bookings()) {
            String key = booking.key();
            Map<String, Integer> turns =
                    booking.locator().isEmpty() ? series.timesWithoutLocator : timesInMessage;
            int times = turns.merge(key, 1, Integer::sum);
            // Some send a booking once for each traveller.
            String id = times == 1 ? key : key + "\u001f" + times;
            series.bookings.add(id);
            String before = preparedByBooking.getOrDefault(id, "");
            if (before.compareTo(prepared) <= 0) {
                bookings.put(id, booking);
                preparedByBooking.put(id, prepared);
            }
        }
        if (late) {
            return Novelty.LATE;
        }
        return known ? Novelty.PART : Novelty.NEW;
    }

    /// The latest version of the booking with this {@link Booking#key}; of several, the first.
    public Optional<Booking> find(String key) {
        return Optional.ofNullable(bookings.get(key));
    }

    /// All bookings, the latest version of each; cancelled ones too.
    public List<Booking> bookings() {
        return List.copyOf(bookings.values());
    }

    /// Whether the latest push has arrived completely.
    public Completeness completeness() {
        return Completeness.of(latest.bookings.size(), latest.stated);
    }
}
