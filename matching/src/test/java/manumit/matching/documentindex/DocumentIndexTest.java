package manumit.matching.documentindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.Outcome;
import manumit.matching.TravelDocument;
import manumit.matching.documents.DocumentEvidence;
import manumit.matching.documents.DocumentNumber;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentIndexTest {

    private static final DocumentType PASSPORT = DocumentType.PASSPORT;
    private static final Country FRANCE = new Country("FR");

    @TempDir Path folder;

    static Stream<Arguments> lookUps() {
        return TextTable.arguments(
                """
                listed         | asked for        | number      | issuer       | what it is
                AB1234567 FR   | AB1234567 FR     | AS_WRITTEN  | AGREE        | the same
                AB1234567 FR   | ab 123-4567 FR   | AS_WRITTEN  | AGREE        | spaces and case
                12345678 FR    | ١٢٣٤٥٦٧٨ FR      | AS_WRITTEN  | AGREE        | digits of another script
                AO1234567 FR   | A01234567 FR     | CONFUSED    | AGREE        | O read as 0
                5I1234567 FR   | SL1234567 FR     | CONFUSED    | AGREE        | I read as L
                AB1234567 FR   | AB1234567 ZZ     | AS_WRITTEN  | UNKNOWN      | issuer not known to the asker
                AB1234567 ZZ   | AB1234567 FR     | AS_WRITTEN  | UNKNOWN      | issuer not known to the list
                AB1234567 FR   | AB1234567 BE     | AS_WRITTEN  | CONTRADICTED | another issuer
                AB1234567 FR   | AB1234568 FR     | -           | -            | another number
                AB1234567 FR   | AB123456 FR      | -           | -            | one character less
                L898902C3 FR   | L898902C36 FR    | CHECK_DIGIT | AGREE        | copied with the check digit
                L898902C36 FR  | L898902C3 FR     | CHECK_DIGIT | AGREE        | listed with the check digit
                L898902C3 FR   | L898902C35 FR    | -           | -            | not its check digit
                LB98902C3 FR   | L898902C36 FR    | -           | -            | confused and with check digit
                1234 FR        | 1234 FR          | AS_WRITTEN  | AGREE        | the shortest
                1234567890123456789 FR | I2345678901234567B9 FR | CONFUSED | AGREE | a long one
                123456789012 FR | 1234567890122 FR | CHECK_DIGIT | AGREE       | long by its check digit
                1234567890122 FR | 123456789012 FR | CHECK_DIGIT | AGREE       | listed long by its check digit
                """);
    }

    @ParameterizedTest(name = "{4}")
    @MethodSource("lookUps")
    void aDocumentIsFoundByWhatEyesAndReadersConfuse(
            String listed, String asked, String number, String issuer, String what)
            throws IOException {
        try (DocumentIndex built = index(entry(listed));
                DocumentIndex changed = index()) {
            changed.put(entry(listed));
            for (DocumentIndex index : List.of(built, changed)) {
                List<DocumentFinding> findings = index.findingsOfAnyIssuer(document(asked));

                if (number.equals("-")) {
                    assertThat(findings).as(what).isEmpty();
                } else {
                    assertThat(findings)
                            .as(what)
                            .containsExactly(
                                    new DocumentFinding(
                                            entry(listed),
                                            NumberAgreement.valueOf(number),
                                            Outcome.valueOf(issuer),
                                            Outcome.AGREE));
                }
                assertThat(index.findings(document(asked)))
                        .hasSize(issuer.equals("CONTRADICTED") ? 0 : findings.size());
            }
        }
    }

    @Test
    void theTypeIsToldButHidesNothing() throws IOException {
        try (DocumentIndex index =
                index(
                        entry("AB1234567 FR"),
                        new DocumentEntry(
                                FRANCE, "AB1234567", DocumentType.VISA, ListingReason.LOST),
                        new DocumentEntry(
                                FRANCE, "AB1234567", DocumentType.OTHER, ListingReason.LOST))) {

            assertThat(index.findings(document("AB1234567 FR")))
                    .extracting(DocumentFinding::type)
                    .containsExactly(Outcome.AGREE, Outcome.UNKNOWN, Outcome.CONTRADICTED);
        }
    }

    @Test
    void theClosestComesFirst() throws IOException {
        try (DocumentIndex index =
                index(
                        entry("AO1234567 FR"),
                        entry("A01234567 BE"),
                        entry("A01234567 ZZ"),
                        entry("A01234567 FR"))) {

            assertThat(index.findingsOfAnyIssuer(document("A01234567 FR")))
                    .extracting(f -> f.entry().number() + " " + f.entry().issuer())
                    .containsExactly(
                            "A01234567 FR", "AO1234567 FR", "A01234567 ZZ", "A01234567 BE");
            assertThat(index.findings(document("A01234567 FR")).getFirst().isSameDocument())
                    .isTrue();
        }
    }

    @Test
    void ofSeveralEntriesOfOneDocumentTheLastCounts() throws IOException {
        DocumentEntry lost = entry("AB1234567 FR");
        DocumentEntry stolen =
                new DocumentEntry(FRANCE, "ab-1234567", PASSPORT, ListingReason.STOLEN);
        try (DocumentIndex index = index(lost, stolen)) {
            assertThat(index.size()).isEqualTo(1);
            assertThat(reasons(index)).containsExactly(ListingReason.STOLEN);

            index.put(lost);

            assertThat(index.size()).isEqualTo(1);
            assertThat(reasons(index)).containsExactly(ListingReason.LOST);
        }
    }

    private static List<ListingReason> reasons(DocumentIndex index) {
        return index.findings(document("AB1234567 FR")).stream()
                .map(f -> f.entry().reason())
                .toList();
    }

    @Test
    void aRemovedDocumentIsGoneAtOnceAndStaysGone() throws IOException {
        Path next = folder.resolve("next");
        try (DocumentIndex index = index(entry("AB1234567 FR"), entry("1234567890123456 FR"))) {
            assertThat(index.remove(document("AB1234567 FR"))).isTrue();
            assertThat(index.remove(document("AB1234567 FR"))).isFalse();
            assertThat(index.remove(document("1234567890123456 FR"))).isTrue();
            assertThat(index.remove(document("1234567890123456 BE"))).isFalse();
            assertThat(index.remove(document("123 FR"))).isFalse();
            assertThat(index.findings(document("AB1234567 FR"))).isEmpty();
            assertThat(index.changes()).isEqualTo(2);

            index.compact(next);

            assertThat(index.changes()).isZero();
            assertThat(index.size()).isZero();
            assertThat(index.findings(document("AB1234567 FR"))).isEmpty();
        }
        try (DocumentIndex reopened = DocumentIndex.open(next)) {
            assertThat(reopened.size()).isZero();
            reopened.verify();
        }
    }

    @Test
    void theFileInUseCanBeReplacedByItsSuccessor() throws IOException {
        Path file = folder.resolve("same");
        build(file, 100, List.of(entry("AB1234567 FR")));
        try (DocumentIndex index = DocumentIndex.open(file)) {
            index.put(entry("CD1234567 FR"));
            index.compact(file);

            assertThat(index.size()).isEqualTo(2);
            assertThat(index.findings(document("AB1234567 FR"))).hasSize(1);
        }
        try (DocumentIndex index = DocumentIndex.open(file)) {
            assertThat(index.findings(document("CD1234567 FR"))).hasSize(1);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("no temporary files are left behind").containsExactly(file);
        }
    }

    @Test
    void aFailedCompactionLosesNothing() throws IOException {
        try (DocumentIndex index = index(entry("AB1234567 FR"))) {
            index.put(entry("CD1234567 FR"));
            index.remove(document("AB1234567 FR"));

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> index.compact(folder.resolve("absent/file")));

            assertThat(index.size()).isEqualTo(1);
            assertThat(index.changes()).isEqualTo(2);
            assertThat(index.findings(document("AB1234567 FR"))).isEmpty();
            index.compact(folder.resolve("next"));
            assertThat(index.findings(document("CD1234567 FR"))).hasSize(1);
        }
    }

    @Test
    void shortNumbersAreNeitherListedNorFound() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentEntry(FRANCE, "1-2-3", PASSPORT, ListingReason.LOST))
                .withMessageContaining("found 3");
        try (DocumentIndex index = index(entry("1234 FR"))) {
            assertThat(index.findings(document("123 FR"))).isEmpty();
            assertThat(index.findings(document("... FR"))).isEmpty();
        }
    }

    @Test
    void aClosedIndexSaysSo() throws IOException {
        DocumentIndex index = index(entry("AB1234567 FR"));
        index.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> index.findings(document("AB1234567 FR")));
    }

    @Test
    void numbersNeverShowInText() {
        DocumentEntry entry = entry("AB1234567 FR");

        assertThat(entry).hasToString("DocumentEntry[PASSPORT, FR, LOST]");
        assertThat(
                        new DocumentFinding(
                                entry, NumberAgreement.CONFUSED, Outcome.AGREE, Outcome.AGREE))
                .asString()
                .doesNotContain("1234567");
        assertThat(LongEntry.of(entry("1234567890123456 FR"), false))
                .asString()
                .doesNotContain("1234567");
    }

    @Test
    void ordinaryNumbersTakeElevenBytesAtMost() throws IOException {
        Path file = folder.resolve("many");
        Random random = new Random(1);
        try (DocumentIndex.Builder builder = DocumentIndex.builder(file).buffer(20_000)) {
            for (int i = 0; i < 200_000; i++) {
                builder.add(
                        new DocumentEntry(
                                FRANCE,
                                Integer.toString(100_000_000 + random.nextInt(900_000_000)),
                                PASSPORT,
                                ListingReason.LOST));
            }
            long count = builder.build();
            assertThat((double) Files.size(file) / count).isBetween(8.0, 11.4);
        }
        try (DocumentIndex index = DocumentIndex.open(file)) {
            index.verify();
            random = new Random(1);
            for (int i = 0; i < 200_000; i++) {
                String number = Integer.toString(100_000_000 + random.nextInt(900_000_000));
                if (index.findings(new TravelDocument(PASSPORT, number, FRANCE)).isEmpty()) {
                    throw new AssertionError("entry " + i + " is not found");
                }
            }
        }
    }

    /// Against a map, which compares with each document as the matcher does.
    @ParameterizedTest
    @Seeds(60)
    void whateverIsDoneTheAnswersAreThoseOfComparingWithEachDocument(Seed seed) throws IOException {
        Random random = seed.random();
        InventedDocuments invented = new InventedDocuments(random, 1 + random.nextInt(30));
        Map<TravelDocument, DocumentEntry> model = new HashMap<>();
        List<DocumentEntry> first = new ArrayList<>();
        for (int i = random.nextInt(200); i > 0; i--) {
            first.add(invented.entry());
        }
        first.forEach(entry -> model.put(key(entry), entry));
        Path file = folder.resolve("base");
        build(file, 1 + random.nextInt(100), first);

        try (DocumentIndex index = DocumentIndex.open(file)) {
            for (int step = 0; step < 200; step++) {
                switch (random.nextInt(12)) {
                    case 0, 1 -> {
                        DocumentEntry entry = invented.entry();
                        index.put(entry);
                        model.put(key(entry), entry);
                    }
                    case 2, 3 -> {
                        TravelDocument document =
                                model.isEmpty() || random.nextBoolean()
                                        ? invented.document()
                                        : model.keySet().iterator().next();
                        TravelDocument key = key(DocumentEntry.of(document, ListingReason.LOST));
                        assertThat(index.remove(document)).isEqualTo(model.remove(key) != null);
                    }
                    case 4 -> {
                        if (random.nextInt(10) == 0) {
                            index.compact(folder.resolve("next" + random.nextInt(3)));
                        }
                    }
                    default -> checkLookUp(index, model, invented.document());
                }
                assertThat(index.size()).isEqualTo(model.size());
            }
            index.verify();
        }
    }

    private static void checkLookUp(
            DocumentIndex index,
            Map<TravelDocument, DocumentEntry> model,
            TravelDocument document) {
        List<DocumentFinding> all = index.findingsOfAnyIssuer(document);

        List<DocumentEntry> expected = new ArrayList<>();
        model.forEach((listed, entry) -> {
            Outcome outcome = DocumentEvidence.of(List.of(document), List.of(listed)).outcome();
            if (outcome == Outcome.AGREE || outcome == Outcome.NEAR) {
                expected.add(entry);
            }
        });
        assertThat(all)
                .extracting(DocumentFinding::entry)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(all).isSortedAccordingTo(DocumentFinding.RANKING);
        for (DocumentFinding finding : all) {
            boolean isSame =
                    finding.number() != NumberAgreement.CONFUSED
                            && finding.issuer() != Outcome.CONTRADICTED
                            && finding.type() != Outcome.CONTRADICTED;
            assertThat(
                            DocumentEvidence.of(List.of(document), List.of(key(finding.entry())))
                                    .outcome())
                    .isEqualTo(isSame ? Outcome.AGREE : Outcome.NEAR);
            assertThat(finding.number() == NumberAgreement.AS_WRITTEN)
                    .isEqualTo(
                            finding.entry()
                                    .number()
                                    .equals(DocumentNumber.of(document.number()).plain()));
        }
        assertThat(index.findings(document))
                .isEqualTo(all.stream().filter(f -> f.issuer() != Outcome.CONTRADICTED).toList());
    }

    private static TravelDocument key(DocumentEntry entry) {
        return new TravelDocument(entry.type(), entry.number(), entry.issuer());
    }

    private DocumentIndex index(DocumentEntry... entries) throws IOException {
        Path file = Files.createTempFile(folder, "index", "");
        build(file, 1_000, List.of(entries));
        return DocumentIndex.open(file);
    }

    private static void build(Path file, int buffer, List<DocumentEntry> entries)
            throws IOException {
        try (DocumentIndex.Builder builder = DocumentIndex.builder(file).buffer(buffer)) {
            for (DocumentEntry entry : entries) {
                builder.add(entry);
            }
            builder.build();
        }
    }

    /// `AB1234567 FR` is the number AB1234567 of France.
    private static TravelDocument document(String written) {
        int space = written.lastIndexOf(' ');
        return new TravelDocument(
                PASSPORT, written.substring(0, space), new Country(written.substring(space + 1)));
    }

    private static DocumentEntry entry(String written) {
        return DocumentEntry.of(document(written), ListingReason.LOST);
    }
}
