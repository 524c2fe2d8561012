package manumit.travel.mrz;

/// A place in a zone as it is printed.
///
/// @param line from 1
/// @param firstColumn from 1
/// @param lastColumn included
public record MrzPlace(int line, int firstColumn, int lastColumn) {

    public MrzPlace {
        if (line < 1 || firstColumn < 1 || lastColumn < firstColumn) {
            throw new IllegalArgumentException(
                    "line, firstColumn, lastColumn: 1 <= line, 1 <= firstColumn <= lastColumn");
        }
    }

    /// For example `line 2, column 14` or `line 2, columns 14-19`.
    @Override
    public String toString() {
        return "line "
                + line
                + (firstColumn == lastColumn
                        ? ", column " + firstColumn
                        : ", columns " + firstColumn + "-" + lastColumn);
    }
}
