package manumit.hub.hits;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time of tests, and how it passes for one hit.
public final class HitTime {

    private HitTime() {}

    static Instant now() {
        return InstantSource.system().instant();
    }

    /// Puts its clock back by this much.
    public static void move(String hit, Duration passed) {
        String back =
                """
                UPDATE manumit.hits
                SET clock_from = clock_from - make_interval(secs => :seconds),
                    due_at = due_at - make_interval(secs => :seconds),
                    asked_at = asked_at - make_interval(secs => :seconds)
                WHERE id = :id::uuid
                """;
        TestSuperuser.sql()
                .sql(back)
                .param("seconds", (double) passed.toSeconds())
                .param("id", hit)
                .update();
    }
}
