package manumit.matching.snapshot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.SnapshotException;
import manumit.matching.TravelDocument;
import org.jspecify.annotations.Nullable;

/// An identity as bytes, about 100 for a person, and back without loss. A record stands for itself:
/// it may be copied from one snapshot to another as it is.
///
/// ```text
/// number length of the fields, number length of the names
/// fields kind and sex; list, entity; members; birth dates, nationalities, documents, birth places
/// int    CRC32C of all before
/// names  kind and form; whole, given names, family name
/// int    CRC32C of the names
/// ```
///
/// The names come last, so that comparing everything else first need not touch them. Any damage is
/// found by the checksums and ends in {@link SnapshotException.Code#DAMAGED}; so does an offset at
/// which no record starts. Thread-safe.
public final class IdentityCodec {

    /// Longest record, in bytes. No reader of lists hands on more; a damaged length cannot take
    /// more memory than this.
    public static final int MAX_BYTES = 1 << 24;

    private static final Codes<EntityKind> KINDS =
            new Codes<>(
                    List.of(
                            EntityKind.PERSON,
                            EntityKind.ORGANISATION,
                            EntityKind.VESSEL,
                            EntityKind.AIRCRAFT,
                            EntityKind.UNKNOWN));
    private static final Codes<Sex> SEXES =
            new Codes<>(List.of(Sex.FEMALE, Sex.MALE, Sex.UNSPECIFIED, Sex.UNKNOWN));
    private static final Codes<NameKind> NAME_KINDS =
            new Codes<>(
                    List.of(
                            NameKind.PRIMARY,
                            NameKind.ALIAS,
                            NameKind.WEAK_ALIAS,
                            NameKind.MAIDEN,
                            NameKind.ORIGINAL_SCRIPT));
    private static final Codes<DocumentType> DOCUMENT_TYPES =
            new Codes<>(
                    List.of(
                            DocumentType.PASSPORT,
                            DocumentType.NATIONAL_ID,
                            DocumentType.RESIDENCE_PERMIT,
                            DocumentType.VISA,
                            DocumentType.DRIVING_LICENCE,
                            DocumentType.SEAMAN_BOOK,
                            DocumentType.REFUGEE_TRAVEL_DOCUMENT,
                            DocumentType.TAX_NUMBER,
                            DocumentType.REGISTRATION,
                            DocumentType.OTHER,
                            DocumentType.UNKNOWN));

    private static final int SEX_SHIFT = 4;
    private static final int CODE_MASK = 0xF;

    /// Members: one byte. Everybody, or four bits that say which of the four words follow.
    private static final int EVERYBODY = 0x10;

    /// Birth dates: a number whose lowest three bits say what it is; then years since {@link
    /// #FIRST_YEAR} in nine bits, and month and day, or the last year.
    private static final int DAY = 0;

    private static final int MONTH = 1;
    private static final int IN_YEAR = 2;
    private static final int CIRCA = 3;
    private static final int BETWEEN = 4;
    private static final int FIRST_YEAR = 1800;
    private static final int YEAR_MASK = 0x1FF;
    private static final int YEAR_SHIFT = 3;
    private static final int SECOND_SHIFT = 12;
    private static final int DAY_SHIFT = 16;

    /// Names: forms, above the code of the kind.
    private static final int WHOLE = 0;

    /// The whole is given names, space, family name, as {@link Name#ofParts} makes it.
    private static final int PARTS = 0x10;

    private static final int WHOLE_AND_PARTS = 0x20;

    private static final int LETTERS = 26;

    private IdentityCodec() {}

    /// Reference of a record.
    public record Key(String list, String entity) {

        @Override
        public String toString() {
            return "Key[" + list + " " + entity + "]";
        }
    }

    /// Every assigned code, by its two letters, so that countries are not made anew for each
    /// record.
    private static final class Countries {

        static final @Nullable Country[] BY_LETTERS = new @Nullable Country[LETTERS * LETTERS];

        static {
            for (int i = 0; i < BY_LETTERS.length; i++) {
                String code = "" + (char) ('A' + i / LETTERS) + (char) ('A' + i % LETTERS);
                BY_LETTERS[i] = Country.find(code).filter(c -> c.code().equals(code)).orElse(null);
            }
        }
    }

