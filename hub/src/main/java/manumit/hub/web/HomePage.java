package manumit.hub.web;

import java.util.Comparator;
import java.util.List;
import manumit.hub.access.Acting;
import manumit.hub.access.Open;
import manumit.hub.database.ActingTransaction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What needs somebody now, and where to go.
@Controller
class HomePage {

    private final List<Duty.Source> duties;
    private final Frames frames;

    HomePage(ObjectProvider<Duty.Source> duties, Frames frames) {
        this.duties = duties.orderedStream().toList();
        this.frames = frames;
    }

    @Configuration(proxyBeanMethods = false)
    static class Where {
        @Bean
        Place homePlace() {
            return new Place("home", "/", "home", null, 0);
        }
    }

    @GetMapping("/")
    @Open(Open.Whom.SIGNED_IN)
    String home(Model model) {
        Acting acting = ActingTransaction.signedIn();
        model.addAttribute(
                "duties",
                duties.stream()
                        .flatMap(source -> source.duties(acting).stream())
                        .sorted(Comparator.comparing(Duty::state))
                        .toList());
        model.addAttribute("suspendedTypes", acting.suspendedTypes().stream().sorted().toList());
        model.addAttribute(
                "places",
                frames.placesOf(acting).stream()
                        .filter(place -> !place.path().equals("/"))
                        .toList());
        model.addAttribute(
                "roles", acting.roles().stream().sorted(Comparator.naturalOrder()).toList());
        return "web/home";
    }
}
