package manumit.hub.checks;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import manumit.hub.access.Acting;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.checks.Coverage.PostCoverage;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.Duty;
import manumit.hub.web.Place;
import manumit.hub.web.State;
import manumit.journal.ActKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// Checks by post and hour; a silent post is a duty of whoever may see this.
@Controller
class CoveragePages implements Duty.Source {

    private final Coverage coverage;
    private final Clock clock;

    CoveragePages(Coverage coverage, Clock clock) {
        this.coverage = coverage;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Where {
        @Bean
        Place coveragePlace() {
            return new Place("coverage", "/coverage", "chart-bar", Right.READ_COVERAGE, 30);
        }
    }

    @GetMapping("/coverage")
    @Journaled(kind = ActKind.READ, action = "coverage.list", purpose = Purpose.COORDINATION)
    @Needs(Right.READ_COVERAGE)
    String show(Model model) {
        model.addAttribute("posts", coverage.of(ActingTransaction.signedIn()));
        model.addAttribute("hours", hours());
        return "checks/coverage";
    }

    /// The same as JSON.
    @GetMapping("/api/v1/coverage")
    @ResponseBody
    @Journaled(kind = ActKind.READ, purpose = Purpose.COORDINATION)
    @Needs(Right.READ_COVERAGE)
    List<PostCoverage> list() {
        return coverage.of(ActingTransaction.signedIn());
    }

    @Override
    public List<Duty> duties(Acting acting) {
        if (!acting.may(Right.READ_COVERAGE)) {
            return List.of();
        }
        return coverage.of(acting).stream()
                .filter(post -> post.state() == Coverage.State.SILENT)
                .map(post ->
                        new Duty(State.LATE, "duty.silent-post", List.of(post.name()), "/coverage"))
                .toList();
    }

    private List<OffsetDateTime> hours() {
        OffsetDateTime present =
                clock.instant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
        List<OffsetDateTime> hours = new ArrayList<>();
        for (int ago = Coverage.HOURS - 1; ago >= 0; ago--) {
            hours.add(present.minus(Duration.ofHours(ago)));
        }
        return hours;
    }
}
