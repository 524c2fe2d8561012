package manumit.hub.hits;

import java.util.List;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.journal.ActKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How often candidates were not the person.
@Controller
class HitStatisticsPage {

    private final HitStatistics statistics;

    HitStatisticsPage(HitStatistics statistics) {
        this.statistics = statistics;
    }

    @GetMapping("/hits/statistics")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.SEARCH, action = "hits.statistics", purpose = Purpose.INVESTIGATION)
    String show(Model model) {
        List<HitStatistics.Line> lines = statistics.lines();
        model.addAttribute(
                "asking", lines.stream().filter(line -> line.side() == Party.ASKER).toList());
        model.addAttribute(
                "owning", lines.stream().filter(line -> line.side() == Party.OWNER).toList());
        return "hits/statistics";
    }
}
