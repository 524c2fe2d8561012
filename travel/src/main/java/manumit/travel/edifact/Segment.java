package manumit.travel.edifact;

import manumit.travel.warnings.Place;

/// One segment of a message: its tag is element 0. A view; it stays valid.
///
/// What is not written is empty: elements and components are asked for by position, as trailing
/// ones may be left out.
public final class Segment {

    private final Tokens tokens;
    private final int index;

    Segment(Tokens tokens, int index) {
        this.tokens = tokens;
        this.index = index;
    }

    /// Three capital letters, or whatever stands in their place.
    public String tag() {
        return tokens.tag(index);
    }

    /// Number of elements, the tag included.
    public int elements() {
        return tokens.elements(index);
    }

    /// Number of components of an element; 0 if it is not there.
    public int components(int element) {
        return tokens.components(index, element);
    }

    /// The first component of an element, without blanks around it; empty if it is not there.
    public String text(int element) {
        return text(element, 0);
    }

    /// A component, released characters resolved, line ends and blanks around it removed.
    public String text(int element, int component) {
        return tokens.text(index, element, component);
    }

    /// All components of an element, with `:` between them.
    public String joined(int element) {
        StringBuilder joined = new StringBuilder(text(element, 0));
        for (int component = 1; component < components(element); component++) {
            joined.append(':').append(text(element, component));
        }
        return joined.toString();
    }

    /// Whether an element is this number, perhaps with zeros in front.
    boolean states(int element, int count) {
        String written = text(element);
        String digits = Integer.toString(count);
        int zeros = written.length() - digits.length();
        return zeros >= 0
                && written.endsWith(digits)
                && written.substring(0, zeros).chars().allMatch(c -> c == '0');
    }

    /// The segment as it was written, without line ends and terminator.
    public String verbatim() {
        return tokens.verbatim(index);
    }

    public Place place() {
        return tokens.place(index);
    }

    /// Tag and place: a segment holds personal data.
    @Override
    public String toString() {
        return tag() + " at " + place();
    }
}
