package manumit.matching.similarity;

import java.util.Arrays;
import java.util.Locale;

/// Keys of a part. Methods for long lists hold two parts to be spellings of one name only if they
/// have a key in common: few do, so that an index finds all that may be alike by looking up some
/// dozens of keys.
///
/// ```text
/// letters with one left out   one slip (a letter replaced, left out, added, or swapped with its
///                             neighbour) leaves two parts with such a key in common
/// letters with two left out   two slips, in parts of 7 to 16 letters
/// sound                       the classes of the consonants: other vowels, other romanisations
/// group of equivalents        what is known beyond letters
/// writing                     other scripts: the same letters there
/// ```
///
/// Letters are those of {@link Letters#LATIN}, of each form of the part. Keys are hashes of 64
/// bits; where two meet by accident, similarity alone decides. Thread-safe.
public final class PartKeys {

    private static final long SOUND = 0x9E3779B97F4A7C15L;
    private static final long LETTERS = 0xC2B2AE3D27D4EB4FL;
    private static final long GROUP = 0x165667B19E3779F9L;
    private static final long WRITING = 0x27D4EB2F165667C5L;
    private static final long PRIME = 0x100000001b3L;

    /// Letters from which two may be left out.
    private static final int LONG = 7;

    /// Letters up to which two may be left out: beyond, the keys would be very many.
    private static final int LONGEST = 16;

    /// Letters of a part, and of its spelling, that are sure not to be cut.
    private static final int LONGEST_PLAIN = 32;

    private PartKeys() {}

    /// All keys, ascending, each once.
    public static long[] of(Part part) {
        Keys keys = new Keys();
        add(part, keys);
        for (int group : part.groups) {
            keys.add(mix(GROUP + group));
        }
        return keys.ascending();
    }

    /// The keys of all sounds, ascending: they are among {@link #of}.
    public static long[] soundsOf(Part part) {
        Keys keys = new Keys();
        for (String form : part.forms()) {
            addSound(form, keys);
        }
        return keys.ascending();
    }

    /// The key of the one sound of a part that is written in ASCII letters only, as {@link
    /// #soundsOf} has it, without making the part; 0 for other parts, and for those without a
    /// sound.
    public static long plainSound(String written) {
        int length = written.length();
        if (length == 0 || length > LONGEST_PLAIN) {
            return 0;
        }
        for (int i = 0; i < length; i++) {
            int c = written.charAt(i) | 0x20;
            if (written.charAt(i) >= 0x80 || c < 'a' || c > 'z') {
                return 0;
            }
        }
        String sound = Part.soundClassOf(Letters.latin(written.toLowerCase(Locale.ROOT)));
        return sound.isEmpty() ? 0 : hash(sound, SOUND);
    }

    private static void add(Part part, Keys keys) {
        keys.add(hash(part.written(), WRITING));
        for (String form : part.nativeForms()) {
            keys.add(hash(form, WRITING));
        }
        for (String form : part.forms()) {
            addSound(form, keys);
            addLetters(form, keys);
        }
        if (part.masculine != null) {
            add(part.masculine, keys);
        }
    }

    private static void addSound(String form, Keys keys) {
        String sound = Part.soundClassOf(form);
        if (!sound.isEmpty()) {
            keys.add(hash(sound, SOUND));
        }
    }

    private static void addLetters(String form, Keys keys) {
        int length = form.length();
        boolean isLong = length >= LONG && length <= LONGEST;
        keys.add(mix(hash(form, 0, length, LETTERS)));
        long before = LETTERS;
        for (int i = 0; i < length; i++) {
            keys.add(mix(hash(form, i + 1, length, before)));
            long between = before;
            for (int j = i + 1; isLong && j < length; j++) {
                keys.add(mix(hash(form, j + 1, length, between)));
                between = (between ^ form.charAt(j)) * PRIME;
            }
            before = (before ^ form.charAt(i)) * PRIME;
        }
    }

    private static long hash(String text, long start) {
        return mix(hash(text, 0, text.length(), start));
    }

    private static long hash(String text, int from, int to, long start) {
        long hash = start;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static long mix(long hash) {
        long h = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return h ^ h >>> 32;
    }

    /// Do the parts have a key in common?
    public static boolean share(Part a, Part b) {
        return meet(a.keys(), b.keys());
    }

    /// Do the parts sound alike in any of their forms?
    public static boolean shareSound(Part a, Part b) {
        return meet(soundsOf(a), soundsOf(b));
    }

    private static boolean meet(long[] left, long[] right) {
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                return true;
            }
            if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    /// Growing keys without order.
    private static final class Keys {
        private long[] values = new long[64];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        long[] ascending() {
            Arrays.sort(values, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || values[i] != values[i - 1]) {
                    values[kept++] = values[i];
                }
            }
            return Arrays.copyOf(values, kept);
        }
    }
}
