package manumit.hub.checks;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Reason;
import manumit.hub.journal.SessionReason;
import manumit.hub.web.ContextEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// What somebody in front of pages works on: the post, chosen for the session beside operation and
/// purpose ({@link SessionReason}); and how the context bar tells it.
@Configuration(proxyBeanMethods = false)
class DutyChoice {

    private static final String POST = "manumit.post";
    private static final String POST_NAME = "manumit.post-name";

    /// @param post null: at none
    static void choose(HttpSession session, Reason reason, OwnPosts.@Nullable Post post) {
        SessionReason.choose(session, reason);
        session.setAttribute(POST, post == null ? null : post.id());
        session.setAttribute(POST_NAME, post == null ? null : post.name());
    }

    /// Where the person is; null if at no post.
    static @Nullable UUID post(HttpSession session) {
        return session.getAttribute(POST) instanceof UUID post ? post : null;
    }

    @Bean
    @Order(1)
    ContextEntry postEntry() {
        return new OfSession("post") {
            @Override
            Optional<String> told(HttpSession session) {
                return Optional.ofNullable((String) session.getAttribute(POST_NAME));
            }
        };
    }

    @Bean
    @Order(2)
    ContextEntry operationEntry() {
        return new OfSession("operation") {
            @Override
            Optional<String> told(HttpSession session) {
                return SessionReason.find(session)
                        .map(Reason::operation)
                        .filter(operation -> !operation.isEmpty());
            }
        };
    }

    @Bean
    @Order(3)
    ContextEntry purposeEntry(MessageSource messages) {
        return new OfSession("purpose") {
            @Override
            Optional<String> told(HttpSession session) {
                return SessionReason.find(session)
                        .map(reason ->
                                messages.getMessage(
                                        "purpose." + reason.purpose().code(),
                                        null,
                                        LocaleContextHolder.getLocale()));
            }
        };
    }

    /// Of the session at hand.
    private abstract static class OfSession implements ContextEntry {

        private final String name;

        OfSession(String name) {
            this.name = name;
        }

        abstract Optional<String> told(HttpSession session);

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<String> value(Acting acting) {
            return RequestContextHolder.getRequestAttributes()
                                    instanceof ServletRequestAttributes request
                            && request.getRequest().getSession(false) != null
                    ? told(request.getRequest().getSession(false))
                    : Optional.empty();
        }
    }
}
