package manumit.travel.mrz;

import java.util.Objects;

/// The holder's name. In what was read: capital letters A to Z, words apart by single spaces;
/// hyphens and apostrophes are lost in the zone.
///
/// @param primary primary identifier, mostly the family name; the whole name where there is but one
///   (mononym); empty only where the zone has no name
/// @param secondary secondary identifier, mostly given names; empty where there is none
/// @param isTruncated the name fills its field, so letters or words may be missing at the end of
///   any part: compare by beginnings
public record MrzName(String primary, String secondary, boolean isTruncated) {

    public MrzName {
        Objects.requireNonNull(primary);
        Objects.requireNonNull(secondary);
    }

    /// A whole name.
    public static MrzName of(String primary, String secondary) {
        return new MrzName(primary, secondary, false);
    }

    /// Never shows the name.
    @Override
    public String toString() {
        return "MrzName[" + (isTruncated ? "truncated" : "whole") + "]";
    }
}
