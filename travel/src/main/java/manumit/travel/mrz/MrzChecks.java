package manumit.travel.mrz;

import java.util.ArrayList;
import java.util.List;

/// The check digits of a zone.
///
/// @param field whose digit
/// @param from first character it covers and the digit, for showing; inclusive
/// @param to exclusive
/// @param digit position of the digit
/// @param isEmpty the field holds nothing, so that the digit proves little
/// @param holds whether it holds; for an empty field both 0 and a filler do
record MrzChecks(MrzField field, int from, int to, int digit, boolean isEmpty, boolean holds) {

    /// In the order of the zone, the composite one last.
    static List<MrzChecks> listAll(MrzFormat format, char[] text) {
        MrzLayout layout = MrzLayout.of(format);
        List<MrzChecks> all = new ArrayList<>(5);
        for (MrzLayout.Span span : layout.fields()) {
            if (span.digit() < 0) {
                continue;
            }
            int to = span.digit() + 1;
            boolean isEmpty = span.isFillers(text);
            if (span.field() == MrzField.NUMBER) {
                NumberSpan number = NumberSpan.of(format, text);
                all.add(
                        new MrzChecks(
                                span.field(),
                                span.from(),
                                to,
                                number.digit(),
                                isEmpty,
                                number.holds(text)));
            } else {
                char read = text[span.digit()];
                boolean holds =
                        read == CheckDigit.of(text, span.from(), span.to())
                                || (isEmpty && read == '<');
                all.add(new MrzChecks(span.field(), span.from(), to, span.digit(), isEmpty, holds));
            }
        }
        if (layout.hasComposite()) {
            int digit = layout.compositeDigit();
            boolean holds = text[digit] == layout.compositeOf(text);
            all.add(new MrzChecks(MrzField.COMPOSITE, digit, digit + 1, digit, false, holds));
        }
        return all;
    }
}
