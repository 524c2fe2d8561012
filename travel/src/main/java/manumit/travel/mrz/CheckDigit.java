package manumit.travel.mrz;

/// The check digit of Doc 9303-3 §4.9: weights 7, 3, 1 over the values of characters (digits
/// themselves, A is 10, filler 0), modulo 10.
///
/// It finds every single wrong character but those of equal value modulo 10. So it never tells 1
/// from L, 6 from G, or 0 from A and from a filler.
final class CheckDigit {

    private static final int[] WEIGHTS = {7, 3, 1};

    private int sum;
    private int next;

    /// The digit over a part of a text.
    static char of(char[] text, int from, int to) {
        return new CheckDigit().add(text, from, to).digit();
    }

    /// Goes on over a further part.
    CheckDigit add(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            sum += value(text[i]) * WEIGHTS[next++ % 3];
        }
        return this;
    }

    char digit() {
        return (char) ('0' + sum % 10);
    }

    static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
    }
}
