package manumit.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RomaniserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # Latin, with the spellings of ICAO 9303
                    Müller      | muller, mueller, muxxller
                    Ångström    | angstrom, aangstroem
                    Sørensen    | sorensen, soerensen
                    Strauß      | strauss, straus
                    Núñez       | nunez, nunxxez
                    Łukasz      | lukasz
                    Yıldız      | yildiz
                    Nguyễn      | nguyen
                    Đặng        | dang
                    O'Brien     | obrien
                    Anne-Marie  | annemarie
                    Əliyev      | aliyev, eliyev
                    Cəfərov     | jafarov, cafarov
                    # Cyrillic: Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Kazakh
                    Дмитрий     | dmitry, dmitriy, dmitrii
                    Максим      | maksim, maxim
                    Щербаков    | shcherbakov
                    Юлия        | yulia, yuliya, iuliia
                    Олексій     | oleksii
                    Євген       | yevhen
                    Сяргей      | siarhei
                    Ўладзімір   | uladzimir
                    Ђорђевић    | djordjevic
                    Љубица      | ljubica
                    Әлия        | aliya
                    Қасым       | qasym, kasym
                    # Greek
                    Γεωργίου    | georgiou, yeoryou
                    Μπακογιάννη | bakogianni
                    Ευαγγελία   | evangelia
                    Ξένια       | xenia
                    Ζαΐμης      | zaimis
                    # Georgian, Armenian
                    ნინო        | nino
                    დავითი      | daviti
                    გაბრიელი    | gabrieli, gabriel
                    ხვიჩა       | khvicha
                    Գրիգորյան   | grigoryan, krikorian
                    Երվանդ      | yervand, yervant
                    # Devanagari: silent vowels
                    राजकुमार    | rajkumar
                    सुनीता      | sunita, suneetaa
                    प्रिया      | priya
                    सिंह        | singh
                    गुरुङ       | gurung
                    # Kana
                    さとう      | sato, satou, satoh
                    シュンスケ  | shunsuke, syunsuke
                    じゅんいち  | junichi, zyuniti
                    なんば      | namba, nanba
                    はっとり    | hattori
                    ジョー      | jo, zyo
                    # Hangul: surnames, then syllables
                    김          | kim, gim
                    이          | lee, yi, rhee
                    정          | jung, jeong, chung
                    지훈        | jihun, chihun, jihoon
                    하윤        | hayun, hayoon
                    시우        | siu, shiwoo
                    영희        | yeonghui, younghee, yonghui
                    크리스      | keuriseu, kris
                    # Han
                    张          | zhang, cheung
                    單          | shan
                    仇          | qiu
                    小明        | xiaoming
                    # Hebrew
                    דוד         | david
                    דודי        | dodi, dudy
                    יוסי        | yosi
                    ג'ון        | jon
                    # Arabic, Persian
                    الحسن       | alhasan, alhsn
                    يوسف        | yusuf, yusf
                    عبدالرحيم   | abdalrahim, abdulrahim
                    ويلسن       | wilsn
                    عبدالله     | abdallah
                    قاسم        | qasim, qasm, ghasm
                    """)
    void writesNamesAsPassportsDo(String part, String expected) {
        List<String> spellings = Romaniser.spellings(part);
        assertThat(spellings).contains(expected.split(", *"));
    }

    @Test
    void likeliestSpellingComesFirst() {
        assertThat(Romaniser.spellings("Олексій").getFirst()).isEqualTo("oleksii");
        assertThat(Romaniser.spellings("김").getFirst()).isEqualTo("kim");
        assertThat(Romaniser.spellings("Қасым").getFirst()).isEqualTo("qasym");
    }

    @Test
    void lookAlikeLettersOfAnotherScriptAreReadAsTheMainOne() {
        // A Latin o and a among Cyrillic letters.
        assertThat(Romaniser.spellings("Ивaнoв")).isEqualTo(Romaniser.spellings("Иванов"));
    }

    @Test
    void digitsAndPunctuationWriteNothing() {
        assertThat(Romaniser.spellings("123")).isEmpty();
        assertThat(Romaniser.spellings("-.'")).isEmpty();
        assertThat(Romaniser.spellings("")).isEmpty();
        assertThat(Romaniser.spellings("a1b2")).containsExactly("ab");
    }

    @Test
    void lettersOfUnknownScriptsStayApart() {
        // Egyptian hieroglyphs.
        List<String> one = Romaniser.spellings("\uD80C\uDC00\uD80C\uDC01");
        List<String> other = Romaniser.spellings("\uD80C\uDC02\uD80C\uDC03");
        assertThat(one).hasSize(1).isNotEqualTo(other);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void everyTextHasPlainSpellings(long seed) {
        RandomText random = new RandomText(seed);
        for (int i = 0; i < 50_000; i++) {
            String text = random.next(12);
            List<String> spellings = Romaniser.spellings(text);
            String place = "seed " + seed + ", text " + RandomText.escaped(text);
            assertThat(spellings).as(place).hasSizeLessThanOrEqualTo(Romaniser.MAX_SPELLINGS);
            for (String spelling : spellings) {
                assertThat(spelling).as(place).matches("[a-z]+");
            }
            boolean hasLetter =
                    TextNormaliser.normalise(text).codePoints().anyMatch(Character::isLetter);
            if (hasLetter) {
                assertThat(spellings).as(place).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "ü", "щ", "ع", "ד", "伟", "っ", "각", "क", "ღ", "ü\u0308", "α\u0308", "த"})
    void hostileLengthTakesNoTime(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        Assertions.assertTimeout(
                Duration.ofSeconds(2), () -> assertThat(Romaniser.spellings(text)).isNotEmpty());
    }
}
