package manumit.matching.index;

import java.util.ArrayList;
import java.util.List;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.EntityKind;
import manumit.matching.MemberSet;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.names.NamePart;
import manumit.matching.names.ParsedName;
import manumit.matching.names.Role;
import manumit.matching.names.Weight;
import manumit.matching.v1.Prepared;

/// What comparing needs of each record, in flat arrays: kinds, sexes, birth dates, nationalities,
/// names taken apart, who may see it. Immutable and thread-safe.
///
/// @param kinds ordinal of the {@link EntityKind} of each record
/// @param sexes ordinal of the {@link Sex}
/// @param tied bit r if a name of record r has neighbours that its source ties together, as 田中 is
///   written: one part may stand for both
/// @param masks number of the record's mask in `distinctMasks`
/// @param dates birth dates of each record, as numbers into `distinctDates`
/// @param nations nationalities of each record, as numbers into `distinctNations`
/// @param names where the names of each record begin in `nameKinds`; one more than records
/// @param nameKinds ordinal of the {@link NameKind}, {@link #ROLES_KNOWN} and {@link
///   #AS_ORGANISATION}
/// @param parts where the parts of each name begin in `partWords`; one more than names
/// @param partWords number of each part's word in the vocabulary
/// @param partUses role, weight and marks of each part
// Flat tables, compared by nobody; ordinals are kept within one version of the method, which a
// snapshot names.
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"})
record RecordTable(
        byte[] kinds,
        byte[] sexes,
        long[] tied,
        int[] masks,
        Postings dates,
        Postings nations,
        int[] names,
        byte[] nameKinds,
        int[] parts,
        int[] partWords,
        byte[] partUses,
        List<MemberSet> distinctMasks,
        List<BirthDate> distinctDates,
        List<Country> distinctNations) {

    static final int ROLES_KNOWN = 16;

    /// The name of somebody of unknown kind, read as a company's.
    static final int AS_ORGANISATION = 32;

    private static final int WEIGHT_SHIFT = 2;
    private static final int CUT = 16;
    private static final int TIED = 32;
    private static final int COMMON = 64;

    private static final EntityKind[] KINDS = EntityKind.values();
    private static final Sex[] SEXES = Sex.values();
    private static final NameKind[] NAME_KINDS = NameKind.values();
    private static final Role[] ROLES = Role.values();
    private static final Weight[] WEIGHTS = Weight.values();

    static byte nameKind(ParsedName name, boolean asOrganisation) {
        return (byte)
                (name.kind().ordinal()
                        | (name.rolesKnown() ? ROLES_KNOWN : 0)
                        | (asOrganisation ? AS_ORGANISATION : 0));
    }

    static byte partUse(NamePart part) {
        return (byte)
                (part.role().ordinal()
                        | part.weight().ordinal() << WEIGHT_SHIFT
                        | (part.cut() ? CUT : 0)
                        | (part.tied() ? TIED : 0)
                        | (part.isFull() && part.isCommon() ? COMMON : 0));
    }

    /// Is a part of these uses a name of its own?
    static boolean isFull(byte use) {
        return WEIGHTS[use >> WEIGHT_SHIFT & 3] == Weight.FULL;
    }

    /// May a part of these uses be the first given name, where it is full?
    static boolean mayBeGiven(byte use) {
        return ROLES[use & 3] != Role.FAMILY;
    }

    /// May a part of these uses be the family name, where it is full?
    boolean mayBeFamily(int name, byte use) {
        return (nameKinds[name] & ROLES_KNOWN) != 0
                ? ROLES[use & 3] == Role.FAMILY
                : ROLES[use & 3] != Role.PATRONYMIC;
    }

    int count() {
        return kinds.length;
    }

    Sex sex(int record) {
        return SEXES[sexes[record]];
    }

    boolean isTied(int record) {
        return (tied[record >>> 6] >>> record & 1) != 0;
    }

    MemberSet mask(int record) {
        return distinctMasks.get(masks[record]);
    }

    List<BirthDate> birthDates(int record) {
        int start = dates.start(record);
        int count = dates.end(record) - start;
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(distinctDates.get(dates.values()[start]));
        }
        List<BirthDate> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(distinctDates.get(dates.values()[start + i]));
        }
        return all;
    }

    List<Country> nationalities(int record) {
        int start = nations.start(record);
        int count = nations.end(record) - start;
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(distinctNations.get(nations.values()[start]));
        }
        List<Country> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(distinctNations.get(nations.values()[start + i]));
        }
        return all;
    }

    /// Names and fields, ready for comparison; without birth places and documents.
    ///
    /// @param wanted names that are asked for, see {@link RecordSearch#names}
    Prepared prepared(int record, long wanted, Vocabulary vocabulary) {
        Particulars fields =
                new Particulars(
                        KINDS[kinds[record]],
                        List.of(),
                        birthDates(record),
                        sex(record),
                        nationalities(record),
                        List.of(),
                        List.of());
        return prepared(record, fields, wanted, vocabulary);
    }

    /// Names, with fields from elsewhere.
    Prepared prepared(int record, Particulars fields, long wanted, Vocabulary vocabulary) {
        List<ParsedName> plain = new ArrayList<>(names[record + 1] - names[record]);
        List<ParsedName> organisation = List.of();
        for (int name = names[record]; name < names[record + 1]; name++) {
            if ((wanted >>> Math.min(Long.SIZE - 1, name - names[record]) & 1) == 0) {
                continue;
            }
            if ((nameKinds[name] & AS_ORGANISATION) == 0) {
                plain.add(name(name, vocabulary));
            } else {
                if (organisation.isEmpty()) {
                    organisation = new ArrayList<>();
                }
                organisation.add(name(name, vocabulary));
            }
        }
        boolean isUnknown = KINDS[kinds[record]] == EntityKind.UNKNOWN;
        return Prepared.restored(fields, plain, isUnknown ? organisation : plain);
    }

    /// Is the word a light part of any of the record's names?
    boolean isLight(int record, int word) {
        int end = parts[names[record + 1]];
        for (int i = parts[names[record]]; i < end; i++) {
            if (partWords[i] == word && WEIGHTS[partUses[i] >> WEIGHT_SHIFT & 3] == Weight.LIGHT) {
                return true;
            }
        }
        return false;
    }

    private ParsedName name(int name, Vocabulary vocabulary) {
        List<NamePart> all = new ArrayList<>(parts[name + 1] - parts[name]);
        for (int i = parts[name]; i < parts[name + 1]; i++) {
            int use = partUses[i];
            all.add(
                    NamePart.restored(
                            vocabulary.part(partWords[i]),
                            ROLES[use & 3],
                            WEIGHTS[use >> WEIGHT_SHIFT & 3],
                            (use & CUT) != 0,
                            (use & TIED) != 0,
                            (use & COMMON) != 0));
        }
        return ParsedName.restored(
                NAME_KINDS[nameKinds[name] & 15], all, (nameKinds[name] & ROLES_KNOWN) != 0);
    }

    @Override
    public String toString() {
        return "RecordTable[" + kinds.length + " records]";
    }
}
