package manumit.benchmarks.documents;

/// Memory of this process.
final class Heap {

    private Heap() {}

    /// Bytes in use, garbage included.
    static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// Bytes in use after a collection.
    static long live() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, used());
        }
        return least;
    }
}
