package manumit.travel.mrz;

/// Fits a name into its field by Doc 9303-4 §4.2.3: a name too long ends with a letter in the last
/// place, and shows at least the first letter of the secondary identifier.
///
/// @param field exactly as wide as asked for
/// @param isTruncated whether letters were left out
record NameFitting(String field, boolean isTruncated) {

    /// @param primary A to Z, words apart by one `<`; not empty
    /// @param secondary the same; may be empty
    static NameFitting of(String primary, String secondary, int width) {
        String whole = secondary.isEmpty() ? primary : primary + "<<" + secondary;
        if (whole.length() <= width) {
            return new NameFitting(whole + "<".repeat(width - whole.length()), false);
        }
        if (secondary.isEmpty()) {
            return new NameFitting(cut(new StringBuilder(primary), 0, width).toString(), true);
        }
        StringBuilder cut = cut(new StringBuilder(primary), 0, width - 3);
        int secondaryFrom = cut.length();
        cut.append("<<").append(secondary);
        return new NameFitting(cut(cut, secondaryFrom, width).toString(), true);
    }

    /// At most `width` characters. A filler in the last place would hide that the name goes on: an
    /// earlier word, from `shortenFrom` on if possible, gives up a letter, so that the next word's
    /// first letter comes there.
    private static StringBuilder cut(StringBuilder name, int shortenFrom, int width) {
        while (name.length() > width && name.charAt(width - 1) == '<') {
            name.deleteCharAt(lastOfLongestWord(name, shortenFrom, width));
        }
        name.setLength(Math.min(name.length(), width));
        return name;
    }

    /// Position of the last letter of the longest word of the secondary identifier before `width`;
    /// of the whole name if the secondary identifier has single letters only; of the filler in the
    /// last place if all of it has, so that two letters are joined.
    private static int lastOfLongestWord(StringBuilder name, int secondaryFrom, int width) {
        int in = lastOfLongestWordFrom(name, secondaryFrom, width);
        int anywhere = in >= 0 ? in : lastOfLongestWordFrom(name, 0, width);
        return anywhere >= 0 ? anywhere : width - 1;
    }

    private static int lastOfLongestWordFrom(StringBuilder name, int from, int width) {
        int best = -1;
        int longest = 1;
        int start = from;
        for (int i = from; i < width; i++) {
            if (name.charAt(i) == '<') {
                if (i - start > longest) {
                    longest = i - start;
                    best = i - 1;
                }
                start = i + 1;
            }
        }
        return best;
    }

    /// Never shows the text.
    @Override
    public String toString() {
        return "NameFitting[" + (isTruncated ? "truncated" : "whole") + "]";
    }
}
