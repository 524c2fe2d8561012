package manumit.matching.index;

import java.util.List;
import manumit.matching.Identity;
import manumit.matching.Particulars;
import manumit.matching.snapshot.IdentityCodec;

/// The records of a segment in full. Thread-safe.
interface IdentityStore {

    /// The record of a number.
    Identity identity(int record);

    /// Everything but the names.
    default Particulars fields(int record) {
        return identity(record).particulars();
    }

    default RecordKey key(int record) {
        return RecordKey.of(identity(record));
    }

    /// {@link RecordKey#hash} of the record's key.
    default int keyHash(int record) {
        return key(record).hash();
    }

    /// The record as {@link IdentityCodec} writes it.
    default byte[] encoded(int record) {
        return IdentityCodec.encode(identity(record));
    }

    /// Records kept as they came.
    ///
    /// @param order for each record's number its place in the list
    static IdentityStore of(List<Identity> identities, int[] order) {
        Identity[] ordered = new Identity[order.length];
        for (int i = 0; i < order.length; i++) {
            ordered[i] = identities.get(order[i]);
        }
        return record -> ordered[record];
    }
}