    /// @throws IllegalArgumentException where the record is longer than {@link #MAX_BYTES}
    public static byte[] encode(Identity identity) {
        RecordOutput fields = new RecordOutput();
        RecordOutput names = new RecordOutput();
        putFields(fields, identity);
        putNames(names, identity.particulars().names());
        RecordOutput out = new RecordOutput();
        out.putNumber(fields.size());
        out.putNumber(names.size());
        if ((long) fields.size() + names.size() > MAX_BYTES - 32) {
            throw new IllegalArgumentException(
                    "identity: a record may take " + MAX_BYTES + " bytes, this one takes more");
        }
        out.put(fields.array(), fields.size());
        out.putInt(crc(out.array(), 0, out.size()));
        out.put(names.array(), names.size());
        out.putInt(crc(names.array(), 0, names.size()));
        return out.bytes();
    }

    /// The whole record at an offset.
    public static Identity decode(MemorySegment segment, long offset) throws SnapshotException {
        try {
            RecordInput in = new RecordInput(record(segment, offset, true), 0);
            int fields = in.nextNumber();
            int names = in.nextNumber();
            int namesAt = in.at() + fields + Integer.BYTES;
            int flags = in.next();
            String list = in.nextText();
            String entity = in.nextText();
            MemberSet visibleTo = nextMembers(in);
            RecordInput last = new RecordInput(in, namesAt);
            Particulars particulars = nextParticulars(in, flags, nextNames(last));
            requireEnd(in, namesAt - Integer.BYTES);
            requireEnd(last, namesAt + names);
            return new Identity(list, entity, particulars, visibleTo);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
            throw Refusal.damagedRecord(offset);
        }
    }

    /// List and entity of the record at an offset.
    public static Key decodeKey(MemorySegment segment, long offset) throws SnapshotException {
        try {
            RecordInput in = fields(segment, offset);
            in.next();
            return new Key(in.nextText(), in.nextText());
        } catch (IndexOutOfBoundsException e) {
            throw Refusal.damagedRecord(offset);
        }
    }

    /// Members who may find the record at an offset.
    public static MemberSet decodeVisibleTo(MemorySegment segment, long offset)
            throws SnapshotException {
        try {
            RecordInput in = fields(segment, offset);
            in.next();
            in.skipText();
            in.skipText();
            return nextMembers(in);
        } catch (IndexOutOfBoundsException e) {
            throw Refusal.damagedRecord(offset);
        }
    }

    /// What the record at an offset says, without its names.
    public static Particulars decodeFields(MemorySegment segment, long offset)
            throws SnapshotException {
        try {
            RecordInput in = fields(segment, offset);
            int flags = in.next();
            in.skipText();
            in.skipText();
            skipMembers(in);
            return nextParticulars(in, flags, List.of());
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException e) {
            throw Refusal.damagedRecord(offset);
        }
    }

    /// Bytes that the record at an offset takes, so that it can be copied or the next one found.
    /// Its checksums are not compared.
    public static int length(MemorySegment segment, long offset) throws SnapshotException {
        try {
            return Math.toIntExact(whole(segment, offset));
        } catch (IndexOutOfBoundsException e) {
            throw Refusal.damagedRecord(offset);
        }
    }

    private static RecordInput fields(MemorySegment segment, long offset) {
        RecordInput in = new RecordInput(record(segment, offset, false), 0);
        in.nextNumber();
        in.nextNumber();
        return in;
    }

