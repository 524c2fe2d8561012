package manumit.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import manumit.hub.access.Needs;
import manumit.hub.access.Open;
import manumit.hub.database.ActingTransaction;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets a request through to a handler of ours only if the actor has the right it asks for.
///
/// A handler without {@link Needs} or {@link Open} answers nobody.
@Component
class RightsInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith("manumit.")) {
            return true;
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        Open open = method.getMethodAnnotation(Open.class);
        if ((needs == null) == (open == null)) {
            throw new AccessDeniedException("the handler says not, or twice, whom it answers");
        }
        if (needs != null
                && Arrays.stream(needs.value()).noneMatch(ActingTransaction.signedIn()::may)) {
            throw new AccessDeniedException("lacks the right " + Arrays.toString(needs.value()));
        }
        if (open != null && open.value() == Open.Whom.SIGNED_IN) {
            ActingTransaction.signedIn();
        }
        return true;
    }
}
