package manumit.matching.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Parts are written as in the source. A tilde marks a light part (`al~`), a full stop an initial
/// (`J.`), three dots a part that a full field may have cut (`Hohen...`); after a colon stands the
/// role, where it is known.
class NameParserTest {

    static Stream<Arguments> names() {
        return TextTable.arguments(
                """
                name                              | parts                                  | why
                # order and roles
                Khalid Mansour                    | Khalid Mansour                         | one line: roles unknown
                MANSOUR, Khalid                   | Khalid:given MANSOUR:family            | a single comma
                de la Fuente, Ana                 | Ana:given de:family~ la:family~ Fuente:family | particles before the comma
                Mansour, Khalid, Dr               | Mansour Khalid                         | two commas say nothing of order
                , Khalid                          | Khalid                                 | nothing before the comma
                Khalid,                           | Khalid                                 | nothing behind the comma
                Ivan Petrovich Morozov            | Ivan Petrovich:patronymic Morozov      | ending of a father's name
                Anna Petrovna Morozova            | Anna Petrovna:patronymic Morozova      | the same for a daughter
                # titles, suffixes, unknown
                Dr. Annegret Mueller              | Annegret Mueller                       | title
                Prof Dr Annegret Mueller PhD      | Annegret Mueller                       | several, and a degree
                Mr Peter Aldous Jr.               | Peter Aldous                           | suffix
                Hajji Sani Bello                  | Sani Bello                             | pilgrim
                Doctor                            | Doctor                                 | a title alone is kept as the name
                Sheikh Omar Bakri                 | Sheikh~ Omar Bakri                     | a title that is also a name is light at the front
                Omar Sultan                       | Omar Sultan                            | and a name elsewhere
                Sultan Bakri                      | Sultan Bakri                           | or where it is needed
                FNU Zhumabekova                   | Zhumabekova                            | first name unknown
                Zhumabekova LNU                   | Zhumabekova                            | last name unknown
                FNU LNU                           |                                        | both
                XXX                               |                                        | filler
                Elisabeth Bauer geb. Winkler      | Elisabeth Bauer Winkler                | née
                # particles
                Khalid al-Harbi                   | Khalid al~ Harbi                       | article with a hyphen
                Khalid Al Harbi                   | Khalid Al~ Harbi                       | article apart
                Khalid AlHarbi                    | Khalid AlHarbi                         | article glued
                Yusuf bin Tariq                   | Yusuf bin~ Tariq                       | son of
                Willem van den Bosch              | Willem van~ den~ Bosch                 | Dutch
                Friedrich von der Heydt           | Friedrich von~ der~ Heydt              | German
                Abu Bakr Hamdan                   | Abu~ Bakr Hamdan                       | kunya
                Abd al-Rahman Bakri               | Abd~ al~ Rahman Bakri                  | servant of
                Salah al-Din Bakri                | Salah al~ Din~ Bakri                   | of the faith
                Ana Gomez y Castano               | Ana Gomez y~ Castano                   | and
                Rashid Ali oglu                   | Rashid Ali oglu~                       | son of, behind the name
                Van Minh                          | Van Minh                               | too few parts: a particle is a name
                Li An                             | Li An                                  | An is an article and a name
                Omar As Sabah                     | Omar As~ Sabah                         | an article before its own letter
                As Sabah Omar                     | As~ Sabah Omar                         | at the front too
                Hana An Vogel                     | Hana An Vogel                          | and not before another
                Do Minh Chau                      | Do Minh Chau                           | a Vietnamese family name
                Tran Van Minh                     | Tran Van~ Minh                         | Van between is a marker
                Ma Xiao Ming                      | Ma Xiao Ming                           | a Chinese family name
                do Carmo Ana                      | do~ Carmo Ana                          | a Portuguese particle
                # initials
                J. Moss                           | J. Moss                                | with full stop
                J R Thackeray                     | J. R. Thackeray                        | without
                J.R. Thackeray                    | J. R. Thackeray                        | without space
                Moss, J.                          | J:given. Moss:family                   | behind a comma
                张 伟                              | 张 伟                                   | a single character is no initial
                # signs
                Ana-Maria Gomez-Castano           | Ana Maria Gomez Castano                | hyphens part
                Sean O'Donoghue                   | Sean O'Donoghue                        | an apostrophe does not
                Sean O’Donoghue                   | Sean O'Donoghue                        | typographic apostrophe
                Aïssatou N`Diaye                  | Aïssatou N'Diaye                       | grave accent as apostrophe
                William (Bill) Hargreave          | William Bill Hargreave                 | brackets
                William "Bill" Hargreave          | William Bill Hargreave                 | quotes
                William «Bill» Hargreave          | William Bill Hargreave                 | French quotes
                ALDOUS/PETER                      | ALDOUS PETER                           | airline
                ALDOUS<<PETER<JOHN<<<<            | ALDOUS PETER JOHN                      | machine-readable zone
                Peter.Aldous                      | Peter Aldous                           | full stop between
                Peter_Aldous                      | Peter Aldous                           | underscore
                John 3rd Aldous                   | John Aldous                            | ordinal
                12345 67                          |                                        | no letters
                # East Asian writing
                陈志明                             | 陈 志明                                 | family name and given name
                欧阳建华                           | 欧阳 建华                               | family name of two characters
                박지훈                             | 박 지훈                                 | Hangul
                田中健太                           | 田中 健太                               | Japanese
                """);
    }

