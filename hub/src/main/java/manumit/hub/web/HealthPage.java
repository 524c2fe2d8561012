package manumit.hub.web;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import manumit.hub.access.Needs;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Right;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// How the hub itself is, in words: for those who run it and those who wait for it.
@Controller
class HealthPage {

    private static final long MEBIBYTE = 1024 * 1024;

    private final HealthEndpoint health;
    private final OpenSessions sessions;
    private final Clock clock;

    HealthPage(HealthEndpoint health, OpenSessions sessions, Clock clock) {
        this.health = health;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Where {
        @Bean
        Place healthPlace() {
            return new Place("health", "/health", "heartbeat", Right.READ_HEALTH, 91);
        }
    }

    /// @param name of the part, as the health endpoint calls it
    public record Part(String name, boolean up) {}

    /// @param runningFor since the start
    /// @param heapUsedMebibytes of memory for objects
    public record Facts(
            OffsetDateTime startedAt,
            Duration runningFor,
            long openSessions,
            long heapUsedMebibytes,
            long heapMaxMebibytes,
            String java) {

        public long days() {
            return runningFor.toDays();
        }

        public long hours() {
            return runningFor.toHoursPart();
        }

        public long minutes() {
            return runningFor.toMinutesPart();
        }
    }

    /// The whole page, or, asked by htmx, the part that changes.
    @GetMapping("/health")
    @NotJournaled("states of the parts of the hub, asked every ten seconds")
    @Needs(Right.READ_HEALTH)
    String health(@RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        HealthDescriptor whole = health.health();
        List<Part> parts = new ArrayList<>();
        if (whole instanceof CompositeHealthDescriptor composite
                && composite.getComponents() != null) {
            composite
                    .getComponents()
                    .forEach((name, part) ->
                            parts.add(new Part(name, part.getStatus().equals(Status.UP))));
        }
        parts.sort(Comparator.comparing(Part::up).thenComparing(Part::name));
        model.addAttribute("up", whole.getStatus().equals(Status.UP));
        model.addAttribute("parts", parts);
        model.addAttribute("facts", facts());
        model.addAttribute("moment", clock.instant().atOffset(ZoneOffset.UTC));
        return htmx.isEmpty() ? "web/health" : "web/health :: now";
    }

    private Facts facts() {
        Instant start = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new Facts(
                start.atOffset(ZoneOffset.UTC),
                Duration.between(start, clock.instant()),
                sessions.count(),
                heap.getUsed() / MEBIBYTE,
                heap.getMax() / MEBIBYTE,
                Runtime.version().toString());
    }
}
