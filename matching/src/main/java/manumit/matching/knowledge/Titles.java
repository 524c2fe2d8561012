package manumit.matching.knowledge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Titles, suffixes, particles and markers in names of many languages and scripts. Thread-safe.
public final class Titles {

    private static final Map<String, PartClass> CLASSES = new HashMap<>();

    /// Phrases of several words that stand for an unknown name.
    private static final Set<String> UNKNOWN_PHRASES = new HashSet<>();

    /// First characters of words and phrases for an unknown name, those below 128.
    private static final boolean[] UNKNOWN_BEGINNINGS = new boolean[128];

    static {
        for (String[] fields : Table.load("titles.tsv")) {
            PartClass partClass = PartClass.valueOf(fields[0]);
            for (int i = 1; i < fields.length; i++) {
                if (partClass == PartClass.UNKNOWN_MARKER && fields[i].charAt(0) < 128) {
                    UNKNOWN_BEGINNINGS[fields[i].charAt(0)] = true;
                }
                if (fields[i].indexOf(' ') < 0) {
                    CLASSES.put(fields[i], partClass);
                } else if (partClass == PartClass.UNKNOWN_MARKER) {
                    UNKNOWN_PHRASES.add(fields[i]);
                }
            }
        }
    }

    private Titles() {}

    /// The class of one part: normalised, lower case, in its own script or in Latin letters; a full
    /// stop at the end and apostrophes inside do not matter.
    public static PartClass classify(String part) {
        PartClass found = CLASSES.get(part);
        if (found == null && (part.indexOf('.') >= 0 || part.indexOf('\'') >= 0)) {
            found = CLASSES.get(part.replace(".", "").replace("'", ""));
        }
        return found == null ? PartClass.NONE : found;
    }

    /// Is this the Arabic article before a certain next part? It is `al`, `el`, `ul`, `il`, or it
    /// has taken on the first letter of that part, as in An Nasir, Ash Sharif. Other uses of the
    /// same letters, as in An Li, are names.
    public static boolean isArticleBefore(String part, String next) {
        if (classify(part) != PartClass.ARTICLE || next.isEmpty()) {
            return false;
        }
        char last = part.charAt(part.length() - 1);
        return last == 'l' || last > 'z' || next.startsWith(part.substring(1));
    }

    /// Cheap first look; signs that {@link #classify} leaves out may stand before the first letter.
    private static boolean mayBeUnknown(String name) {
        char first = name.isEmpty() ? ' ' : name.charAt(0);
        return first >= 128 || first < 'a' || UNKNOWN_BEGINNINGS[first];
    }

    /// Does a whole name (normalised, lower case) say only that the name is not known: "no name",
    /// "fnu lnu", "xxx"?
    public static boolean isUnknownName(String name) {
        if (!mayBeUnknown(name)) {
            return false;
        }
        if (UNKNOWN_PHRASES.contains(name)) {
            return true;
        }
        int start = 0;
        boolean any = false;
        while (start < name.length()) {
            int end = name.indexOf(' ', start);
            if (end < 0) {
                end = name.length();
            }
            if (end > start) {
                if (classify(name.substring(start, end)) != PartClass.UNKNOWN_MARKER) {
                    return false;
                }
                any = true;
            }
            start = end + 1;
        }
        return any;
    }
}
