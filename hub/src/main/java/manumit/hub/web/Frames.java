package manumit.hub.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import manumit.hub.access.Acting;
import manumit.hub.database.ActingTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/// Puts the {@link Frame} into the model of every page.
@Component
class Frames implements HandlerInterceptor, WebMvcConfigurer {

    private record Names(String person, String member) {}

    private final ActingTransaction transactions;
    private final List<Place> places;
    private final List<PlaceCount> counts;
    private final List<ContextEntry> context;
    private final Clock clock;

    Frames(
            ActingTransaction transactions,
            ObjectProvider<Place> places,
            ObjectProvider<PlaceCount> counts,
            ObjectProvider<ContextEntry> context,
            Clock clock) {
        this.transactions = transactions;
        this.places = places.stream().sorted(Place.ORDER).toList();
        this.counts = counts.stream().toList();
        this.context = context.orderedStream().toList();
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        if (page != null
                && page.getViewName() != null
                && !page.getViewName().startsWith("redirect:")) {
            page.addObject("frame", around(request));
        }
    }

    /// The places that the actor may go to.
    List<Place> placesOf(Acting acting) {
        return places.stream().filter(place -> place.isOpenTo(acting)).toList();
    }

    /// Asks the database for names, unless this is the page that says that something failed.
    Frame around(HttpServletRequest request) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
        if (signedIn == null || !(signedIn.getPrincipal() instanceof Acting acting)) {
            return frame(request, null, new Names("", ""), Map.of(), Map.of());
        }
        return frame(
                request,
                acting,
                failed ? new Names("", "") : names(acting),
                failed ? Map.of() : contextOf(acting),
                failed ? Map.of() : waitingFor(acting));
    }

    private Frame frame(
            HttpServletRequest request,
            @Nullable Acting acting,
            Names names,
            Map<String, String> entries,
            Map<String, Long> waiting) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return new Frame(
                acting != null,
                names.person(),
                names.member(),
                entries,
                acting == null ? List.of() : placesOf(acting),
                waiting,
                acting == null ? Set.of() : acting.rights(),
                asked == null ? request.getRequestURI() : asked.toString(),
                theme(request),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private Map<String, String> contextOf(Acting acting) {
        Map<String, String> entries = new LinkedHashMap<>();
        context.forEach(entry -> entries.put(entry.name(), entry.value(acting).orElse("")));
        return entries;
    }

    private Map<String, Long> waitingFor(Acting acting) {
        Set<String> open = placesOf(acting).stream().map(Place::name).collect(Collectors.toSet());
        Map<String, Long> waiting = new HashMap<>();
        for (PlaceCount one : counts) {
            long count = open.contains(one.place()) ? one.count(acting) : 0;
            if (count > 0) {
                waiting.put(one.place(), count);
            }
        }
        return waiting;
    }

    private Names names(Acting acting) {
        return transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                SELECT COALESCE(u.display_name, a.name) AS person, m.name AS member
                                FROM manumit.members m
                                LEFT JOIN manumit.users u ON u.id = :id
                                LEFT JOIN manumit.machines a ON a.id = :id
                                WHERE m.id = :member
                                """)
                        .param("id", acting.id())
                        .param("member", acting.member())
                        .query((row, _) ->
                                new Names(row.getString("person"), row.getString("member")))
                        .single());
    }

    private static String theme(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, PreferencesPage.THEME_COOKIE);
        return cookie == null || !List.of("light", "dark").contains(cookie.getValue())
                ? ""
                : cookie.getValue();
    }
}
