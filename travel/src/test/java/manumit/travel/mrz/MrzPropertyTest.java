package manumit.travel.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

class MrzPropertyTest {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
    private static final String CONFUSED = "O0I1B8S5Z2Q0D0";

    @ParameterizedTest
    @Seeds(500)
    void whatIsWrittenIsReadAgain(Seed seed) {
        MrzDocument document = InventedDocuments.any(seed.random());
        MrzReading.Read read = MrzReaderTest.read(MrzReaderTest.lines(document));
        assertThat(read.document()).isEqualTo(document);
        assertThat(read.isVerified()).isTrue();
        assertThat(read.repairs()).isEmpty();
    }

    @ParameterizedTest
    @Seeds(500)
    void aDamagedCharacterIsFoundOrLiesOutsideTheCheckedFields(Seed seed) {
        Random random = seed.random();
        MrzDocument document = InventedDocuments.any(random);
        String zone = MrzReaderTest.lines(document).replace("\n", "");
        List<MrzFinding> before = MrzReaderTest.read(cut(document.format(), zone)).findings();
        for (int position : checked(document.format())) {
            char was = zone.charAt(position);
            char is = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            if (is == was || isOfEqualValue(document.format(), position, was, is)) {
                continue;
            }
            String damaged = zone.substring(0, position) + is + zone.substring(position + 1);
            MrzReading reading =
                    MrzReader.read(cut(document.format(), damaged), MrzReaderTest.TODAY);
            switch (reading) {
                case MrzReading.Read read -> {
                    assertThat(read.findings())
                            .as("position %d, %s to %s", position, was, is)
                            .isNotEqualTo(before);
                    requireProven(read);
                }
                // The only field with a check digit was damaged.
                case MrzReading.Unreadable unreadable ->
                        assertThat(unreadable.code())
                                .isEqualTo(UnreadableCode.NO_CHECK_DIGIT_HOLDS);
            }
        }
    }

    @ParameterizedTest
    @Seeds(500)
    void aCharacterLostFromTheDataLineIsNeverReadAsIfNothingWas(Seed seed) {
        Random random = seed.random();
        MrzDocument document = InventedDocuments.any(random);
        String[] lines = MrzReaderTest.lines(document).split("\n", -1);
        int lost = random.nextInt(lines[1].length());
        lines[1] = lines[1].substring(0, lost) + lines[1].substring(lost + 1);
        MrzReading reading = MrzReader.read(String.join("\n", lines), MrzReaderTest.TODAY);
        if (reading instanceof MrzReading.Read read) {
            assertThat(read.has(MrzFindingCode.FILLERS_MENDED)).isTrue();
        }
    }

    @ParameterizedTest
    @Seeds(500)
    void aRepairNeverHidesAndItsCheckDigitsHold(Seed seed) {
        Random random = seed.random();
        MrzDocument document = InventedDocuments.any(random);
        StringBuilder zone = new StringBuilder(MrzReaderTest.lines(document).replace("\n", ""));
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int position = random.nextInt(zone.length());
            int confused = CONFUSED.indexOf(zone.charAt(position));
            if (confused >= 0) {
                zone.setCharAt(position, CONFUSED.charAt(confused ^ 1));
            }
        }
        MrzReading reading =
                MrzReader.read(cut(document.format(), zone.toString()), MrzReaderTest.TODAY);
        if (reading instanceof MrzReading.Read read) {
            requireProven(read);
        }
    }

    /// The quick way to cut plain lines leaves out no other cut, whatever damage they have.
    @ParameterizedTest
    @Seeds(2000)
    void linesCutTheQuickWayCannotBeCutOtherwise(Seed seed) {
        Random random = seed.random();
        StringBuilder text = new StringBuilder(MrzReaderTest.lines(InventedDocuments.any(random)));
        String written = "0O<<\n V" + InventedDocuments.text(ALPHABET, 2, random);
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            String put = written.substring(random.nextInt(written.length()));
            switch (random.nextInt(8)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, put);
                case 2 -> text.replace(at, text.length(), text.substring(at).replace('<', '0'));
                default -> text.setCharAt(at, put.charAt(0));
            }
        }
        List<String> lines = MrzLines.split(text.toString());
        List<MrzLines.Cut> all = MrzLines.all(lines);

        assertThat(MrzLines.cuts(lines)).isEqualTo(all);
        assertThat(MrzLines.only(lines)).isIn(Optional.empty(), all.stream().findFirst());
    }

    /// Each repair has its finding, and no check digit of a repaired field, nor the composite one,
    /// fails.
    static void requireProven(MrzReading.Read read) {
        assertThat(
                        read.findings().stream()
                                .filter(f -> f.code() == MrzFindingCode.REPAIRED)
                                .map(MrzFinding::place))
                .containsExactlyElementsOf(read.repairs().stream().map(MrzRepair::place).toList());
        for (MrzRepair repair : read.repairs()) {
            assertThat(read.findings())
                    .filteredOn(f -> f.field() == repair.field() || f.field() == MrzField.COMPOSITE)
                    .extracting(MrzFinding::code)
                    .doesNotContain(
                            MrzFindingCode.CHECK_DIGIT_FAILS, MrzFindingCode.CHECK_DIGIT_MISSING);
        }
    }

    /// Written out from the standard, apart from the code's own table.
    private static Set<Integer> checked(MrzFormat format) {
        Set<Integer> positions = new TreeSet<>();
        switch (format) {
            case TD1 -> {
                add(positions, 5, 37);
                add(positions, 38, 45);
                add(positions, 48, 60);
            }
            case TD2 -> {
                add(positions, 36, 46);
                add(positions, 49, 56);
                add(positions, 57, 72);
            }
            case TD3 -> {
                add(positions, 44, 54);
                add(positions, 57, 64);
                add(positions, 65, 88);
            }
            case MRV_A -> {
                add(positions, 44, 54);
                add(positions, 57, 64);
                add(positions, 65, 72);
            }
            case MRV_B -> {
                add(positions, 36, 46);
                add(positions, 49, 56);
                add(positions, 57, 64);
            }
        }
        return positions;
    }

    private static void add(Set<Integer> positions, int from, int to) {
        for (int i = from; i < to; i++) {
            positions.add(i);
        }
    }

    /// The limit of modulo 10: 0, A, K, U and the filler look the same to a check digit where both
    /// letters and digits may stand.
    private static boolean isOfEqualValue(MrzFormat format, int position, char a, char b) {
        return !isDate(format, position) && (CheckDigit.value(a) - CheckDigit.value(b)) % 10 == 0;
    }

    private static boolean isDate(MrzFormat format, int position) {
        int birth = format == MrzFormat.TD1 ? 30 : format.width() + 13;
        int expiry = birth + 8;
        return (position >= birth && position < birth + 6)
                || (position >= expiry && position < expiry + 6);
    }

    private static String cut(MrzFormat format, String joined) {
        return joined.replaceAll("(.{" + format.width() + "})(?=.)", "$1\n");
    }
}
