package manumit.matching.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartFacts;

/// A checksum over all that the numbers in a snapshot were made with: the tables of knowledge about
/// names, and what the program makes of a few words, which shows most changes of the program
/// itself. The first eight bytes of a SHA-256.
final class TableFingerprint {

    /// Tables, below the folder of the root package.
    static final List<String> TABLES =
            List.of(
                    "knowledge/east_asian_surnames.tsv",
                    "knowledge/equivalents.tsv",
                    "knowledge/organisation_forms.tsv",
                    "knowledge/patronymics.tsv",
                    "knowledge/syllables.tsv",
                    "knowledge/titles.tsv",
                    "similarity/arabic.tsv",
                    "similarity/cyrillic.tsv",
                    "similarity/greek.tsv",
                    "similarity/han.tsv",
                    "similarity/hangul.tsv",
                    "similarity/hebrew.tsv",
                    "similarity/kana.tsv",
                    "similarity/latin-hand.tsv",
                    "similarity/latin.tsv",
                    "similarity/rarity.tsv",
                    "text/arabic.txt",
                    "text/arabic_names.txt",
                    "text/armenian.txt",
                    "text/cyrillic.txt",
                    "text/devanagari_consonants.txt",
                    "text/devanagari_vowels.txt",
                    "text/georgian.txt",
                    "text/greek.txt",
                    "text/han_pinyin.txt",
                    "text/han_surnames.txt",
                    "text/hangul_surnames.txt",
                    "text/hebrew.txt",
                    "text/hebrew_names.txt",
                    "text/japanese_names.txt",
                    "text/kana.txt",
                    "text/latin.txt",
                    "v1/name-weights.tsv");

    /// Words of many scripts and rules.
    private static final List<String> WORDS =
            List.of(
                    "Wojciechowska",
                    "Abdurrahman",
                    "Öztürk",
                    "Nguyễn",
                    "J0hn",
                    "O’Riordan",
                    "Чайковская",
                    "Шевчук",
                    "Δήμητρα",
                    "გიორგი",
                    "Հովհաննիսյան",
                    "الحربي",
                    "דוד",
                    "प्रिया",
                    "田中",
                    "はるか",
                    "김정숙");

    private static final class Shared {
        static final long VALUE = compute();
    }

    private TableFingerprint() {}

    /// Of the running program.
    static long value() {
        return Shared.VALUE;
    }

    private static long compute() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) SegmentFile.FORM);
            for (String table : TABLES) {
                byte[] bytes = read("/manumit/matching/" + table);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            for (String word : WORDS) {
                Part part = Part.of(word);
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(PartFacts.of(part)).array());
                digest.update(part.spellings().toString().getBytes(StandardCharsets.UTF_8));
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = TableFingerprint.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource: " + resource + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
