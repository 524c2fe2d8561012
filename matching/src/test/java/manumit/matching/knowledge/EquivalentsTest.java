package manumit.matching.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # Arabic and its neighbours
                    muhammad   | mohamed    | SPELLING
                    muhammad   | mehmet     | TRANSLATION
                    muhammad   | mamadou    | TRANSLATION
                    ahmad      | momo       | NONE
                    mohamed    | momo       | NICKNAME
                    husayn     | hossein    | SPELLING
                    abdallah   | abdoulaye  | SPELLING
                    yusuf      | youssef    | SPELLING
                    yusuf      | giuseppe   | TRANSLATION
                    jafar      | cafer      | SPELLING
                    # Slavic
                    aleksandr  | oleksandr  | TRANSLATION
                    aleksandr  | iskandar   | TRANSLATION
                    aleksandr  | sasha      | NICKNAME
                    vladimir   | volodymyr  | TRANSLATION
                    vladimir   | uladzimir  | TRANSLATION
                    sergei     | siarhei    | TRANSLATION
                    dmitri     | dzmitry    | TRANSLATION
                    yelena     | olena      | TRANSLATION
                    grigori    | hryhorii   | TRANSLATION
                    nikolai    | mykola     | TRANSLATION
                    ivan       | juan       | TRANSLATION
                    anna       | hanna      | TRANSLATION
                    # Western
                    william    | bill       | NICKNAME
                    jose       | pepe       | NICKNAME
                    jesus      | chuy       | NICKNAME
                    gonzalez   | goncalves  | TRANSLATION
                    # Georgian, Armenian, Greek, Hebrew
                    grigor     | krikor     | SPELLING
                    hakob      | agop       | SPELLING
                    georgios   | yorgos     | SPELLING
                    chaim      | haim       | SPELLING
                    # Chinese, Korean, Japanese
                    zhang      | chang      | ROMANISATION
                    zhang      | cheung     | ROMANISATION
                    xiao       | hsiao      | ROMANISATION
                    lee        | yi         | ROMANISATION
                    park       | pak        | ROMANISATION
                    jung       | jeong      | ROMANISATION
                    young      | yeong      | ROMANISATION
                    satou      | satoh      | SPELLING
                    # Indian, West African
                    chaudhary  | chowdhury  | SPELLING
                    laxmi      | lakshmi    | SPELLING
                    diallo     | jallow     | SPELLING
                    # Not related
                    ali        | omar       | NONE
                    maria      | mario      | NONE
                    daniel     | daniela    | NONE
                    ali        | aliyev     | NONE
                    """)
    void knowsHowNamesBelongTogether(String a, String b, Relation relation) {
        assertThat(Equivalents.between(a, b)).isEqualTo(relation);
        assertThat(Equivalents.between(b, a)).isEqualTo(relation);
    }

    @Test
    void groupsAreAscendingAndClosestFirst() {
        int[] groups = Equivalents.groups("alexander");
        assertThat(groups).isSorted().hasSizeGreaterThan(1);
        assertThat(Equivalents.relation(groups[0])).isEqualTo(Relation.SPELLING);
        assertThat(Equivalents.groups("zzzz")).isEmpty();
    }

    @Test
    void coverageIsWide() {
        assertThat(Equivalents.groupCount()).isGreaterThan(1_500);
    }

    @Test
    void equalPartsAreOneSpelling() {
        assertThat(Equivalents.between("qwerty", "qwerty")).isEqualTo(Relation.SPELLING);
    }
}
