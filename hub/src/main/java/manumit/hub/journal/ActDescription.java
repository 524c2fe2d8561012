package manumit.hub.journal;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import manumit.hub.access.Journaled;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Purpose;
import manumit.hub.web.Page;
import manumit.journal.ActKind;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/// How a request handler stands in the journal: by {@link Journaled}, or by its own shape.
///
/// A GET that answers with a list is a search, any other GET a read, everything else a change. The
/// action is made of the names of class and method: `UnitsApi.list` is `units.list`. The test
/// `JournaledHandlersTest` lists all of them, so a new one and a renamed one are reviewed.
///
/// @param assumed why, if the request does not say
/// @param statesPurpose the request must say why
record ActDescription(ActKind kind, String action, Purpose assumed, boolean statesPurpose) {

    /// Empty for a handler that is {@link NotJournaled}.
    static Optional<ActDescription> find(Method handler) {
        if (handler.isAnnotationPresent(NotJournaled.class)) {
            return Optional.empty();
        }
        Journaled stated = handler.getAnnotation(Journaled.class);
        if (stated == null) {
            return Optional.of(
                    new ActDescription(
                            kind(handler), action(handler), Purpose.ADMINISTRATION, false));
        }
        return Optional.of(
                new ActDescription(
                        stated.kind(),
                        stated.action().isEmpty() ? action(handler) : stated.action(),
                        stated.purpose(),
                        stated.statesPurpose()));
    }

    private static ActKind kind(Method handler) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class);
        boolean gets =
                mapping != null
                        && mapping.method().length == 1
                        && mapping.method()[0] == RequestMethod.GET;
        if (!gets) {
            return ActKind.CHANGE;
        }
        ResolvableType answer = ResolvableType.forMethodReturnType(handler);
        Class<?> body =
                answer.toClass().equals(ResponseEntity.class)
                        ? answer.getGeneric(0).toClass()
                        : answer.toClass();
        return Page.class.isAssignableFrom(body) || Collection.class.isAssignableFrom(body)
                ? ActKind.SEARCH
                : ActKind.READ;
    }

    private static String action(Method handler) {
        String type =
                handler.getDeclaringClass()
                        .getSimpleName()
                        .replaceFirst("(Api|Page|Pages|Endpoint)$", "");
        return words(type) + "." + words(handler.getName());
    }

    /// `inviteFirst` becomes `invite-first`.
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
