package manumit.hub.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A request handler that shows no record and changes nothing.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotJournaled {

    /// Why it need not be in the journal; reviewed with the list of all handlers.
    String value();
}
