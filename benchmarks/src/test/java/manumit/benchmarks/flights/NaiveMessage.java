package manumit.benchmarks.flights;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Takes a message apart by the bare rules of ISO 9735, apart from the writers and from the readers
/// of the project. Knows the wrapping of Type B and folded lines.
///
/// @param segments elements of each segment, the tag first; components of an element
record NaiveMessage(List<List<List<String>>> segments) {

    static NaiveMessage of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf('\u0002') + 1;
        int end = text.indexOf('\u0003');
        text = text.substring(begin, end < 0 ? text.length() : end).replace("\r\n", "");
        char component = ':';
        char element = '+';
        char release = '?';
        char terminator = '\'';
        if (text.startsWith("UNA")) {
            component = text.charAt(3);
            element = text.charAt(4);
            release = text.charAt(6);
            terminator = text.charAt(8);
            text = text.substring(9);
        }
        List<List<List<String>>> segments = new ArrayList<>();
        List<List<String>> elements = new ArrayList<>();
        List<String> components = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == release) {
                value.append(text.charAt(++i));
            } else if (c == component || c == element || c == terminator) {
                components.add(value.toString());
                value.setLength(0);
                if (c != component) {
                    elements.add(components);
                    components = new ArrayList<>();
                }
                if (c == terminator) {
                    segments.add(elements);
                    elements = new ArrayList<>();
                }
            } else {
                value.append(c);
            }
        }
        if (!value.isEmpty() || !elements.isEmpty()) {
            throw new AssertionError("the message ends within a segment");
        }
        return new NaiveMessage(segments);
    }

    static String tag(List<List<String>> segment) {
        return segment.getFirst().getFirst();
    }

    /// Component of an element, both from 0; the tag is element 0. Empty where there is none.
    static String value(List<List<String>> segment, int element, int component) {
        return element < segment.size() && component < segment.get(element).size()
                ? segment.get(element).get(component)
                : "";
    }

    List<List<List<String>>> all(String tag) {
        return segments.stream().filter(segment -> tag(segment).equals(tag)).toList();
    }

    List<List<List<String>>> all(String tag, String first) {
        return all(tag).stream().filter(segment -> value(segment, 1, 0).equals(first)).toList();
    }

    List<List<String>> only(String tag) {
        List<List<List<String>>> all = all(tag);
        if (all.size() != 1) {
            throw new AssertionError(tag + ": " + all.size() + " segments");
        }
        return all.getFirst();
    }

    /// Number of segments from UNH to UNT, both included.
    int messageSegments() {
        List<String> tags = segments.stream().map(NaiveMessage::tag).toList();
        return tags.indexOf("UNT") - tags.indexOf("UNH") + 1;
    }
}
