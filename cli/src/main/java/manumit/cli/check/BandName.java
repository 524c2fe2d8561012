package manumit.cli.check;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import manumit.matching.Band;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The bands of candidates on the command line, in lower case.
public final class BandName implements ITypeConverter<Band> {

    private static final List<String> NAMES = List.of("strong", "possible", "weak");

    @Override
    public Band convert(String text) {
        if (!NAMES.contains(text.toLowerCase(Locale.ROOT))) {
            throw new TypeConversionException(
                    "expected one of " + String.join(", ", NAMES) + " but was '" + text + "'");
        }
        return Band.valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// For help and completion.
    public static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }
}
