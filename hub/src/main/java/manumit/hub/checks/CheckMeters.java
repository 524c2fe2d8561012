package manumit.hub.checks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Figures of checks for whoever watches the hub. None of candidates: they would tell of what is
/// hidden.
@Component
class CheckMeters {

    private final Counter checks;
    private final Counter refused;
    private final Timer groups;
    private final DistributionSummary sizes;

    CheckMeters(MeterRegistry registry) {
        checks = registry.counter("manumit.checks");
        refused = registry.counter("manumit.checks.refused");
        groups = registry.timer("manumit.checks.group");
        sizes = registry.summary("manumit.checks.group.size");
    }

    void recorded(int made, long nanos) {
        checks.increment(made);
        groups.record(nanos, TimeUnit.NANOSECONDS);
        sizes.record(made);
    }

    /// Nobody had room to wait.
    void refused() {
        refused.increment();
    }
}
