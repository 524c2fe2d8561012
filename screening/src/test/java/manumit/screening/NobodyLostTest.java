package manumit.screening;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import manumit.screening.FlightAssemblies.Bounds;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// Whatever the order of lists, bookings, parts, repeats, changes and cancellations.
class NobodyLostTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2028-07-28T09:00:00Z"), ZoneOffset.UTC);

    /// Of some seeds the flights outgrow their limits and are let go.
    @ParameterizedTest
    @Seeds(500)
    void everybodyInIsScreenedOrAlikeOrUnchanged(Seed seed) {
        Random random = seed.random();
        Bounds bounds =
                seed.value() % 3 == 0 ? new Bounds(1, Duration.ofHours(1), 4, 5) : Bounds.DEFAULT;
        NobodyLost held = new NobodyLost(new FlightAssemblies(bounds, CLOCK));
        new RandomMessages(random::nextInt).draw(14).forEach(held::add);
    }

    @FuzzTest(maxDuration = "60s")
    void everybodyInIsScreenedWhateverTheFuzzerChooses(FuzzedDataProvider data) {
        NobodyLost held = new NobodyLost(new FlightAssemblies(Bounds.DEFAULT, CLOCK));
        new RandomMessages(most -> data.consumeInt(0, most - 1)).draw(40).forEach(held::add);
    }
}
