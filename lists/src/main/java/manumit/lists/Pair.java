package manumit.lists;

import manumit.matching.Particulars;

/// Two descriptions to compare.
///
/// @param id the file's own reference, or the line where it has none
public record Pair(String id, Particulars left, Particulars right) {

    /// Never shows personal data.
    @Override
    public String toString() {
        return "Pair[" + id + "]";
    }
}
