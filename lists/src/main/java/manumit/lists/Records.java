package manumit.lists;

import java.util.function.Consumer;
import manumit.matching.Identity;
import manumit.matching.Name;
import manumit.matching.Particulars;

/// Hands on the records of one reading, and sees to it that no reference comes twice in a list.
/// References are remembered by 64-bit hashes, 8 to 24 bytes each: ten million take under 240 MB.
final class Records {

    private final Consumer<Identity> sink;
    private long[] hashes = new long[1 << 12];
    private int size;
    private long count;

    Records(Consumer<Identity> sink) {
        this.sink = sink;
    }

    /// Hands on a record, unless it lacks a name or a reference.
    void add(String list, String entity, Particulars particulars, long line, Rejects rejects) {
        if (entity.isBlank()) {
            rejects.add(
                    line,
                    RejectCode.REFERENCE_MISSING,
                    "the record has no reference of its publisher");
            return;
        }
        if (particulars.names().isEmpty()) {
            rejects.add(line, RejectCode.NAME_MISSING, "record " + shown(entity) + " has no name");
            return;
        }
        String reference = entity.strip();
        if (!first(list, reference)) {
            rejects.add(
                    line,
                    RejectCode.REFERENCE_REPEATED,
                    "reference "
                            + shown(entity)
                            + " came before; this record is kept as "
                            + shown(entity)
                            + "#"
                            + line);
            reference = reference + "#" + line;
            for (int i = 2; !first(list, reference); i++) {
                reference = entity.strip() + "#" + line + "-" + i;
            }
        }
        count++;
        sink.accept(Identity.of(list, reference, particulars));
    }

    long count() {
        return count;
    }

    /// A reference as it may stand in a message.
    static String shown(String entity) {
        return entity.length() <= 60 ? entity : entity.substring(0, 57) + "...";
    }

    /// A name that is written in other letters than Latin is marked as such, unless its kind says
    /// that it is weak or borne before.
    static Name marked(Name name) {
        boolean plain =
                switch (name.kind()) {
                    case PRIMARY, ALIAS -> true;
                    case WEAK_ALIAS, MAIDEN, ORIGINAL_SCRIPT -> false;
                };
        return plain && NameText.isForeignScript(name.whole())
                ? new Name(
                        manumit.matching.NameKind.ORIGINAL_SCRIPT,
                        name.whole(),
                        name.givenNames(),
                        name.familyName())
                : name;
    }

    private boolean first(String list, String entity) {
        long hash = hash(list, entity);
        if (2 * size >= hashes.length) {
            long[] old = hashes;
            hashes = new long[2 * old.length];
            for (long h : old) {
                if (h != 0) {
                    hashes[slot(h)] = h;
                }
            }
        }
        int slot = slot(hash);
        if (hashes[slot] == hash) {
            return false;
        }
        hashes[slot] = hash;
        size++;
        return true;
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash >>> 20) & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /// FNV-1a over both texts, mixed; never 0.
    static long hash(String list, String entity) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < list.length(); i++) {
            h = (h ^ list.charAt(i)) * 0x100000001b3L;
        }
        h = (h ^ 0xffff) * 0x100000001b3L;
        for (int i = 0; i < entity.length(); i++) {
            h = (h ^ entity.charAt(i)) * 0x100000001b3L;
        }
        h = (h ^ (h >>> 32)) * 0x9e3779b97f4a7c15L;
        h ^= h >>> 29;
        return h == 0 ? 1 : h;
    }
}
