package manumit.travel.mrz;

/// Size and layout of a machine-readable zone.
public enum MrzFormat {
    /// Cards of credit-card size: three lines of 30. Doc 9303 part 5.
    TD1(3, 30),
    /// Larger cards: two lines of 36. Part 6.
    TD2(2, 36),
    /// Passports: two lines of 44. Part 4.
    TD3(2, 44),
    /// Visas of full size: two lines of 44. Part 7.
    MRV_A(2, 44),
    /// Small visas: two lines of 36. Part 7.
    MRV_B(2, 36);

    private final int lines;
    private final int width;

    MrzFormat(int lines, int width) {
        this.lines = lines;
        this.width = width;
    }

    /// Number of lines.
    public int lines() {
        return lines;
    }

    /// Characters a line.
    public int width() {
        return width;
    }

    int size() {
        return lines * width;
    }

    boolean isVisa() {
        return this == MRV_A || this == MRV_B;
    }

    /// Place of characters `from` (inclusive) to `to` (exclusive) of the joined lines; they lie on
    /// one line.
    MrzPlace place(int from, int to) {
        return new MrzPlace(from / width + 1, from % width + 1, (to - 1) % width + 1);
    }
}
