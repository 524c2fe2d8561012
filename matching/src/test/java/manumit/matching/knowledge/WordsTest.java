package manumit.matching.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import manumit.matching.text.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Titles, legal forms, patronymics and syllables in readable tables.
class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mr        | TITLE
                    dr.       | TITLE
                    mullah    | TITLE
                    доктор    | TITLE
                    الشيخ     | TITLE
                    sheikh    | TITLE_OR_NAME
                    khan      | TITLE_OR_NAME
                    jr        | SUFFIX
                    iii       | SUFFIX
                    al        | ARTICLE
                    bin       | FILIATION
                    ould      | FILIATION
                    بن        | FILIATION
                    abu       | KUNYA
                    ابو       | KUNYA
                    abd       | GLUE_NEXT
                    mc        | GLUE_NEXT
                    o'        | GLUE_NEXT
                    عبد       | GLUE_NEXT
                    din       | GLUE_PREVIOUS
                    الدين     | GLUE_PREVIOUS
                    zadeh     | GLUE_PREVIOUS
                    van       | NOBILIARY
                    dos       | NOBILIARY
                    oglu      | PATRONYMIC_MARKER
                    кызы      | PATRONYMIC_MARKER
                    y         | CONJUNCTION
                    fnu       | UNKNOWN_MARKER
                    مجهول     | UNKNOWN_MARKER
                    alias     | ALIAS_MARKER
                    née       | ALIAS_MARKER
                    sarah     | NONE
                    """)
    void partsHaveTheirClass(String part, PartClass expected) {
        assertThat(Titles.classify(part)).isEqualTo(expected);
    }

    @Test
    void articleTakesOnTheNextLetter() {
        assertThat(Titles.isArticleBefore("al", "hasan")).isTrue();
        assertThat(Titles.isArticleBefore("ash", "sharif")).isTrue();
        assertThat(Titles.isArticleBefore("an", "nasir")).isTrue();
        assertThat(Titles.isArticleBefore("an", "li")).isFalse();
        assertThat(Titles.isArticleBefore("as", "hasan")).isFalse();
    }

    @Test
    void unknownNamesAreRecognisedWhole() {
        assertThat(Titles.isUnknownName("fnu lnu")).isTrue();
        assertThat(Titles.isUnknownName("no name")).isTrue();
        assertThat(Titles.isUnknownName("имя неизвестно")).isTrue();
        assertThat(Titles.isUnknownName("fnu rahimi")).isFalse();
        assertThat(Titles.isUnknownName("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    blue crane trading llc        | 3 | LLC  | 1
                    blue crane co ltd             | 2 | LTD  | 2
                    blue crane pte ltd            | 2 | LTD  | 2
                    ооо синий журавль             | 0 | LLC  | 1
                    blauer kranich gmbh & co kg   | 2 | PARTNERSHIP | 4
                    pt burung biru tbk            | 0 | PLC  | 1
                    """)
    void legalFormsHaveCodes(String name, int from, String code, int words) {
        assertThat(OrganisationForms.findAt(List.of(name.split(" ", -1)), from))
                .contains(new OrganisationForms.Form(code, words));
    }

    @Test
    void commonWordsOfOrganisations() {
        assertThat(OrganisationForms.isCommon("shipping")).isTrue();
        assertThat(OrganisationForms.isCommon("crane")).isFalse();
        assertThat(OrganisationForms.findCode("S.A.R.L")).isEmpty();
        assertThat(OrganisationForms.findCode("s.a.r.l.")).contains("LLC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    petrovich      | SLAVIC   | petr
                    sergeevna      | SLAVIC   | serge
                    oleksandrivna  | SLAVIC   | oleksandr
                    ilyich         |          |
                    mammadoglu     | TURKIC   | mammad
                    jonsdottir     | NORDIC   | jon
                    grigoryan      | ARMENIAN | grigor
                    ivanov         |          |
                    """)
    void patronymicsAreTakenApart(String part, Patronymics.Kind kind, String stem) {
        var found = Patronymics.find(part);
        assertThat(found.map(Patronymics.Patronymic::kind).orElse(null)).isEqualTo(kind);
        assertThat(found.map(Patronymics.Patronymic::stem).orElse(null)).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ivanova         | ivanov
                    sergeeva        | sergeev
                    dubrovskaya     | dubrovskiy
                    dubrovska       | dubrovskyi
                    kowalska        | kowalski
                    nikitina        | nikitin
                    papadopoulou    | papadopoulos
                    novakova        | novakov
                    """)
    void surnamesOfBothSexesShareAStem(String feminine, String masculine) {
        assertThat(Patronymics.genderedSurnameStem(feminine))
                .isEqualTo(Patronymics.genderedSurnameStem(masculine));
    }

    @Test
    void otherNamesKeepTheirEnding() {
        for (String name : List.of("smith", "garcia", "eva", "ina", "hassan", "lee")) {
            assertThat(Patronymics.genderedSurnameStem(name)).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    jinping    | jin ping
                    xiaoming   | xiao ming
                    hsiaoming  | hsiao ming
                    jongun     | jong un
                    hyunwoo    | hyun woo
                    minseok    | min seok
                    smith      | smith
                    li         | li
                    robert     | robert
                    """)
    void joinedSyllablesComeApart(String joined, String syllables) {
        assertThat(String.join(" ", Syllables.split(joined))).isEqualTo(syllables);
    }

    @Test
    void joinedNamesOfTwoRomanisationsAreTheSame() {
        assertThat(Syllables.sameSyllables("xiaoming", "hsiaoming")).isTrue();
        assertThat(Syllables.sameSyllables("jeonghyeon", "junghyun")).isTrue();
        assertThat(Syllables.sameSyllables("xiaoming", "xiaohong")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    王小明        | HAN    | 王 小明
                    欧阳小明      | HAN    | 欧阳 小明
                    歐陽小明      | HAN    | 歐陽 小明
                    張偉          | HAN    | 張 偉
                    田中太郎      | HAN    | 田中 太郎
                    佐々木花子    | HAN    | 佐々木 花子
                    約翰史密斯    | HAN    | 約翰史密斯
                    约翰·史密斯   | HAN    | 约翰·史密斯
                    김민수        | HANGUL | 김 민수
                    남궁민수      | HANGUL | 남궁 민수
                    이솔          | HANGUL | 이 솔
                    알렉산드르    | HANGUL | 알렉산드르
                    中村みなみ    | KANA   | 中村 みなみ
                    """)
    void unspacedNamesAreCutAfterTheSurname(String name, Script script, String parts) {
        assertThat(String.join(" ", HanNames.split(name, script))).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "satou,sato",
        "satoh,sato",
        "ohno,ono",
        "oono,ono",
        "huziwara,fujiwara",
        "kenzi,kenji",
        "syouta,shota",
        "shimpei,shinpei",
        "itirou,ichiro",
        "tutomu,tsutomu"
    })
    void romanisationsOfJapaneseFoldTogether(String a, String b) {
        assertThat(Japanese.findFold(a)).isPresent().isEqualTo(Japanese.findFold(b));
    }

    @Test
    void namesThatCannotBeJapaneseAreLeftAlone() {
        assertThat(Japanese.findFold("smith")).isEmpty();
        assertThat(Japanese.findFold("strong")).isEmpty();
    }
}
