package manumit.matching.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import manumit.matching.text.Script;

/// How little a shared name part says: −log2 of the share of people who carry it, in bits.
///
/// Around 5 for the world's most common parts, {@link #UNKNOWN_BITS} for all that are rarer than
/// the table goes. From the file `rarity.tsv` (rows `f`, a form in {@link Letters}, or `c`, a sound
/// class; then eighths of a bit). Thread-safe.
public final class Rarity {

    /// Rarity of parts that the table does not hold: rarer than one person in 8,192.
    public static final double UNKNOWN_BITS = 13;

    // A form is rarer than its sound class by about this much.
    private static final double CLASS_TO_FORM = 1;

    private static final class Shared {
        static final Map<String, Double> FORMS = new HashMap<>();
        static final Map<String, Double> CLASSES = new HashMap<>();

        static {
            try (InputStream stream = Rarity.class.getResourceAsStream("rarity.tsv");
                    BufferedReader reader =
                            new BufferedReader(
                                    new InputStreamReader(
                                            stream == null ? InputStream.nullInputStream() : stream,
                                            StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (line.startsWith("#")) {
                        continue;
                    }
                    String[] cells = line.split("\t", -1);
                    (cells[0].equals("f") ? FORMS : CLASSES)
                            .put(cells[1], Integer.parseInt(cells[2]) / 8.0);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Rarity() {}

    /// Rarity of a part that two names share, in [0, {@link #UNKNOWN_BITS}]: the mean of the
    /// rarities of its form and of its sound class, since a spelling may be rare where its name is
    /// common. Arabic and Hebrew leave vowels out, so an unknown form says nothing there: the class
    /// decides.
    public static double bits(Part part) {
        return part.rarityBits();
    }

    /// As {@link #bits}, not kept.
    static double compute(Part part) {
        if ((part.script() == Script.ARABIC || part.script() == Script.HEBREW)
                && formBits(part) >= UNKNOWN_BITS) {
            return Math.min(UNKNOWN_BITS, soundClassBits(part) + CLASS_TO_FORM);
        }
        return (formBits(part) + soundClassBits(part)) / 2;
    }

    /// Rarity of the commonest form of the part, in [0, {@link #UNKNOWN_BITS}].
    public static double formBits(Part part) {
        double least = UNKNOWN_BITS;
        for (String form : part.forms()) {
            Double bits = Shared.FORMS.get(form);
            least = bits == null ? least : Math.min(least, bits);
        }
        return least;
    }

    /// Rarity of all parts that sound about like this one, in [0, {@link #UNKNOWN_BITS}]; of two
    /// parts that are only near, the smaller one counts.
    public static double soundClassBits(Part part) {
        Double bits = Shared.CLASSES.get(part.soundClass());
        return bits == null ? UNKNOWN_BITS : bits;
    }
}
