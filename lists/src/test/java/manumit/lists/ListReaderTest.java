package manumit.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import manumit.matching.EntityKind;
import manumit.matching.NameKind;
import manumit.matching.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListReaderTest {

    @TempDir Path folder;

    @Test
    void ofacFilesAreOneListInAnyOrder() throws IOException {
        Reading reading =
                Reading.of(folder, Fixtures.OFAC_ADD, Fixtures.OFAC_ALT, Fixtures.OFAC_SDN);

        assertThat(reading.codes()).isEmpty();
        assertThat(reading.counts().identities()).isEqualTo(4);
        assertThat(reading.identities()).allMatch(i -> i.list().equals("ofac-sdn"));
        assertThat(reading.get("101").kind()).isEqualTo(EntityKind.PERSON);
        assertThat(reading.names("101", NameKind.PRIMARY))
                .containsExactly("Halima Example/VARENNE");
        assertThat(reading.get("101").names().getFirst().whole())
                .isEqualTo("Halima Example VARENNE");
        assertThat(reading.names("101", NameKind.ALIAS)).containsExactly("Halimah/VAREN");
        assertThat(reading.names("101", NameKind.MAIDEN)).containsExactly("Halima/OSTRO");
        assertThat(reading.names("101", NameKind.WEAK_ALIAS))
                .containsExactly("THE SAMPLE", "Little/MERU");
        assertThat(Reading.texts(reading.get("101").birthDates()))
                .containsExactly("1958-12-10", "c. 1957");
        assertThat(Reading.texts(reading.get("101").nationalities())).containsExactly("NG", "KP");
        assertThat(reading.get("101").sex()).isEqualTo(Sex.FEMALE);
        assertThat(reading.get("101").birthPlaces()).containsExactly("Port Example, Nigeria");
        assertThat(reading.documents("101"))
                .containsExactly("PASSPORT A1234567 NG", "NATIONAL_ID 660000 73767 BE");
        assertThat(reading.get("102").kind()).isEqualTo(EntityKind.ORGANISATION);
        assertThat(reading.names("102", NameKind.PRIMARY))
                .containsExactly("SAMPLE TRADING CO., LTD.");
        assertThat(reading.documents("102")).containsExactly("TAX_NUMBER 99-123 PA");
        assertThat(reading.get("103").kind()).isEqualTo(EntityKind.VESSEL);
        assertThat(reading.documents("103"))
                .containsExactly("REGISTRATION 9100000 ZZ", "REGISTRATION 352000000 ZZ");
        assertThat(reading.documents("104"))
                .containsExactly("REGISTRATION 99999 ZZ", "REGISTRATION EP-XYZ ZZ");
    }

    @Test
    void ofacAliasesWithoutTheirRecordsAreRefused() {
        assertThatThrownBy(() -> Reading.of(folder, Fixtures.OFAC_ALT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Give the sdn file too");
    }

    @Test
    void anOfacAliasOfNobodyIsRejected() throws IOException {
        Reading reading =
                Reading.of(
                        folder,
                        Fixtures.OFAC_ALT + "999,4,\"aka\",\"NOBODY\",-0-\n",
                        Fixtures.OFAC_SDN);
        assertThat(reading.codes()).containsExactly("4 alias-without-record");
    }

    @Test
    void usRecordsKeepTheirListsApart() throws IOException {
        Reading reading = Reading.of(folder, Fixtures.US);

        assertThat(reading.codes()).isEmpty();
        assertThat(reading.identities())
                .extracting(i -> i.list() + " " + i.entity())
                .containsExactly("us-csl 0a1b2c", "us-csl 501", "us-csl 501-SSI");
        assertThat(reading.get("0a1b2c").kind()).isEqualTo(EntityKind.UNKNOWN);
        assertThat(reading.names("501", NameKind.PRIMARY))
                .containsExactly("Halima Example/VARENNE");
        assertThat(reading.names("501", NameKind.ALIAS))
                .containsExactly("Halimah/VAREN", "THE SAMPLE");
        assertThat(Reading.texts(reading.get("501").birthDates()))
                .containsExactly("1958-12-10", "c. 1957");
        assertThat(Reading.texts(reading.get("501").nationalities()))
                .containsExactly("NG", "KP", "BE");
        assertThat(reading.get("501").sex()).isEqualTo(Sex.FEMALE);
        assertThat(reading.documents("501")).containsExactly("PASSPORT A1234567 NG");
    }

    @Test
    void unAliasesAreKeptApartByQualityAndFreedOfNotes() throws IOException {
        Reading reading = Reading.of(folder, Fixtures.UN);

        assertThat(reading.codes()).isEmpty();
        assertThat(reading.names("XXi.001", NameKind.PRIMARY))
                .containsExactly("HALIM SAMPLE VARENNE");
        assertThat(reading.names("XXi.001", NameKind.ALIAS))
                .containsExactly("Halim Varen", "Halim Ostro");
        assertThat(reading.names("XXi.001", NameKind.WEAK_ALIAS))
                .containsExactly("Abu Sample", "Абу Пример");
        assertThat(reading.names("XXi.001", NameKind.ORIGINAL_SCRIPT)).containsExactly("حليم مثال");
        assertThat(Reading.texts(reading.get("XXi.001").birthDates()))
                .containsExactly("1953-01-01", "1954-03-07", "c. 1955", "1950/1956");
        assertThat(Reading.texts(reading.get("XXi.001").nationalities()))
                .containsExactly("IR", "TT");
        assertThat(reading.documents("XXi.001")).containsExactly("PASSPORT H 236483 KP");
        assertThat(reading.get("XXi.001").birthPlaces()).containsExactly("Port Example, Nigeria");
        assertThat(reading.names("XXe.001", NameKind.PRIMARY))
                .containsExactly("SAMPLE TRADING COMPANY, LTD");
        assertThat(reading.names("XXe.001", NameKind.ALIAS))
                .containsExactly("Leader (Port Example) Trading");
    }

    @Test
    void euCellsKeepThePrintedWording() throws IOException {
        Reading reading = Reading.of(folder, Fixtures.EU);
        String entity = "32099R0001/I/1";

        assertThat(reading.codes()).isEmpty();
        assertThat(reading.names(entity, NameKind.PRIMARY))
                .containsExactly("Viktar Example/PETRAU");
        assertThat(reading.names(entity, NameKind.ALIAS))
                .containsExactly("Viktar/PETROU", "Sample", "Pyotr/VARENNE");
        assertThat(reading.names(entity, NameKind.ORIGINAL_SCRIPT))
                .containsExactly("Виктор/ПЕТРОВ");
        assertThat(reading.names(entity, NameKind.MAIDEN)).containsExactly("Pyotr/OSTRO");
        assertThat(reading.names(entity, NameKind.WEAK_ALIAS)).containsExactly("Vitya");
        assertThat(Reading.texts(reading.get(entity).birthDates()))
                .containsExactly("1965-03-03", "1966", "c. 1967");
        assertThat(Reading.texts(reading.get(entity).nationalities())).containsExactly("DE", "MA");
        assertThat(reading.documents(entity))
                .containsExactly(
                        "PASSPORT EC6530802 PH",
                        "PASSPORT A54062245 IR",
                        "NATIONAL_ID 7301 420589 ZZ");
        assertThat(reading.identities().get(1).entity()).startsWith("32099R0001/I/x");
        assertThat(reading.identities().get(1).particulars().names())
                .extracting(n -> n.kind() + " " + n.whole())
                .containsExactly("PRIMARY Sample Trading, LLC", "ORIGINAL_SCRIPT ООО ‘Пример’");
    }

    @Test
    void followTheMoneyDocumentsReachTheirHolderFromAnywhere() throws IOException {
        Reading reading = Reading.of(folder, Fixtures.FTM);

        assertThat(reading.codes()).isEmpty();
        assertThat(reading.identities())
                .extracting(i -> i.list() + " " + i.entity())
                .containsExactly("sample_list x-1", "list0 x-2", "list0 x-3", "list0 x-4");
        assertThat(reading.names("x-1", NameKind.PRIMARY)).containsExactly("Halima/Varenne");
        assertThat(reading.names("x-1", NameKind.ALIAS)).containsExactly("Halimah Varen", "Lima");
        assertThat(reading.names("x-1", NameKind.ORIGINAL_SCRIPT)).containsExactly("Халима Варен");
        assertThat(reading.names("x-1", NameKind.WEAK_ALIAS)).containsExactly("Little");
        assertThat(reading.names("x-1", NameKind.MAIDEN)).containsExactly("Halima Ostro");
        assertThat(Reading.texts(reading.get("x-1").nationalities())).containsExactly("NG", "KP");
        assertThat(reading.documents("x-1"))
                .containsExactlyInAnyOrder(
                        "PASSPORT A1234567 NG",
                        "NATIONAL_ID 66-73767 ZZ",
                        "DRIVING_LICENCE 778899 BE");
        assertThat(reading.documents("x-3")).containsExactly("REGISTRATION 9100000 ZZ");
        assertThat(reading.documents("x-4")).containsExactly("PASSPORT N555 NO");
    }

    @Test
    void ownCsvAndOwnNdjsonSayTheSame() throws IOException {
        for (String text : List.of(Fixtures.OWN_CSV, Fixtures.OWN_NDJSON)) {
            Reading reading = Reading.of(folder, text);
            assertThat(reading.codes()).isEmpty();
            assertThat(reading.names("7", NameKind.PRIMARY)).containsExactly("Halima/Varenne");
            assertThat(Reading.texts(reading.get("7").birthDates()))
                    .containsExactly("1958-12-10", "c. 1957");
            assertThat(Reading.texts(reading.get("7").nationalities())).containsExactly("NG", "BE");
            assertThat(reading.documents("7")).contains("PASSPORT A1234567 NG");
            assertThat(reading.identities())
                    .extracting(i -> i.list() + " " + i.entity())
                    .startsWith("list0 7", "other-list 8");
        }
        assertThat(Reading.of(folder, Fixtures.OWN_CSV).documents("7"))
                .containsExactly("PASSPORT A1234567 NG", "DRIVING_LICENCE 778899 BE");
    }

    @Test
    void brokenRowsAreRejectedAndTheRestIsRead() throws IOException {
        Reading reading =
                Reading.of(
                        folder,
                        """
                        id,name,birth_date,sex,nationality,document_number,document_type
                        1,Halima Varenne,1958-13-45,Q,Atlantis,---,scroll
                        2,"Jorun Examplesen,1964,F,NO,1,passport
                        3,Meru Sample,1964,F,NG,2,passport
                        3,Other Sample,1964,F,NG,2,passport
                        4,,1964,F,NG,2,passport
                        5,Too,Many,Cells,In,This,Row,Here
                        6,Last "Quoted" Sample,03/04/1964,F,NG,2,passport
                        """);
        assertThat(reading.codes())
                .containsExactlyInAnyOrder(
                        "2 birth-date-unreadable",
                        "2 sex-unreadable",
                        "2 country-unknown",
                        "2 document-unreadable",
                        "3 row-broken",
                        "5 reference-repeated",
                        "6 name-missing",
                        "7 row-columns",
                        "8 birth-date-unreadable");
        assertThat(reading.identities())
                .extracting(i -> i.entity())
                .containsExactly("1", "3", "3#5", "6");
        assertThat(reading.counts().rejectsByCode())
                .containsEntry("birth-date-unreadable", 2L)
                .containsEntry("row-broken", 1L);
        assertThat(reading.counts().rejects()).isEqualTo(9);
    }

    @Test
    void rejectsSayWhatIsAcceptedAndNothingPersonal() throws IOException {
        Reading reading =
                Reading.of(folder, "id,name,birth_date\n17,Halima Varenne,thirty years ago\n");
        assertThat(reading.rejects())
                .containsExactly(
                        new Reject(
                                "list0.txt",
                                2,
                                "birth-date-unreadable",
                                "birth_date of 17: not understood; accepted: 1964-02-17, 1964-02,"
                                        + " 1964, c. 1964, 1960/1964"));
    }

    @Test
    void brokenJsonLinesAreRejectedAndTheRestIsRead() throws IOException {
        Reading reading =
                Reading.of(
                        folder,
                        Fixtures.FTM
                                + """
                                {"id":"x-9","schema":"Person","properties":{"name":["Cut
                                [1,2,3]
                                "text"
                                {"id":"x-10","schema":"Person","properties":{"name":[]}}
                                {"id":"","schema":"Person","properties":{"name":["A B"]}}
                                {"id":"x-11","schema":"Person","properties":{"name":["After Sample"],"birthDate":["soon"]}} trailing
                                {"id":"x-12","schema":"Person","properties":{"name":["After Sample"],"birthDate":["soon"]}}
                                """);
        assertThat(reading.codes())
                .containsExactly(
                        "8 json-broken",
                        "9 json-broken",
                        "10 json-broken",
                        "11 name-missing",
                        "12 reference-missing",
                        "13 json-broken",
                        "14 birth-date-unreadable");
        assertThat(reading.get("x-12").names()).hasSize(1);
    }

    @Test
    void truncatedXmlKeepsWhatCameBefore() throws IOException {
        String cut = Fixtures.UN.substring(0, Fixtures.UN.indexOf("<ENTITIES>") + 30);
        Reading reading = Reading.of(folder, cut);
        assertThat(reading.identities()).extracting(i -> i.entity()).containsExactly("XXi.001");
        assertThat(reading.rejects()).extracting(Reject::code).containsExactly("xml-broken");
    }

    @Test
    void everyFormatIsReadWithByteOrderMarkAndCompressed() throws IOException {
        for (Map.Entry<String, String> list : Fixtures.lists().entrySet()) {
            Reading plain = Reading.of(folder, list.getValue());
            Reading marked = Reading.of(folder, "\ufeff" + list.getValue());
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(list.getValue().getBytes(StandardCharsets.UTF_8));
            }
            Reading unpacked = Reading.of(folder, packed.toByteArray());
            assertThat(plain.identities()).as(list.getKey()).isNotEmpty();
            assertThat(marked.identities()).isEqualTo(plain.identities());
            assertThat(unpacked.identities())
                    .extracting(i -> i.particulars())
                    .isEqualTo(plain.identities().stream().map(i -> i.particulars()).toList());
        }
    }

    @Test
    void windows1252IsUnderstoodAndReported() throws IOException {
        byte[] bytes =
                "id,name\n1,Ren\u00e9 Exampl\u00e9\n2,Jos\u00e9 Sample\n"
                        .getBytes(Charset.forName("windows-1252"));
        Reading reading = Reading.of(folder, bytes);
        assertThat(reading.names("1", NameKind.PRIMARY)).containsExactly("René Examplé");
        assertThat(reading.codes()).containsExactly("2 charset-guessed");
    }

    @Test
    void utf16IsRefusedWithARemedy() {
        assertThatThrownBy(
                        () -> Reading.of(folder, "id,name\n1,A".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Save it as UTF-8");
    }

    @Test
    void whatIsNoListIsRefused() {
        for (String text : List.of("", "\n\n", "<html></html>", "hello", "a,b,c\n1,2,3\n")) {
            assertThatThrownBy(() -> Reading.of(folder, text))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no known list format");
        }
    }
}
