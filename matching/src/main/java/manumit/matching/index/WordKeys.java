package manumit.matching.index;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartKeys;
import manumit.matching.similarity.Rarity;

/// The words of a segment by their keys ({@link PartKeys}). Keys share a place now and then, so
/// what is found is to be compared. Immutable and thread-safe.
///
/// @param starts where the words of each place begin in `words`; one more than there are places, a
///   power of two
/// @param words by place, ascending in each
/// @param sounds bit k for each key of a sound that ends in the bits k, a power of two of them
/// @param rarities of all words, in steps of {@link #RARITY_STEP}, rounded up
@SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
record WordKeys(int[] starts, int[] words, long[] sounds, byte[] rarities) {

    static final WordKeys NONE =
            new WordKeys(new int[] {0, 0}, new int[0], new long[1], new byte[0]);

    /// Sixteenths of a bit: the mean of two in eighths.
    static final double RARITY_STEP = 1.0 / 16;

    private static final int CHUNK = 4096;
    private static final int MOST_PLACES = 1 << 24;

    /// @param numbers of the words that have keys, ascending
    /// @param size number of all words
    static WordKeys of(int[] numbers, int size, IntFunction<Part> parts) {
        int chunks = (numbers.length + CHUNK - 1) / CHUNK;
        long count =
                IntStream.range(0, chunks)
                        .parallel()
                        .mapToLong(chunk -> {
                            long sum = 0;
                            for (int i = chunk * CHUNK; i < end(chunk, numbers); i++) {
                                sum += PartKeys.of(parts.apply(numbers[i])).length;
                            }
                            return sum;
                        })
                        .sum();
        int places = Integer.highestOneBit(Math.clamp(count / 2, 1, MOST_PLACES));
        int[] starts = new int[places + 1];
        int[] values = new int[Math.toIntExact(count)];
        int[][] placesOfWord = new int[numbers.length][];
        IntStream.range(0, chunks)
                .parallel()
                .forEach(chunk -> {
                    for (int i = chunk * CHUNK; i < end(chunk, numbers); i++) {
                        placesOfWord[i] = places(parts.apply(numbers[i]), places);
                    }
                });
        for (int[] some : placesOfWord) {
            for (int place : some) {
                starts[place + 1]++;
            }
        }
        for (int i = 0; i < places; i++) {
            starts[i + 1] += starts[i];
        }
        int[] fill = Arrays.copyOf(starts, places);
        for (int i = 0; i < numbers.length; i++) {
            for (int place : placesOfWord[i]) {
                values[fill[place]++] = numbers[i];
            }
        }
        byte[] rarities = new byte[size];
        long[] sounds = new long[Math.max(1, places / Long.SIZE)];
        for (int number : numbers) {
            for (long key : PartKeys.soundsOf(parts.apply(number))) {
                int bit = (int) key & (sounds.length * Long.SIZE - 1);
                sounds[bit >>> 6] |= 1L << bit;
            }
            rarities[number] = (byte) Math.ceil(Rarity.bits(parts.apply(number)) / RARITY_STEP);
        }
        return new WordKeys(starts, values, sounds, rarities);
    }

    private static int end(int chunk, int[] numbers) {
        return Math.min(numbers.length, (chunk + 1) * CHUNK);
    }

    private static int[] places(Part part, int places) {
        long[] keys = PartKeys.of(part);
        int[] all = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            all[i] = place(keys[i], places);
        }
        return all;
    }

    private static int place(long key, int places) {
        return (int) (key >>> 32) & (places - 1);
    }

    /// May any word sound so?
    boolean maySound(long key) {
        int bit = (int) key & (sounds.length * Long.SIZE - 1);
        return (sounds[bit >>> 6] >>> bit & 1) != 0;
    }

    /// Rarity of the word in bits, or a hair more.
    double rarityBits(int word) {
        return Byte.toUnsignedInt(rarities[word]) * RARITY_STEP;
    }

    /// Words that have one of the keys, ascending, each once, and a few others.
    int[] of(long[] keys) {
        int places = starts.length - 1;
        int count = 0;
        for (long key : keys) {
            int place = place(key, places);
            count += starts[place + 1] - starts[place];
        }
        int[] found = new int[count];
        int at = 0;
        for (long key : keys) {
            int place = place(key, places);
            int length = starts[place + 1] - starts[place];
            System.arraycopy(words, starts[place], found, at, length);
            at += length;
        }
        Arrays.sort(found);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[kept++] = found[i];
            }
        }
        return Arrays.copyOf(found, kept);
    }

    @Override
    public String toString() {
        return "WordKeys[" + words.length + "]";
    }
}
