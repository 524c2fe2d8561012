package manumit.hub.web;

import java.util.Optional;
import manumit.hub.access.Acting;

/// What the context bar says besides the member: operation, post, purpose. A bean each; shown in
/// the order of Spring's `@Order`. Its label is the message `context.NAME`.
public interface ContextEntry {

    String name();

    /// Empty: none chosen.
    Optional<String> value(Acting acting);
}
