package manumit.matching.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.SnapshotException;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class IdentityCodecTest {

    private static final Identity SMALL =
            new Identity(
                    "test",
                    "e1",
                    Particulars.builder()
                            .kind(EntityKind.PERSON)
                            .name(Name.ofParts(NameKind.PRIMARY, "Amina", "Okonkwo"))
                            .birthDate(BirthDate.of(1990, 12, 31))
                            .sex(Sex.FEMALE)
                            .nationality(new Country("NG"))
                            .birthPlace("Kano")
                            .build(),
                    MemberSet.of(200));

    @ParameterizedTest
    @Seeds(300)
    void anyIdentityComesBackAsItWas(Seed seed) throws Exception {
        Random random = seed.random();
        Identity identity = new RandomIdentities(random).next();
        byte[] record = IdentityCodec.encode(identity);
        int before = random.nextInt(50);
        byte[] bytes = new byte[before + record.length + random.nextInt(50)];
        System.arraycopy(record, 0, bytes, before, record.length);
        MemorySegment segment = MemorySegment.ofArray(bytes);
        assertSame(IdentityCodec.decode(segment, before), identity);
        assertThat(IdentityCodec.decodeKey(segment, before))
                .isEqualTo(new IdentityCodec.Key(identity.list(), identity.entity()));
        assertThat(IdentityCodec.decodeVisibleTo(segment, before)).isEqualTo(identity.visibleTo());
        assertThat(IdentityCodec.decodeFields(segment, before))
                .isEqualTo(withoutNames(identity.particulars()));
        assertThat(IdentityCodec.length(segment, before)).isEqualTo(record.length);
    }

    @Test
    void everyAssignedCountryIsKept() throws Exception {
        int countries = 0;
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = 'A'; second <= 'Z'; second++) {
                String code = "" + first + second;
                Country country;
                try {
                    country = new Country(code);
                } catch (IllegalArgumentException e) {
                    continue;
                }
                countries++;
                Particulars one =
                        new Particulars(
                                EntityKind.UNKNOWN,
                                List.of(),
                                List.of(),
                                Sex.UNKNOWN,
                                List.of(country),
                                List.of(),
                                List.of());
                byte[] record = IdentityCodec.encode(Identity.of("l", "e", one));
                assertThat(IdentityCodec.decode(MemorySegment.ofArray(record), 0).particulars())
                        .isEqualTo(one);
            }
        }
        assertThat(countries).isGreaterThan(Locale.getISOCountries().length);
    }

    @Test
    void halvesOfSurrogatePairsAreKept() throws Exception {
        Identity identity =
                Identity.of(
                        "l",
                        "e",
                        Particulars.builder()
                                .name("\uD800")
                                .name("a\uDC00b")
                                .name("\uDC00\uD800")
                                .name("\uD840\uDC00")
                                .build());
        assertSame(
                IdentityCodec.decode(MemorySegment.ofArray(IdentityCodec.encode(identity)), 0),
                identity);
    }

    @Test
    void everyDamagedBitIsFound() throws Exception {
        byte[] record = IdentityCodec.encode(SMALL);
        // What follows a record in its section, so that longer lengths find bytes too.
        byte[] bytes = Arrays.copyOf(record, record.length + 300);
        for (int bit = 0; bit < record.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            MemorySegment segment = MemorySegment.ofArray(bytes);
            assertDamaged(() -> IdentityCodec.decode(segment, 0));
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @ParameterizedTest
    @Seeds(50)
    void aRecordCutAnywhereIsFound(Seed seed) {
        byte[] record = IdentityCodec.encode(new RandomIdentities(seed.random()).next());
        int step = Math.max(1, record.length / 200);
        for (int length = 0; length < record.length; length += step) {
            MemorySegment segment = MemorySegment.ofArray(Arrays.copyOf(record, length));
            assertDamaged(() -> IdentityCodec.decode(segment, 0));
            assertDamaged(() -> IdentityCodec.length(segment, 0));
        }
    }

    @Test
    void anOffsetOutsideOfTheSectionIsFound() {
        MemorySegment segment = MemorySegment.ofArray(IdentityCodec.encode(SMALL));
        for (long offset : new long[] {-1, Long.MIN_VALUE, 1, segment.byteSize(), Long.MAX_VALUE}) {
            assertDamaged(() -> IdentityCodec.decode(segment, offset));
            assertDamaged(() -> IdentityCodec.decodeFields(segment, offset));
            assertDamaged(() -> IdentityCodec.decodeKey(segment, offset));
            assertDamaged(() -> IdentityCodec.decodeVisibleTo(segment, offset));
        }
    }

    @Test
    void aRecordBeyondTheLimitIsRefused() {
        Identity identity =
                Identity.of(
                        "l",
                        "e",
                        Particulars.builder().birthPlace("x".repeat(1 << 24)).name("y").build());
        assertThatThrownBy(() -> IdentityCodec.encode(identity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16777216");
    }

    /// Checksums right, contents wrong: what only a faulty program could write.
    @Test
    void recordsThatBreakTheRulesOfTheirTypesAreRefused() {
        byte[] good = {0, 2, 'l', 2, 'e', 0x10, 0, 0, 0, 0};
        byte[] noNames = {0};
        byte[][] fields = {
            {},
            {7, 2, 'l', 2, 'e', 0x10, 0, 0, 0, 0}, // an unknown kind
            {0x70, 2, 'l', 2, 'e', 0x10, 0, 0, 0, 0}, // an unknown sex
            {-1, 2, 'l', 2, 'e', 0x10, 0, 0, 0, 0},
            {0, 2, ' ', 2, 'e', 0x10, 0, 0, 0, 0}, // a blank list
            {0, -1, -1, -1, -1, 0x0F, 'e', 0x10, 0, 0, 0, 0}, // a text of two gigabytes
            {0, 2, 'l', 2, 'e', 0x10, 1, 7, 0, 0, 0}, // a date of an unknown form
            {0, 2, 'l', 2, 'e', 0x10, 1, 0, 0, 0, 0}, // day 0 of month 0
            {0, 2, 'l', 2, 'e', 0x10, 0, 1, 0, 1, 0, 0}, // the country AB
            {0, 2, 'l', 2, 'e', 0x10, 0, 1, -1, -1, 0, 0},
            {0, 2, 'l', 2, 'e', 0x10, 0, 0, 1, 99, 13, 6, 2, '1', 0}, // an unknown document
            {0, 2, 'l', 2, 'e', 0x10, 0, 0, 1, 0, 13, 6, 0, 0}, // a document without a number
            {0, 2, 'l', 2, 'e', 0x10, 0, 0, 0, -1, -1, -1, -1, 0x07}, // two billion places
            {0, 2, 'l', 2, 'e', 0x10, 0, 0, 0, -1, -1, -1, -1, 0x0F},
            {0, 2, 'l', 2, 'e', 0x10, 0, 0, 0, -1, -1, -1, -1, -1, -1},
            {0, 2, 'l', 2, 'e', 0x10, 0, 0, 0, 0, 0}, // a byte too many
        };
        for (byte[] wrong : fields) {
            MemorySegment segment = MemorySegment.ofArray(sealed(wrong, noNames));
            assertDamaged(() -> IdentityCodec.decode(segment, 0));
        }
        byte[][] names = {
            {}, {1, 0, 0}, {1, 9, 2, 'a'}, {1, 0x40, 2, 'a'}, {1, 0, 2, 'a', 0}, {2, 0, 2, 'a'},
        };
        for (byte[] wrong : names) {
            MemorySegment segment = MemorySegment.ofArray(sealed(good, wrong));
            assertDamaged(() -> IdentityCodec.decode(segment, 0));
        }
    }

    /// The format is a promise to files that exist. If you meant to change it, change the version.
    @Test
    void theBytesOfARecordStay() {
        String expected =
                """
                20 10
                00 0874657374 046531 08 0001000000000000
                01 f08b7f  01 0d06  00  01 084b616e6f  3a54ff32
                01 10 0a416d696e61 0e4f6b6f6e6b776f  b7fe5228
                """;
        assertThat(HexFormat.of().formatHex(IdentityCodec.encode(SMALL)))
                .isEqualTo(expected.replaceAll("\\s", ""));
    }

    @Test
    void aPersonWithOneNameTakesFewBytes() {
        assertThat(IdentityCodec.encode(SMALL).length).isLessThan(70);
    }

    /// Field by field: a failure shows which, and records without a difference stay unprinted.
    private static void assertSame(Identity actual, Identity expected) {
        Particulars a = actual.particulars();
        Particulars e = expected.particulars();
        assertThat(actual.list()).isEqualTo(expected.list());
        assertThat(actual.entity()).isEqualTo(expected.entity());
        assertThat(actual.visibleTo()).isEqualTo(expected.visibleTo());
        assertThat(a.kind()).isEqualTo(e.kind());
        assertThat(a.sex()).isEqualTo(e.sex());
        assertThat(a.names()).isEqualTo(e.names());
        assertThat(a.birthDates()).isEqualTo(e.birthDates());
        assertThat(a.nationalities()).isEqualTo(e.nationalities());
        assertThat(a.birthPlaces()).isEqualTo(e.birthPlaces());
        assertThat(a.documents()).isEqualTo(e.documents());
        assertThat(actual).isEqualTo(expected);
    }

    private static Particulars withoutNames(Particulars p) {
        return new Particulars(
                p.kind(),
                List.of(),
                p.birthDates(),
                p.sex(),
                p.nationalities(),
                p.birthPlaces(),
                p.documents());
    }

    /// A record of these parts, with the checksums it would have.
    static byte[] sealed(byte[] fields, byte[] names) {
        RecordOutput out = new RecordOutput();
        out.putNumber(fields.length);
        out.putNumber(names.length);
        out.put(fields, fields.length);
        out.putInt(crc(out.array(), out.size()));
        out.put(names, names.length);
        out.putInt(crc(names, names.length));
        return out.bytes();
    }

    private static int crc(byte[] bytes, int length) {
        return Layout.crc(MemorySegment.ofArray(bytes).asSlice(0, length));
    }

    private static void assertDamaged(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SnapshotException.class,
                        e -> assertThat(e.code()).isEqualTo(SnapshotException.Code.DAMAGED));
    }
}
