package manumit.hub.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The right that a request handler asks for; of several, one is enough. Exactly one of {@link
/// Needs} and {@link Open} stands on each handler; without either it answers nobody.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Right[] value();
}
