package manumit.hub.hits;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks at clocks and notices again and again while the hub runs.
@Component
class HitRounds implements SmartLifecycle {

    private final Rounds rounds;

    HitRounds(
            HitClock hitClock,
            Notices notices,
            Clock clock,
            @Value("${manumit.hits.every:10s}") Duration every) {
        this.rounds =
                new Rounds(
                        "hit clocks",
                        every,
                        () -> {
                            hitClock.tick(clock.instant());
                            notices.sendDue();
                        });
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
