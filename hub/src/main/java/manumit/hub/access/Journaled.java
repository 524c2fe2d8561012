package manumit.hub.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import manumit.journal.ActKind;

/// How a request handler stands in the journal, where its own shape does not tell it. A handler is
/// journaled without this, too.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Journaled {

    ActKind kind();

    /// Code of the act, such as `session.sign-in`; empty: made of the names of class and method.
    String action() default "";

    /// Why, if the request does not say so.
    Purpose purpose() default Purpose.ADMINISTRATION;

    /// Refuses a request that does not say why (R5): for whatever is about people.
    boolean statesPurpose() default false;
}
