package manumit.cli.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import manumit.cli.ordered.OrderedWork;
import manumit.cli.output.InputException;
import manumit.cli.output.RejectLog;
import manumit.lists.Reject;
import manumit.lists.Traveller;
import manumit.lists.TravellerReader;
import manumit.matching.Band;
import manumit.matching.Candidate;
import manumit.matching.MemberSet;
import manumit.matching.Query;
import manumit.matching.Watchlist;
import org.jspecify.annotations.Nullable;

/// Checks a stream of travellers against a list and writes the answers in the order of the
/// travellers. A traveller that cannot be checked is rejected; the others are checked.
public final class CheckRun {

    private final Watchlist watchlist;
    private final AnswerFormat format;
    private final Band minBand;
    private final int top;
    private final RejectLog rejects;

    /// @param minBand least pressing band shown
    /// @param top most candidates shown for each traveller
    public CheckRun(
            Watchlist watchlist, AnswerFormat format, Band minBand, int top, RejectLog rejects) {
        this.watchlist = watchlist;
        this.format = format;
        this.minBand = minBand;
        this.top = top;
        this.rejects = rejects;
    }

    /// Reads, checks, writes.
    ///
    /// @param file name of the input, for rejects
    /// @param progress told the number of travellers checked so far, after each
    /// @throws InputException if the input cannot be read
    /// @throws IOException if writing fails
    public Summary run(InputStream in, String file, Writer out, LongConsumer progress)
            throws IOException {
        long start = System.nanoTime();
        Receiver receiver = new Receiver(out, progress);
        out.write(format.header());
        try (OrderedWork<Traveller, Rendered> work =
                OrderedWork.start(traveller -> check(traveller, file), receiver)) {
            try {
                TravellerReader.read(in, file, work::submit, rejects);
            } catch (OrderedWork.StoppedException e) {
                // The reason comes from finish().
            } catch (IOException e) {
                throw InputException.of(file, e);
            }
            work.finish();
        }
        out.write(format.footer());
        out.flush();
        return receiver.summary((System.nanoTime() - start) / 1e9);
    }

    private Rendered check(Traveller traveller, String file) {
        try {
            List<Candidate> candidates =
                    watchlist.candidates(
                            new Query(traveller.particulars(), MemberSet.EVERYBODY, minBand, top));
            Answer answer = new Answer(traveller, candidates);
            return new Rendered(answer.band(), format.render(answer));
        } catch (RuntimeException | StackOverflowError e) {
            // The border of a thread: a fault met with one traveller must not stop the others.
            rejects.accept(
                    new Reject(
                            file,
                            0,
                            "check-failed",
                            "traveller "
                                    + traveller.id()
                                    + ": "
                                    + e.getClass().getSimpleName()
                                    + " while checking; a fault of Manumit's, please report it"));
            return new Rendered(null, "");
        }
    }

    /// @param band band of the best candidate, or null if the traveller could not be checked
    private record Rendered(@Nullable Band band, String text) {}

    private final class Receiver implements OrderedWork.Receiver<Rendered> {
        private final Writer out;
        private final LongConsumer progress;
        private final Map<Band, Long> countByBand = new EnumMap<>(Band.class);
        private long checked;

        Receiver(Writer out, LongConsumer progress) {
            this.out = out;
            this.progress = progress;
            Arrays.stream(Band.values())
                    .filter(band -> band.atLeast(minBand) || band == Band.NONE)
                    .forEach(band -> countByBand.put(band, 0L));
        }

        @Override
        public void receive(Rendered rendered) throws IOException {
            out.write(rendered.text());
            if (rendered.band() != null) {
                countByBand.merge(rendered.band(), 1L, Long::sum);
                progress.accept(++checked);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        Summary summary(double seconds) {
            return new Summary(checked, countByBand, rejects.count(), seconds);
        }
    }
}
