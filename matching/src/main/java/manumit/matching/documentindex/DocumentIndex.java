package manumit.matching.documentindex;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.Outcome;
import manumit.matching.TravelDocument;
import manumit.matching.documents.CheckDigits;
import manumit.matching.documents.DocumentNumber;

/// Listed documents, looked up by number: an immutable file, and the changes since in memory.
///
/// ```java
/// try (DocumentIndex.Builder builder = DocumentIndex.builder(file)) {
///     builder.add(entry);
///     builder.build();
/// }
/// try (DocumentIndex index = DocumentIndex.open(file)) {
///     List<DocumentFinding> findings = index.findings(document);
/// }
/// ```
///
/// Numbers are found as they are compared everywhere in Manumit: without spaces and punctuation,
/// with letters and digits that are confused in reading taken for one, and with or without the
/// machine-readable check digit at the end. Exact: whatever agrees in this way is found, and
/// nothing else.
///
/// Thread-safe; readers never wait. A change is seen at once, whole or not at all, and is lost with
/// the process unless {@link #compact} has written it to a file.
public final class DocumentIndex implements AutoCloseable {

    /// Shortest number whose check digit is looked for at the end of another.
    private static final int MIN_LENGTH_WITH_CHECK_DIGIT = 7;

    /// @param file the bulk of the entries
    /// @param frozen changes that are being written into a new file; none at other times
    /// @param changes those since; they hide frozen ones, and these hide entries of the file
    private record State(IndexFile file, Changes frozen, Changes changes) {

        boolean hasChanges() {
            return changes.size() > 0 || frozen.size() > 0;
        }
    }

    private volatile State state;

    private volatile long size;

    /// Held while a change is made and while the state is exchanged, never while a file is written.
    private final Object changing = new Object();

    /// Held while a file is written.
    private final Object compacting = new Object();

    private DocumentIndex(IndexFile file) {
        state = new State(file, new Changes(), new Changes());
        size = file.size();
    }

    /// Begins a file. One of the same name is replaced when the new one is complete.
    public static Builder builder(Path file) {
        return new Builder(file);
    }

    /// Opens a file. It must stay as it is while it is open; replacing it by another file of the
    /// same name does no harm.
    ///
    /// @throws IOException where it cannot be read
    /// @throws IndexFileException where it is no index, of a newer format, truncated or damaged;
    ///   damage among the entries themselves shows when they are first looked at, or in {@link
    ///   #verify}
    public static DocumentIndex open(Path file) throws IOException {
        return new DocumentIndex(IndexFile.open(file));
    }

    /// Listed documents that may be this one and have the same issuer, or where one of the two does
    /// not say its issuer. Of any type.
    ///
    /// @return the closest first ({@link DocumentFinding#RANKING}); none for numbers shorter than
    ///   {@value DocumentEntry#MIN_LENGTH}
    public List<DocumentFinding> findings(TravelDocument document) {
        return findings(document, false);
    }

    /// The same, also under other issuers. Numbers repeat between countries: these say little by
    /// themselves.
    public List<DocumentFinding> findingsOfAnyIssuer(TravelDocument document) {
        return findings(document, true);
    }

    private List<DocumentFinding> findings(TravelDocument document, boolean isAnyIssuer) {
        String plain = DocumentEntry.plain(document.number());
        if (plain.length() < DocumentEntry.MIN_LENGTH) {
            return List.of();
        }
        return read(now -> {
            List<DocumentFinding> findings = new ArrayList<>(0);
            collect(now, document, plain, isAnyIssuer, findings);
            findings.sort(DocumentFinding.RANKING);
            return List.copyOf(findings);
        });
    }

