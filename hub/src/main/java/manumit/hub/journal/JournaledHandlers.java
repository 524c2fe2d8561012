package manumit.hub.journal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import manumit.hub.access.Acting;
import manumit.hub.access.NotJournaled;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/// The one place through which every request reaches its handler, and where it becomes an act in
/// the journal: no handler can be forgotten, only exempted ({@link NotJournaled}).
///
/// Between the handler's answer and its sending. What {@link manumit.hub.access.Needs} refuses does
/// not come as far: {@link JournaledDenials}.
@Component
class JournaledHandlers implements WebMvcRegistrations {

    private static final String BEGUN = JournaledHandlers.class.getName();

    private final JournalPort journal;
    private final StatedReason reasons;
    private final Map<Method, Optional<ActDescription>> descriptions = new ConcurrentHashMap<>();

    JournaledHandlers(JournalPort journal, StatedReason reasons) {
        this.journal = journal;
        this.reasons = reasons;
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected ServletInvocableHandlerMethod createInvocableHandlerMethod(
                    HandlerMethod handler) {
                Optional<ActDescription> description =
                        isOurs(handler) ? describe(handler) : Optional.empty();
                return description.isPresent()
                        ? new JournaledHandler(handler, description.get())
                        : super.createInvocableHandlerMethod(handler);
            }
        };
    }

    private Optional<ActDescription> describe(HandlerMethod handler) {
        return descriptions.computeIfAbsent(handler.getMethod(), ActDescription::find);
    }

    static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("manumit.");
    }

    /// True once a request: for whoever writes its entry.
    static boolean isFirstEntry(HttpServletRequest request) {
        boolean first = request.getAttribute(BEGUN) == null;
        request.setAttribute(BEGUN, true);
        return first;
    }

    /// Begins an act in the name of whoever makes the request.
    ActUnderWay begin(ActDescription description) {
        ActUnderWay act = new ActUnderWay(journal, description);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Acting acting) {
            act.by(acting);
        }
        return act;
    }

    private final class JournaledHandler extends ServletInvocableHandlerMethod {

        private final ActDescription description;

        JournaledHandler(HandlerMethod handler, ActDescription description) {
            super(handler);
            this.description = description;
        }

        @Override
        public @Nullable Object invokeForRequest(
                NativeWebRequest request,
                @Nullable ModelAndViewContainer model,
                @Nullable Object... given)
                throws Exception {
            ActUnderWay act = begin(description);
            request.setAttribute(BEGUN, true, RequestAttributes.SCOPE_REQUEST);
            Object answer;
            try {
                act.because(reasons.of(request, description));
                answer = ActUnderWay.run(act, () -> super.invokeForRequest(request, model, given));
            } catch (Exception e) {
                Failure failure = Failure.of(e);
                act.fail(failure.outcome(description.kind()), failure.code());
                throw e;
            }
            act.tellOf(answer instanceof ResponseEntity<?> entity ? entity.getBody() : answer);
            act.end(status(answer, request));
            return answer;
        }

        private static int status(@Nullable Object answer, NativeWebRequest request) {
            if (answer instanceof ResponseEntity<?> entity) {
                return entity.getStatusCode().value();
            }
            if (answer instanceof ModelAndView page && page.getStatus() != null) {
                return page.getStatus().value();
            }
            HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
            return response == null ? 200 : response.getStatus();
        }
    }
}
