package manumit.hub.hits;

import java.time.Duration;

/// Lets time pass for one hit.
public final class HitTime {

    private HitTime() {}

    /// Puts its clock and its steps back by this much.
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