    /// A record, or its fields only, in the heap, with the checksums compared.
    ///
    /// @throws IndexOutOfBoundsException where there is no such record
    private static byte[] record(MemorySegment segment, long offset, boolean withNames) {
        long fields = number(segment, offset);
        long at = offset + numberBytes(fields);
        long names = number(segment, at);
        at += numberBytes(names);
        long fieldsEnd = at - offset + fields;
        long end = fieldsEnd + Integer.BYTES;
        long wanted = withNames ? end + names + Integer.BYTES : end;
        if (wanted > MAX_BYTES || wanted > segment.byteSize() - offset) {
            throw new IndexOutOfBoundsException("a record beyond its section");
        }
        byte[] bytes = new byte[(int) wanted];
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, bytes, 0, bytes.length);
        requireCrc(bytes, 0, (int) fieldsEnd);
        if (withNames) {
            requireCrc(bytes, (int) end, (int) names);
        }
        return bytes;
    }

    private static long whole(MemorySegment segment, long offset) {
        long fields = number(segment, offset);
        long names = number(segment, offset + numberBytes(fields));
        long whole = numberBytes(fields) + numberBytes(names) + fields + names + 2 * Integer.BYTES;
        if (whole > MAX_BYTES || whole > segment.byteSize() - offset) {
            throw new IndexOutOfBoundsException("a record beyond its section");
        }
        return whole;
    }

    /// A length where it lies: at most four bytes, as short as can be.
    private static long number(MemorySegment segment, long offset) {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            byte next = segment.get(ValueLayout.JAVA_BYTE, offset + i);
            value |= (next & 0x7FL) << (7 * i);
            if (next >= 0) {
                if (next == 0 && i > 0) {
                    break;
                }
                return value;
            }
        }
        throw new IndexOutOfBoundsException("a length that is none");
    }

    private static int numberBytes(long value) {
        return value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : 4;
    }

    private static void requireCrc(byte[] bytes, int start, int length) {
        if (new RecordInput(bytes, start + length).nextInt() != crc(bytes, start, length)) {
            throw new IndexOutOfBoundsException("another checksum");
        }
    }

    private static void requireEnd(RecordInput in, int end) {
        if (in.at() != end) {
            throw new IndexOutOfBoundsException("a part of another length");
        }
    }

    private static int crc(byte[] bytes, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, start, length);
        return (int) crc.getValue();
    }

    private static void putFields(RecordOutput out, Identity identity) {
        Particulars p = identity.particulars();
        out.put(KINDS.code(p.kind()) | SEXES.code(p.sex()) << SEX_SHIFT);
        out.putText(identity.list());
        out.putText(identity.entity());
        putMembers(out, identity.visibleTo());
        out.putNumber(p.birthDates().size());
        for (BirthDate date : p.birthDates()) {
            out.putNumber(number(date));
        }
        out.putNumber(p.nationalities().size());
        for (Country country : p.nationalities()) {
            putCountry(out, country);
        }
        out.putNumber(p.documents().size());
        for (TravelDocument document : p.documents()) {
            out.put(DOCUMENT_TYPES.code(document.type()));
            putCountry(out, document.issuer());
            out.putText(document.number());
        }
        out.putNumber(p.birthPlaces().size());
        for (String place : p.birthPlaces()) {
            out.putText(place);
        }
    }

    private static Particulars nextParticulars(RecordInput in, int flags, List<Name> names) {
        List<BirthDate> birthDates = nextList(in, IdentityCodec::nextDate);
        List<Country> nationalities = nextList(in, IdentityCodec::nextCountry);
        List<TravelDocument> documents = nextList(in, IdentityCodec::nextDocument);
        List<String> birthPlaces = nextList(in, RecordInput::nextText);
        return new Particulars(
                KINDS.constant(flags & CODE_MASK),
                names,
                birthDates,
                SEXES.constant(flags >>> SEX_SHIFT),
                nationalities,
                birthPlaces,
                documents);
    }

    private interface Reader<T> {
        T read(RecordInput in);
    }

    /// Grows with what is there, not with what a damaged count promises.
    private static <T> List<T> nextList(RecordInput in, Reader<T> reader) {
        int count = in.nextNumber();
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(reader.read(in));
        }
        if (count < 0) {
            throw new IndexOutOfBoundsException("a count below zero");
        }
        List<T> values = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            values.add(reader.read(in));
        }
        return values;
    }

    private static void putMembers(RecordOutput out, MemberSet members) {
        if (members.equals(MemberSet.EVERYBODY)) {
            out.put(EVERYBODY);
            return;
        }
        long[] words = {members.bits0(), members.bits1(), members.bits2(), members.bits3()};
        int present = 0;
        for (int i = 0; i < words.length; i++) {
            present |= words[i] == 0 ? 0 : 1 << i;
        }
        out.put(present);
        for (long word : words) {
            if (word != 0) {
                out.putLong(word);
            }
        }
    }

    private static MemberSet nextMembers(RecordInput in) {
        int present = in.next();
        if (present == EVERYBODY) {
            return MemberSet.EVERYBODY;
        }
        long bits0 = (present & 1) == 0 ? 0 : in.nextLong();
        long bits1 = (present & 2) == 0 ? 0 : in.nextLong();
        long bits2 = (present & 4) == 0 ? 0 : in.nextLong();
        long bits3 = (present & 8) == 0 ? 0 : in.nextLong();
        return new MemberSet(bits0, bits1, bits2, bits3);
    }

    private static void skipMembers(RecordInput in) {
        int present = in.next();
        in.skip(Integer.bitCount(present & CODE_MASK) * Long.BYTES);
    }

    /// A birth date as a number, the same for as long as the format is.
    public static int number(BirthDate date) {
        return switch (date) {
            case BirthDate.Day(LocalDate day) ->
                    DAY
                            | year(day.getYear())
                            | day.getMonthValue() << SECOND_SHIFT
                            | day.getDayOfMonth() << DAY_SHIFT;
            case BirthDate.Month(YearMonth month) ->
                    MONTH | year(month.getYear()) | month.getMonthValue() << SECOND_SHIFT;
            case BirthDate.InYear(int year) -> IN_YEAR | year(year);
            case BirthDate.Circa(int year) -> CIRCA | year(year);
            case BirthDate.Between(int first, int last) ->
                    BETWEEN | year(first) | (last - FIRST_YEAR) << SECOND_SHIFT;
        };
    }

    private static int year(int year) {
        return (year - FIRST_YEAR) << YEAR_SHIFT;
    }

    private static BirthDate nextDate(RecordInput in) {
        return date(in.nextNumber());
    }

    /// The birth date of a number made by {@link #number}.
    ///
    /// @throws IndexOutOfBoundsException where there is none; or IllegalArgumentException, or
    ///   DateTimeException
    public static BirthDate date(int number) {
        int year = FIRST_YEAR + (number >>> YEAR_SHIFT & YEAR_MASK);
        int second = number >>> SECOND_SHIFT;
        return switch (number & 7) {
            case DAY -> BirthDate.of(year, second & CODE_MASK, number >>> DAY_SHIFT);
            case MONTH -> new BirthDate.Month(YearMonth.of(year, second));
            case IN_YEAR -> new BirthDate.InYear(year);
            case CIRCA -> new BirthDate.Circa(year);
            case BETWEEN -> new BirthDate.Between(year, FIRST_YEAR + second);
            default -> throw new IndexOutOfBoundsException("a date of an unknown form");
        };
    }

    private static void putCountry(RecordOutput out, Country country) {
        out.put(country.code().charAt(0) - 'A');
        out.put(country.code().charAt(1) - 'A');
    }

    private static Country nextCountry(RecordInput in) {
        int first = in.next();
        Country country = Countries.BY_LETTERS[first * LETTERS + in.next()];
        if (country == null) {
            throw new IndexOutOfBoundsException("a country without a code");
        }
        return country;
    }

    private static TravelDocument nextDocument(RecordInput in) {
        DocumentType type = DOCUMENT_TYPES.constant(in.next());
        Country issuer = nextCountry(in);
        return new TravelDocument(type, in.nextText(), issuer);
    }

    private static void putNames(RecordOutput out, List<Name> names) {
        out.putNumber(names.size());
        for (Name name : names) {
            int kind = NAME_KINDS.code(name.kind());
            if (!name.hasParts()) {
                out.put(kind | WHOLE);
                out.putText(name.whole());
                continue;
            }
            boolean joined =
                    name.equals(Name.ofParts(name.kind(), name.givenNames(), name.familyName()));
            out.put(kind | (joined ? PARTS : WHOLE_AND_PARTS));
            if (!joined) {
                out.putText(name.whole());
            }
            out.putText(name.givenNames());
            out.putText(name.familyName());
        }
    }

    private static List<Name> nextNames(RecordInput in) {
        return nextList(in, IdentityCodec::nextName);
    }

    private static Name nextName(RecordInput in) {
        int flags = in.next();
        NameKind kind = NAME_KINDS.constant(flags & CODE_MASK);
        return switch (flags & ~CODE_MASK) {
            case WHOLE -> Name.of(kind, in.nextText());
            case PARTS -> Name.ofParts(kind, in.nextText(), in.nextText());
            case WHOLE_AND_PARTS -> new Name(kind, in.nextText(), in.nextText(), in.nextText());
            default -> throw new IndexOutOfBoundsException("a name of an unknown form");
        };
    }
}
