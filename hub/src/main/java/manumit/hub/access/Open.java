package manumit.hub.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A request handler that asks for no right.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {

    /// Whom it answers.
    Whom value();

    /// Without a right there are two circles.
    enum Whom {
        /// Whoever reaches the hub; for signing in.
        EVERYBODY,
        /// Whoever signed in, whatever the role.
        SIGNED_IN
    }
}
