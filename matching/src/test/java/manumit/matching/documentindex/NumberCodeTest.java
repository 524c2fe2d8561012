package manumit.matching.documentindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import manumit.matching.documents.DocumentNumber;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class NumberCodeTest {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @Seeds(1000)
    void theNumberComesBackFromItsCode(Seed seed) {
        String plain = plain(seed.random());

        long key = NumberCode.key(plain);
        long spelling = NumberCode.spelling(plain);

        assertThat(key).isBetween(0L, (1L << NumberCode.KEY_BITS) - 1);
        assertThat(spelling).isBetween(0L, (1L << NumberCode.SPELLING_BITS) - 1);
        assertThat(NumberCode.plain(key, spelling)).isEqualTo(plain);
    }

    @ParameterizedTest
    @Seeds(1000)
    void numbersShareAKeyIfAndOnlyIfTheyAreFoldedAlike(Seed seed) {
        Random random = seed.random();
        String one = plain(random);
        char[] letters = one.toCharArray();
        letters[random.nextInt(letters.length)] =
                CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        String other = new String(letters);

        assertThat(NumberCode.key(one) == NumberCode.key(other))
                .isEqualTo(
                        DocumentNumber.of(one).folded().equals(DocumentNumber.of(other).folded()));
        assertThat(
                        NumberCode.key(one) == NumberCode.key(other)
                                && NumberCode.spelling(one) == NumberCode.spelling(other))
                .isEqualTo(one.equals(other));
    }

    @Test
    void leadingZerosCount() {
        assertThat(NumberCode.key("00123")).isNotEqualTo(NumberCode.key("0123"));
        assertThat(NumberCode.key("")).isNotEqualTo(NumberCode.key("0"));
    }

    @Test
    void theLastNumberFits() {
        String last = "Y".repeat(NumberCode.MAX_LENGTH);

        assertThat(NumberCode.plain(NumberCode.key(last), 0)).isEqualTo(last);
    }

    /// The code is part of the file format: files written today must be read tomorrow.
    @Test
    void theCodeIsTheOneInExistingFiles() {
        assertThat(NumberCode.key("AB1234567")).isEqualTo(22_458_376_020_583_727L);
        assertThat(NumberCode.spelling("OQDILJZSGB90"))
                .isEqualTo(0b10_11_01_01_11_10_01_01_01_01_00_00);
        assertThat(NumberCode.FOLD_CHECKSUM).isEqualTo(0xd54a3946);
        assertThat(LongEntry.hash("01234567890123")).isEqualTo(0x90c4404e4728174aL);
    }

    @Test
    void consecutiveNumbersSpreadEvenlyOverBuckets() {
        int bits = 12;
        int[] buckets = new int[1 << bits];
        for (int i = 0; i < 16 << bits; i++) {
            String number = String.format(Locale.ROOT, "%09d", 310_000_000 + i);
            buckets[(int) (NumberCode.key(number) >>> (NumberCode.KEY_BITS - bits))]++;
        }

        // 16 on average; of 4096 draws by chance the largest is about 32.
        for (int bucket : buckets) {
            assertThat(bucket).isBetween(1, 40);
        }
    }

    private static String plain(Random random) {
        StringBuilder plain = new StringBuilder();
        int length = 1 + random.nextInt(NumberCode.MAX_LENGTH);
        for (int i = 0; i < length; i++) {
            plain.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return plain.toString();
    }
}
