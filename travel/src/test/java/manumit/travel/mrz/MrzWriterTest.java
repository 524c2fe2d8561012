package manumit.travel.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MrzWriterTest {

    @Test
    void specimensAreWrittenAsPublished() {
        for (String zone : new String[] {MrzReaderTest.TD1, MrzReaderTest.TD2, MrzReaderTest.TD3}) {
            assertThat(MrzReaderTest.lines(MrzReaderTest.read(zone).document())).isEqualTo(zone);
        }
    }

    static Stream<Arguments> letters() {
        return TextTable.arguments(
                """
                # invented people
                name               | in the zone
                -------------------|--------------------------
                Müller             | MUELLER
                Groß               | GROSS
                Ångström           | AANGSTROEM
                Łukasiewicz        | LUKASIEWICZ
                Peña Núñez         | PENA<NUNEZ
                Þórðardóttir       | THORDARDOTTIR
                Šćepanović-Đurić   | SCEPANOVIC<DURIC
                O'Connor           | OCONNOR
                d’Este             | DESTE
                ılgın              | ILGIN
                Nguyễn             | NGUYEN
                Łódź, Jr.          | LODZ<JR
                Щербакова          | SHCHERBAKOVA
                Юлия               | IULIIA
                Подъячев           | PODIEIACHEV
                Соловьёв           | SOLOVEV
                Є́вген              | IEVGEN
                محمود              | MXHMWD
                عبد الرحيم         | EBD<ALRXHYM
                فاطمة              | FAXTTMXAH
                محمّد               | MXHMMD
                """);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void namesAreTransliteratedByTheStandard(String name, String zone) {
        assertThat(Transliteration.of(name)).isEqualTo(new Transliteration(zone, -1));
    }

    static Stream<Arguments> refused() {
        return TextTable.arguments(
                """
                primary | number     | issuer | code                  | field         | position
                --------|------------|--------|-----------------------|---------------|---------
                Παππάς  | A1         | UTO    | letter-unknown        | NAME          | 1
                Li 李   | A1         | UTO    | letter-unknown        | NAME          | 4
                Mun3z   | A1         | UTO    | letter-unknown        | NAME          | 4
                ' '     | A1         | UTO    | value-missing         | NAME          | 0
                Smith   | A1/2       | UTO    | character-not-allowed | NUMBER        | 3
                Smith   | A123456789 | UTO    | too-long              | NUMBER        | 10
                Smith   | A1         | UT0    | character-not-allowed | ISSUER        | 3
                Smith   | A1         | UTOP   | too-long              | ISSUER        | 4
                """);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeWrittenIsRefusedWithItsPlace(
            String primary, String number, String issuer, String code, String field, int position) {
        MrzDocument document =
                MrzDocument.passport(
                        issuer,
                        MrzName.of(primary, "Anna"),
                        number,
                        "UTO",
                        MrzDate.of(1974, 8, 12),
                        MrzSex.FEMALE,
                        MrzDate.of(2031, 4, 15));
        assertThat(MrzWriter.write(document))
                .isInstanceOfSatisfying(
                        MrzWriting.Refused.class,
                        refused -> {
                            assertThat(refused.code().code()).isEqualTo(code);
                            assertThat(refused.field()).hasToString(field);
                            assertThat(refused.position()).isEqualTo(position);
                        });
    }

    static Stream<Arguments> longNames() {
        return TextTable.arguments(
                """
                primary                    | secondary                | field of 30
                ---------------------------|--------------------------|-------------------------------
                # fits to the last letter
                BENNELONG<WOOLOOMOOLOO     | WARRAN                   | BENNELONG<WOOLOOMOOLOO<<WARRAN
                # the end is cut
                BENNELONG<WOOLOOMOOLOO     | WARRANDYTE<WARWICK       | BENNELONG<WOOLOOMOOLOO<<WARRAN
                # a filler would stand last: an earlier word gives up a letter
                BENNELONG<WOOLOOMOOLOO     | WARRA<YTE                | BENNELONG<WOOLOOMOOLOO<<WARR<Y
                # the primary identifier leaves room for one letter of the secondary
                NILAVADHANANANDACHAYAPADEJTHA | KASARNSUKH            | NILAVADHANANANDACHAYAPADEJT<<K
                # single letters
                A<B<C<D<E<F<G<H<I<J<K<L<M<N<O<P    |                  | A<B<C<D<E<F<G<H<I<J<K<L<M<N<OP
                # single words
                NILAVADHANANANDACHAYAPADEJTHAMRONG |                  | NILAVADHANANANDACHAYAPADEJTHAM
                """);
    }

    @ParameterizedTest
    @MethodSource("longNames")
    void namesTooLongAreCutAsTheStandardSays(String primary, String secondary, String field) {
        assertThat(NameFitting.of(primary, secondary, 30).field()).isEqualTo(field);
    }

    @ParameterizedTest
    @Seeds(2000)
    void aCutNameFillsItsFieldEndsWithALetterAndShowsTheSecondary(Seed seed) {
        Random random = seed.random();
        String primary = words(random, 1 + random.nextInt(5));
        String secondary = words(random, random.nextInt(6));
        int width = 30 + random.nextInt(10);
        NameFitting fitted = NameFitting.of(primary, secondary, width);
        assertThat(fitted.field()).hasSize(width).matches("[A-Z][A-Z<]*");
        String whole = primary + (secondary.isEmpty() ? "" : "<<" + secondary);
        assertThat(fitted.isTruncated()).isEqualTo(whole.length() > width);
        if (fitted.isTruncated()) {
            assertThat(fitted.field()).matches(".*[A-Z]");
            if (!secondary.isEmpty()) {
                assertThat(fitted.field()).containsOnlyOnce("<<");
                assertThat(fitted.field()).contains("<<" + secondary.charAt(0));
            }
        }
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : "<")
                    .append(
                            InventedDocuments.text(
                                    "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1 + random.nextInt(14), random));
        }
        return words.toString();
    }
}
