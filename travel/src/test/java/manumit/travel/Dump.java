package manumit.travel;

import java.lang.reflect.RecordComponent;
import java.util.List;
import manumit.travel.warnings.Place;
import manumit.travel.warnings.Warning;

/// Everything that was read, as indented text; what is empty or unknown is left out. For golden
/// files and comparisons.
final class Dump {

    private Dump() {}

    static String of(List<TravelMessage> messages) {
        StringBuilder text = new StringBuilder();
        for (TravelMessage message : messages) {
            append(text, "", message.getClass().getSimpleName(), message);
        }
        return text.toString();
    }

    /// Without the place, which noise moves.
    static String person(Passenger passenger) {
        StringBuilder text = new StringBuilder();
        append(text, "", "Passenger", passenger);
        return text.toString().replaceAll("(?m)^ *place: .*\n", "");
    }

    private static void append(StringBuilder text, String indent, String name, Object value) {
        switch (value) {
            case List<?> list -> {
                for (Object item : list) {
                    append(text, indent, name, item);
                }
            }
            case PartialDate date -> line(text, indent, name, date.text());
            case LocalMoment moment -> line(text, indent, name, moment.text());
            case FlightNumber number -> line(text, indent, name, number.text());
            case Place place -> line(text, indent, name, place.toString());
            case Warning warning ->
                    line(
                            text,
                            indent,
                            name,
                            warning.code().code()
                                    + " at "
                                    + warning.place()
                                    + " "
                                    + warning.text());
            case Unreadable unreadable -> line(text, indent, name, unreadable.toString());
            case Record record -> appendRecord(text, indent, name, record);
            default -> line(text, indent, name, value.toString());
        }
    }

    private static void appendRecord(
            StringBuilder text, String indent, String name, Record record) {
        StringBuilder inner = new StringBuilder();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            append(inner, indent + "  ", component.getName(), value(record, component));
        }
        if (!inner.isEmpty()) {
            text.append(indent).append(name).append('\n').append(inner);
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("records can be read", e);
        }
    }

    private static final List<String> SAYS_NOTHING =
            List.of("", "UNKNOWN", "-1", "-1.0", "0", "false");

    private static void line(StringBuilder text, String indent, String name, String value) {
        if (!SAYS_NOTHING.contains(value)) {
            text.append(indent).append(name).append(": ").append(value).append('\n');
        }
    }
}
