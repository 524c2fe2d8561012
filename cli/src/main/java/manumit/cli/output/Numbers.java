package manumit.cli.output;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as they are printed.
public final class Numbers {

    private static final int SCORE_DECIMALS = 9;
    private static final int BITS_DECIMALS = 2;

    /// Digits kept of a score's distance from 0 or 1.
    private static final int DISTANCE_DIGITS = 3;

    private Numbers() {}

    /// A score in (0, 1) with 9 decimals, and with more where it lies so near 0 or 1 that 9 could
    /// no longer tell it from its neighbours. Never 0 or 1.
    public static BigDecimal score(double score) {
        double distance = Math.min(score, 1 - score);
        if (distance <= 0) {
            // Beyond what a double can hold: 53 bits of evidence and more.
            BigDecimal least = new BigDecimal("1E-16");
            return score <= 0 ? least : BigDecimal.ONE.subtract(least);
        }
        int leadingZeros = (int) Math.floor(-Math.log10(distance));
        int decimals = Math.max(SCORE_DECIMALS, leadingZeros + DISTANCE_DIGITS);
        return new BigDecimal(score).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /// Bits of evidence with 2 decimals.
    public static BigDecimal bits(double bits) {
        return new BigDecimal(bits).setScale(BITS_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /// Bits with sign and one decimal, five characters wide up to 99.9; a true minus sign is
    /// avoided, since not every terminal has it.
    public static String signedBits(double bits) {
        BigDecimal rounded = new BigDecimal(bits).setScale(1, RoundingMode.HALF_EVEN);
        String text = (rounded.signum() < 0 ? "" : "+") + rounded.toPlainString();
        return " ".repeat(Math.max(0, 5 - text.length())) + text;
    }
}