    @ParameterizedTest
    @MethodSource("names")
    void nameIsTakenApart(String name, String parts, String why) {
        assertThat(render(NameParser.parse(Name.of(name), EntityKind.PERSON)))
                .as(why)
                .isEqualTo(parts);
    }

    static Stream<Arguments> cutNames() {
        return TextTable.arguments(
                """
                name                                                                  | last
                # 35: message formats PAXLST and Type B
                Maximilian Alexander Frederic Hohen                                   | Hohen...
                Maximilian Alexander Frederic Hohe                                    | Hohe
                # 39: machine-readable zone of a passport
                Maximilian Alexander Frederic Hohenfels                               | Hohenfels...
                Maximilian Alexander Frederic Hohenfel                                | Hohenfel
                # 69: PNRGOV
                Maximilian Alexander Frederic Sebastian Theodor Constantin Hohenfelsb | Hohenfelsb...
                Maximilian Alexander Frederic Sebastian Theodor Constantin Hohenfels  | Hohenfels
                """);
    }

    @ParameterizedTest
    @MethodSource("cutNames")
    void lastPartOfAFullFieldMayBeCut(String name, String last) {
        ParsedName parsed = NameParser.parse(Name.of(name), EntityKind.PERSON);

        assertThat(render(parsed.parts().getLast())).isEqualTo(last);
        assertThat(parsed.parts().stream().limit(parsed.parts().size() - 1))
                .noneMatch(NamePart::cut);
    }

    @Test
    void rolesOfTheSourceAreKept() {
        Name name = Name.ofParts(NameKind.PRIMARY, "Ana Maria", "de la Fuente");

        assertThat(render(NameParser.parse(name, EntityKind.PERSON)))
                .isEqualTo("Ana:given Maria:given de:family~ la:family~ Fuente:family");
    }

    @Test
    void particleAloneInTheFieldIsTheName() {
        Name name = Name.ofParts(NameKind.PRIMARY, "Maria Luz", "Do");

        assertThat(render(NameParser.parse(name, EntityKind.PERSON)))
                .isEqualTo("Maria:given Luz:given Do:family");
    }

    @Test
    void familyNameAloneHasNoRole() {
        Name name = Name.ofParts(NameKind.PRIMARY, "", "Zhumabekova");
        ParsedName parsed = NameParser.parse(name, EntityKind.PERSON);

        assertThat(parsed.rolesKnown()).isFalse();
        assertThat(render(parsed)).isEqualTo("Zhumabekova");
    }

    @Test
    void familyNameOfOneLetterIsNoInitial() {
        Name name = Name.ofParts(NameKind.PRIMARY, "Soo-jin", "O");

        assertThat(render(NameParser.parse(name, EntityKind.PERSON)))
                .isEqualTo("Soo:given jin:given O:family");
    }

    static Stream<Arguments> joints() {
        return TextTable.arguments(
                """
                name                 | joints
                Lin Mei Hua          | LinMei MeiHua
                Abd al-Rahman Bakri  | AbdalRahman AbduRRahman alRahman alRahmanBakri RahmanBakri
                Nur al-Din           | Nural NuralDin NuruDDin alDin
                J. Moss              |
                """);
    }

    @ParameterizedTest
    @MethodSource("joints")
    void neighboursAreAlsoReadAsOne(String name, String joints) {
        assertThat(
                        NameParser.parse(Name.of(name), EntityKind.PERSON).joints().stream()
                                .map(joint -> joint.part().written())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(joints);
    }

    static Stream<Arguments> organisations() {
        return TextTable.arguments(
                """
                name                              | parts
                Grey Heron Shipping Company Limited Dubai | Grey Heron Shipping~ Company~ Limited~ Dubai
                The General Trading Co.           | The General Trading Co
                Dr Oetting, GmbH & Co. KG         | Dr Oetting GmbH~ Co~ KG~
                """);
    }

    @ParameterizedTest
    @MethodSource("organisations")
    void organisationsHaveNoTitlesAndCommonWordsAreLight(String name, String parts) {
        assertThat(render(NameParser.parse(Name.of(name), EntityKind.ORGANISATION)))
                .isEqualTo(parts);
    }

    @Test
    void partsBeyondTheLimitAreLeftOut() {
        Name name = Name.of("Khalid Mansour ".repeat(20));

        assertThat(NameParser.parse(name, EntityKind.PERSON).parts()).hasSize(ParsedName.MAX_PARTS);
    }

    @Test
    void rareAndCommonPartsDiffer() {
        ParsedName name = NameParser.parse(Name.of("Mohamed Zhumabekova"), EntityKind.PERSON);

        assertThat(name.parts().get(1).rarityBits())
                .isGreaterThan(name.parts().get(0).rarityBits() + 3);
    }

    private static String render(ParsedName name) {
        return name.parts().stream().map(NameParserTest::render).collect(Collectors.joining(" "));
    }

    private static String render(NamePart part) {
        String role =
                part.role() == Role.UNKNOWN
                        ? ""
                        : ":" + part.role().name().toLowerCase(Locale.ROOT);
        String weight =
                switch (part.weight()) {
                    case FULL -> "";
                    case LIGHT -> "~";
                    case INITIAL -> ".";
                };
        return part.written() + role + weight + (part.cut() ? "..." : "");
    }
}
