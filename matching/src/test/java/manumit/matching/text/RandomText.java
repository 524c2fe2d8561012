package manumit.matching.text;

import java.util.SplittableRandom;

/// Seeded random text: code points of the scripts of names, of all of Unicode, and lone surrogates.
final class RandomText {

    /// First and last code points of blocks where names, marks and traps live.
    private static final int[][] BLOCKS = {
        {0x20, 0x7E}, {0xA0, 0x24F}, {0x250, 0x36F}, {0x370, 0x3FF}, {0x400, 0x52F},
        {0x530, 0x5FF}, {0x600, 0x6FF}, {0x750, 0x77F}, {0x900, 0x97F}, {0x10A0, 0x10FF},
        {0x1100, 0x11FF}, {0x1E00, 0x1FFF}, {0x2000, 0x206F}, {0x3040, 0x30FF}, {0x3400, 0x34FF},
        {0x4E00, 0x9FFF}, {0xAC00, 0xD7FF}, {0xD800, 0xDFFF}, {0xF900, 0xFAFF}, {0xFB00, 0xFDFF},
        {0xFE00, 0xFEFF}, {0xFF00, 0xFFEF}, {0x1D400, 0x1D7FF}, {0x20000, 0x200FF}
    };

    private final SplittableRandom random;

    RandomText(long seed) {
        random = new SplittableRandom(seed);
    }

    /// Up to `most` code points, mostly of one or two blocks.
    String next(int most) {
        int length = random.nextInt(most + 1);
        int[] main = BLOCKS[random.nextInt(BLOCKS.length)];
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int choice = random.nextInt(10);
            int[] block =
                    choice < 6
                            ? main
                            : choice < 9
                                    ? BLOCKS[random.nextInt(BLOCKS.length)]
                                    : new int[] {0, 0x10FFFF};
            int codePoint = random.nextInt(block[0], block[1] + 1);
            if (codePoint < 0x10000) {
                out.append((char) codePoint);
            } else {
                out.appendCodePoint(codePoint);
            }
        }
        return out.toString();
    }

    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .forEach(c ->
                        out.append("\\u").append(Integer.toHexString(0x10000 + c).substring(1)));
        return out.toString();
    }
}
