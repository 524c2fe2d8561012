package manumit.matching.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Endings of patronymics and of surnames that change with the sex of their bearer, in Latin
/// letters, lower case. Thread-safe; the endings are data (`patronymics.tsv`).
public final class Patronymics {

    /// Shortest stem left of an ending, in letters: shorter words are names, not formations.
    private static final int MIN_STEM = 3;

    /// Where a patronymic comes from.
    public enum Kind {
        /// -ovich, -ovna and their Ukrainian, Belarusian and other forms: beside the surname.
        SLAVIC,
        /// -oglu, -qizi, -uulu written in one word.
        TURKIC,
        /// -son, -dottir: may be a mere surname.
        NORDIC,
        /// -yan, -ian: a surname in practice.
        ARMENIAN
    }

    /// A patronymic taken apart.
    ///
    /// @param stem the father's name without the ending; may lack its own last letters
    public record Patronymic(Kind kind, String stem) {}

    private record Ending(String ending, Kind kind) {}

    private record Gendered(String feminine, String masculine) {}

    /// Endings by their last letter minus a; longest first, as in the file.
    private static final List<List<Ending>> ENDINGS = new ArrayList<>();

    /// Longest feminine endings first.
    private static final List<Gendered> GENDERED = new ArrayList<>();

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            ENDINGS.add(new ArrayList<>());
        }
        for (String[] fields : Table.load("patronymics.tsv")) {
            if (fields[0].equals("SURNAME")) {
                GENDERED.add(new Gendered(fields[1], fields.length > 2 ? fields[2] : ""));
            } else {
                char last = fields[1].charAt(fields[1].length() - 1);
                ENDINGS.get(last - 'a').add(new Ending(fields[1], Kind.valueOf(fields[0])));
            }
        }
    }

    private Patronymics() {}

    /// The patronymic in a part; empty where it has none of the endings.
    public static Optional<Patronymic> find(String part) {
        Ending ending = ending(part);
        return ending == null
                ? Optional.empty()
                : Optional.of(
                        new Patronymic(
                                ending.kind,
                                part.substring(0, part.length() - ending.ending.length())));
    }

    private static @Nullable Ending ending(String part) {
        int last = part.isEmpty() ? -1 : part.charAt(part.length() - 1) - 'a';
        if (last < 0 || last >= ENDINGS.size()) {
            return null;
        }
        List<Ending> endings = ENDINGS.get(last);
        for (int i = 0; i < endings.size(); i++) {
            Ending ending = endings.get(i);
            int stem = part.length() - ending.ending.length();
            if (stem >= MIN_STEM && part.endsWith(ending.ending)) {
                return ending;
            }
        }
        return null;
    }

    /// Is this a Slavic or Turkic patronymic, which stands beside given name and surname?
    public static boolean isMiddleName(String part) {
        Ending ending = ending(part);
        return ending != null && (ending.kind == Kind.SLAVIC || ending.kind == Kind.TURKIC);
    }

    /// A surname without the ending that shows the sex of its bearer, so that both forms give the
    /// same text: `ivanova` and `ivanov`, `kowalska` and `kowalski`. The part itself where there is
    /// none.
    public static String genderedSurnameStem(String part) {
        for (Gendered ending : GENDERED) {
            int stem = part.length() - ending.feminine.length();
            if (stem >= MIN_STEM && part.endsWith(ending.feminine)) {
                return part.substring(0, stem) + ending.masculine;
            }
        }
        return part;
    }
}
