package manumit.matching.index;

/// The records of a segment by list and entity: a hash table of record numbers. Immutable.
///
/// @param table with open addressing, a record's number and 1; a power of two long
@SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
record KeyTable(int[] table) {

    static KeyTable of(int count, IdentityStore identities) {
        int[] table = new int[Integer.highestOneBit(Math.max(4, count * 2)) * 2];
        for (int record = 0; record < count; record++) {
            int at = identities.keyHash(record) & table.length - 1;
            while (table[at] != 0) {
                at = at + 1 & table.length - 1;
            }
            table[at] = record + 1;
        }
        return new KeyTable(table);
    }

    /// Number of the record; -1 if there is none.
    int find(RecordKey key, IdentityStore identities) {
        for (int at = key.hash() & table.length - 1;
                table[at] != 0;
                at = at + 1 & table.length - 1) {
            if (identities.key(table[at] - 1).equals(key)) {
                return table[at] - 1;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return "KeyTable[" + table.length + "]";
    }
}