    private static void collect(
            State now,
            TravelDocument document,
            String plain,
            boolean isAnyIssuer,
            List<DocumentFinding> findings) {
        forEachFolded(
                now,
                plain,
                entry ->
                        add(
                                document,
                                entry,
                                entry.number().equals(plain)
                                        ? NumberAgreement.AS_WRITTEN
                                        : NumberAgreement.CONFUSED,
                                isAnyIssuer,
                                findings));
        int length = plain.length();
        if (length > MIN_LENGTH_WITH_CHECK_DIGIT && isDigit(plain.charAt(length - 1))) {
            String shorter = plain.substring(0, length - 1);
            if (CheckDigits.isWithCheckDigit(plain, shorter)) {
                forEachFolded(
                        now,
                        shorter,
                        entry -> addWithDigit(document, entry, shorter, isAnyIssuer, findings));
            }
        }
        if (length >= MIN_LENGTH_WITH_CHECK_DIGIT) {
            String longer = plain + CheckDigits.icao(plain);
            forEachFolded(
                    now,
                    longer,
                    entry -> addWithDigit(document, entry, longer, isAnyIssuer, findings));
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void addWithDigit(
            TravelDocument document,
            DocumentEntry entry,
            String number,
            boolean isAnyIssuer,
            List<DocumentFinding> findings) {
        if (entry.number().equals(number)) {
            add(document, entry, NumberAgreement.CHECK_DIGIT, isAnyIssuer, findings);
        }
    }

    private static void add(
            TravelDocument document,
            DocumentEntry entry,
            NumberAgreement number,
            boolean isAnyIssuer,
            List<DocumentFinding> findings) {
        Outcome issuer =
                outcome(
                        !document.issuer().equals(Country.UNKNOWN)
                                && !entry.issuer().equals(Country.UNKNOWN),
                        document.issuer().equals(entry.issuer()));
        if (isAnyIssuer || issuer != Outcome.CONTRADICTED) {
            Outcome type =
                    outcome(
                            isTold(document.type()) && isTold(entry.type()),
                            document.type() == entry.type());
            findings.add(new DocumentFinding(entry, number, issuer, type));
        }
    }

    private static Outcome outcome(boolean areBothTold, boolean areEqual) {
        if (!areBothTold) {
            return Outcome.UNKNOWN;
        }
        return areEqual ? Outcome.AGREE : Outcome.CONTRADICTED;
    }

    private static boolean isTold(DocumentType type) {
        return type != DocumentType.UNKNOWN && type != DocumentType.OTHER;
    }

    /// Hands over all entries whose number is the same as this one after folding, as they now
    /// stand.
    private static void forEachFolded(State now, String plain, Consumer<DocumentEntry> consumer) {
        if (now.hasChanges()) {
            forEachChangedAndUnchanged(now, plain, consumer);
        } else {
            forEachInFile(now.file, plain, consumer);
        }
    }

    private static void forEachChangedAndUnchanged(
            State now, String plain, Consumer<DocumentEntry> consumer) {
        String folded = DocumentNumber.of(plain).folded();
        List<Changes.Change> changes = now.changes.find(folded);
        List<Changes.Change> frozen = now.frozen.find(folded);
        for (Changes.Change change : changes) {
            if (!change.isRemoved()) {
                consumer.accept(change.entry());
            }
        }
        for (Changes.Change change : frozen) {
            if (!change.isRemoved() && !hides(changes, change.entry())) {
                consumer.accept(change.entry());
            }
        }
        forEachInFile(
                now.file,
                plain,
                entry -> {
                    if (!hides(changes, entry) && !hides(frozen, entry)) {
                        consumer.accept(entry);
                    }
                });
    }

    private static void forEachInFile(
            IndexFile file, String plain, Consumer<DocumentEntry> consumer) {
        if (plain.length() > NumberCode.MAX_LENGTH) {
            file.findLong(plain).forEach(entry -> consumer.accept(entry.entry()));
            return;
        }
        long key = NumberCode.key(plain);
        for (long code : file.find(key)) {
            String number = NumberCode.plain(key, EntryCode.spelling(code));
            consumer.accept(file.entry(number, code));
        }
    }

    private static boolean hides(List<Changes.Change> changes, DocumentEntry entry) {
        for (Changes.Change change : changes) {
            if (change.entry().isSameDocument(entry)) {
                return true;
            }
        }
        return false;
    }

    /// Reads from the state as it is. A file may be closed under a reader when its successor has
    /// taken its place: then the reader asks that one.
    private <T> T read(Function<State, T> reader) {
        while (true) {
            State now = state;
            try {
                return reader.apply(now);
            } catch (IllegalStateException e) {
                if (now.equals(state)) {
                    throw e;
                }
            }
        }
    }

    /// Lists a document, in place of an entry of the same issuer, number and type.
    public void put(DocumentEntry entry) {
        synchronized (changing) {
            long more = isListed(state, entry) ? 0 : 1;
            state.changes.add(new Changes.Change(entry, false));
            long now = size + more;
            size = now;
        }
    }

    /// Takes the document of this issuer, number and type off; the number as written, apart from
    /// spaces, punctuation and case.
    ///
    /// @return whether it was listed
    public boolean remove(TravelDocument document) {
        if (DocumentEntry.plain(document.number()).length() < DocumentEntry.MIN_LENGTH) {
            return false;
        }
        DocumentEntry entry = DocumentEntry.of(document, ListingReason.UNKNOWN);
        synchronized (changing) {
            if (!isListed(state, entry)) {
                return false;
            }
            state.changes.add(new Changes.Change(entry, true));
            long now = size - 1;
            size = now;
            return true;
        }
    }

    private static boolean isListed(State now, DocumentEntry entry) {
        List<DocumentEntry> found = new ArrayList<>(0);
        forEachFolded(
                now,
                entry.number(),
                other -> {
                    if (other.isSameDocument(entry)) {
                        found.add(other);
                    }
                });
        return !found.isEmpty();
    }

    /// Listed documents.
    public long size() {
        return size;
    }

    /// Documents put or removed since the file was written. They are held in memory, some hundred
    /// bytes each.
    public int changes() {
        State now = state;
        return now.frozen.size() + now.changes.size();
    }

    /// Bytes of the file.
    public long fileBytes() {
        return state.file.fileBytes();
    }

    /// Writes a new file with all changes so far, and goes on with that one. Look-ups and changes
    /// go on meanwhile; a change made during the writing stays in memory. Needs about the space of
    /// the file beside it. On failure the index stays as it was.
    ///
    /// @param file may be the name of the present file
    public void compact(Path file) throws IOException {
        synchronized (compacting) {
            State frozen;
            synchronized (changing) {
                frozen = new State(state.file, state.changes, new Changes());
                state = frozen;
            }
            boolean isDone = false;
            try {
                write(frozen, file);
                IndexFile successor = IndexFile.open(file);
                synchronized (changing) {
                    state = new State(successor, new Changes(), frozen.changes);
                }
                isDone = true;
            } finally {
                if (!isDone) {
                    synchronized (changing) {
                        Changes all = new Changes();
                        all.addAll(frozen.frozen);
                        all.addAll(frozen.changes);
                        state = new State(frozen.file, new Changes(), all);
                    }
                }
            }
            frozen.file.close();
        }
    }

    private static void write(State now, Path file) throws IOException {
        Path folder = folder(file);
        try (EntrySorter sorter = new EntrySorter(folder, Builder.DEFAULT_BUFFER);
                LongSorter longSorter = new LongSorter(folder, Builder.LONG_BUFFER)) {
            now.frozen.addTo(sorter, longSorter);
            long longSize = now.file.longSize();
            IndexFileWriter.write(
                    file,
                    folder,
                    new CodeMerge(List.of(now.file.codes(), sorter.sorted())),
                    now.file.size() - longSize + sorter.added(),
                    new LongMerge(List.of(now.file.longEntries(), longSorter.sorted())),
                    longSize + longSorter.added());
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /// Reads the whole file and checks everything that can be checked. Look-ups go on meanwhile.
    ///
    /// @throws IndexFileException where something does not hold
    public void verify() throws IOException {
        // Not while the file is exchanged.
        synchronized (compacting) {
            state.file.verify();
        }
    }

    /// Closes the file. Every later call that needs it throws `IllegalStateException`.
    @Override
    public void close() {
        synchronized (compacting) {
            state.file.close();
        }
    }

    /// Builds a file from entries in any order. Of several entries of one document the last one
    /// counts.
    ///
    /// Memory: 16 bytes for each entry of the buffer (64 MiB by default), 256 KiB for each time the
    /// buffer was filled, some megabytes besides; long numbers ({@value NumberCode#MAX_LENGTH}
    /// characters are the limit) are buffered apart, at most {@value #LONG_BUFFER} of them. Disk:
    /// 16 bytes an entry in the temporary folder, and the file. Not thread-safe.
    public static final class Builder implements AutoCloseable {

        static final int DEFAULT_BUFFER = 1 << 22;
        static final int LONG_BUFFER = 1 << 17;

        private final Path file;
        private Path folder;
        private int buffer = DEFAULT_BUFFER;
        private EntrySorter sorter;
        private LongSorter longSorter;
        private boolean isBuilt;

        private Builder(Path file) {
            this.file = file;
            folder = DocumentIndex.folder(file);
            sorter = new EntrySorter(folder, buffer);
            longSorter = new LongSorter(folder, LONG_BUFFER);
        }

        /// Folder for temporary files, which hold document numbers; by default that of the file. To
        /// be called before the first entry.
        public Builder temporaryFolder(Path temporaryFolder) {
            folder = temporaryFolder;
            return renew();
        }

        /// How many entries are held in memory, 4 million by default, at most 8 million. To be
        /// called before the first entry.
        public Builder buffer(int entries) {
            if (entries < 1 || entries > EntrySorter.MAX_CAPACITY) {
                throw new IllegalArgumentException(
                        "entries: from 1 to "
                                + EntrySorter.MAX_CAPACITY
                                + " expected, found "
                                + entries);
            }
            buffer = entries;
            return renew();
        }

        private Builder renew() {
            if (sorter.added() + longSorter.added() > 0) {
                throw new IllegalStateException("settings come before the first entry");
            }
            sorter = new EntrySorter(folder, buffer);
            longSorter = new LongSorter(folder, Math.min(buffer, LONG_BUFFER));
            return this;
        }

        public void add(DocumentEntry entry) throws IOException {
            if (isBuilt) {
                throw new IllegalStateException("the file is built");
            }
            if (entry.number().length() > NumberCode.MAX_LENGTH) {
                longSorter.add(LongEntry.of(entry, false));
            } else {
                sorter.add(NumberCode.key(entry.number()), EntryCode.of(entry));
            }
        }

        /// Writes the file.
        ///
        /// @return documents in it
        public long build() throws IOException {
            if (isBuilt) {
                throw new IllegalStateException("the file is built");
            }
            isBuilt = true;
            return IndexFileWriter.write(
                    file,
                    folder,
                    sorter.sorted(),
                    sorter.added(),
                    longSorter.sorted(),
                    longSorter.added());
        }

        /// Removes the temporary files.
        @Override
        public void close() throws IOException {
            isBuilt = true;
            try (EntrySorter _ = sorter;
                    LongSorter _ = longSorter) {}
        }
    }
}
