package manumit.hub.web;

import java.util.List;
import manumit.hub.access.Acting;

/// Something that needs somebody now, shown on the home page, worst first.
///
/// @param state how bad it is
/// @param text key of a message
/// @param values for the message
/// @param path where it is done
public record Duty(State state, String text, List<Object> values, String path) {

    public Duty {
        values = List.copyOf(values);
    }

    /// For templates: the first value as text, digits as everywhere else on the page.
    public String value() {
        return values.isEmpty() ? "" : values.getFirst().toString();
    }

    /// What a capability knows of duties. A bean.
    public interface Source {
        /// Those of this actor now; none that the actor could do nothing about.
        List<Duty> duties(Acting acting);
    }
}
