package manumit.matching.documentindex;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import manumit.matching.documents.DocumentNumber;

/// A document number of at most 12 characters as two integers, exactly: the *key* says what is left
/// after folding, the *spelling* which of the confused characters were written.
///
/// Folding leaves 26 characters. The key counts all strings of them up to 12 long, which takes 57
/// bits, and then shuffles these counts one-to-one: keys of consecutive numbers spread evenly, so
/// that the leading bits of a key are a hash and the rest need not be stored with it. The spelling
/// has 2 bits a character, the last character lowest.
///
/// All of this is part of the file format.
final class NumberCode {

    /// Longest number that has a code.
    static final int MAX_LENGTH = 12;

    static final int KEY_BITS = 57;
    static final int SPELLING_BITS = 2 * MAX_LENGTH;

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// What folding leaves, in the order of their digits in base 26.
    private static final String FOLDED = "0123456789ACEFHKMNPRTUVWXY";

    private static final long KEY_MASK = (1L << KEY_BITS) - 1;

    /// At least half of the bits, which makes `x ^ x >>> SHIFT` its own inverse.
    private static final int SHIFT = 29;

    private static final long FIRST = 0x9E3779B97F4A7C15L & KEY_MASK;
    private static final long SECOND = 0xBF58476D1CE4E5B9L & KEY_MASK;
    private static final long FIRST_INVERSE = inverse(FIRST);
    private static final long SECOND_INVERSE = inverse(SECOND);

    /// Character to its digit after folding, and to which of those folded alike it is.
    private static final byte[] DIGIT = new byte['Z' + 1];

    private static final byte[] VARIANT = new byte['Z' + 1];

    /// Digit and variant to character; 0 where there is none.
    private static final char[] WRITTEN = new char[FOLDED.length() << 2];

    /// Of the folding rules: a file made by others must not be read by these.
    static final int FOLD_CHECKSUM;

    static {
        int[] seen = new int[FOLDED.length()];
        String folded = DocumentNumber.of(CHARACTERS).folded();
        for (int i = 0; i < CHARACTERS.length(); i++) {
            int digit = FOLDED.indexOf(folded.charAt(i));
            int variant = seen[digit]++;
            DIGIT[CHARACTERS.charAt(i)] = (byte) digit;
            VARIANT[CHARACTERS.charAt(i)] = (byte) variant;
            WRITTEN[digit << 2 | variant] = CHARACTERS.charAt(i);
        }
        CRC32C crc = new CRC32C();
        crc.update(folded.getBytes(StandardCharsets.US_ASCII));
        FOLD_CHECKSUM = (int) crc.getValue();
    }

    private NumberCode() {}

    /// @param plain capital letters and digits, at most 12
    static long key(String plain) {
        long count = 0;
        for (int i = 0; i < plain.length(); i++) {
            count = count * FOLDED.length() + DIGIT[plain.charAt(i)] + 1;
        }
        return shuffle(count);
    }

    /// @param plain capital letters and digits, at most 12
    static long spelling(String plain) {
        long spelling = 0;
        for (int i = 0; i < plain.length(); i++) {
            spelling = spelling << 2 | VARIANT[plain.charAt(i)];
        }
        return spelling;
    }

    /// Are these one character after folding?
    ///
    /// @param any also what is no capital letter or digit; the answer then means nothing
    /// @param plain a capital letter or digit
    static boolean isFoldedAlike(byte any, char plain) {
        return any >= 0 && any < DIGIT.length && DIGIT[any] == DIGIT[plain];
    }

    /// The number back from its code.
    ///
    /// @return empty where no number has this code
    static String plain(long key, long spelling) {
        long count = unshuffle(key);
        long rest = spelling;
        char[] plain = new char[MAX_LENGTH];
        int start = MAX_LENGTH;
        while (count > 0) {
            if (start == 0) {
                return "";
            }
            int digit = (int) ((count - 1) % FOLDED.length());
            count = (count - 1) / FOLDED.length();
            plain[--start] = WRITTEN[digit << 2 | (int) (rest & 3)];
            rest >>>= 2;
            if (plain[start] == 0) {
                return "";
            }
        }
        return rest == 0 ? new String(plain, start, MAX_LENGTH - start) : "";
    }

    /// One-to-one on 57 bits, every bit of the input reaching the leading bits of the output.
    private static long shuffle(long count) {
        long x = count;
        x ^= x >>> SHIFT;
        x = x * FIRST & KEY_MASK;
        x ^= x >>> SHIFT;
        x = x * SECOND & KEY_MASK;
        return x ^ x >>> SHIFT;
    }

    private static long unshuffle(long key) {
        long x = key;
        x ^= x >>> SHIFT;
        x = x * SECOND_INVERSE & KEY_MASK;
        x ^= x >>> SHIFT;
        x = x * FIRST_INVERSE & KEY_MASK;
        return x ^ x >>> SHIFT;
    }

    /// Of an odd number modulo 2^57, by Newton's method: each step doubles the right bits.
    private static long inverse(long odd) {
        long x = odd;
        for (int i = 0; i < 6; i++) {
            x *= 2 - odd * x;
        }
        return x & KEY_MASK;
    }
}
