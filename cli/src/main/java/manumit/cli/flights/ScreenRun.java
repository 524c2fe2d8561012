package manumit.cli.flights;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import manumit.cli.ordered.OrderedWork;
import manumit.cli.output.RejectLog;
import manumit.lists.Reject;
import manumit.matching.Band;
import manumit.screening.FlightAssemblies;
import manumit.screening.FlightAssemblies.Alike;
import manumit.screening.FlightAssemblies.Change;
import manumit.screening.FlightAssemblies.ToScreen;
import manumit.screening.PassengerScreening;
import manumit.travel.ManifestAssembly.OnFlight;
import org.jspecify.annotations.Nullable;

/// Screens the persons of messages on all cores and writes the answers in the order of the
/// messages. One thread reads and puts flights together.
final class ScreenRun {

    /// A person whose turn it is.
    private sealed interface Task {

        record Ask(FlightMessage message, Change change, int number, ToScreen person)
                implements Task {}

        record Tell(ToldPerson person) implements Task {}
    }

    /// @param band null if the person was not, or could not be, screened
    private record Rendered(@Nullable Band band, String text) {}

    private final PassengerScreening screening;
    private final FlightAssemblies flights;
    private final ScreenFormat format;
    private final RejectLog rejects;

    ScreenRun(
            PassengerScreening screening,
            FlightAssemblies flights,
            ScreenFormat format,
            RejectLog rejects) {
        this.screening = screening;
        this.flights = flights;
        this.format = format;
        this.rejects = rejects;
    }

    /// Reads, screens, writes.
    ///
    /// @return the closing figures in one line
    /// @throws IOException if writing fails
    String run(MessageFiles files, Writer out) throws IOException {
        long start = System.nanoTime();
        Receiver receiver = new Receiver(out);
        long[] unchanged = {0};
        long[] told = {0, 0};
        try (OrderedWork<Task, Rendered> work = OrderedWork.start(this::rendered, receiver)) {
            try {
                files.read(message -> {
                    Change change = flights.add(message.message());
                    unchanged[0] += change.unchanged();
                    int number = 0;
                    for (ToScreen person : change.toScreen()) {
                        work.submit(new Task.Ask(message, change, ++number, person));
                    }
                    told[0] += change.alike().size();
                    told[1] += change.moved().size();
                    for (ToldPerson person : told(message, change)) {
                        work.submit(new Task.Tell(person));
                    }
                });
            } catch (OrderedWork.StoppedException e) {
                // The reason comes from finish().
            }
            work.finish();
        }
        out.write(format.footer());
        out.flush();
        return receiver.summary(told[0], told[1], unchanged[0], (System.nanoTime() - start) / 1e9);
    }

    private static List<ToldPerson> told(FlightMessage message, Change change) {
        List<ToldPerson> told = new ArrayList<>(change.alike().size() + change.moved().size());
        for (Alike alike : change.alike()) {
            told.add(
                    new ToldPerson(message, alike.passenger(), alike.presence(), alike.question()));
        }
        for (OnFlight moved : change.moved()) {
            told.add(new ToldPerson(message, moved.passenger(), moved.presence(), 0));
        }
        return told;
    }

    private Rendered rendered(Task task) {
        return switch (task) {
            case Task.Ask ask -> screen(ask);
            case Task.Tell(ToldPerson person) -> new Rendered(null, format.render(person));
        };
    }

    private Rendered screen(Task.Ask task) {
        try {
            ScreenedPerson person =
                    new ScreenedPerson(
                            task.message(),
                            task.change(),
                            task.number(),
                            task.person(),
                            screening.screen(task.person().query()));
            return new Rendered(person.screened().band(), format.render(person));
        } catch (RuntimeException | StackOverflowError e) {
            // The border of a thread: a fault met with one person must not stop the others.
            rejects.accept(
                    new Reject(
                            task.message().file(),
                            task.person().passenger().place().line(),
                            "check-failed",
                            "message "
                                    + task.message().number()
                                    + ", "
                                    + task.person().passenger().place()
                                    + ": "
                                    + e.getClass().getSimpleName()
                                    + " while screening; a fault of Manumit's, please report it"));
            return new Rendered(null, "");
        }
    }

    private final class Receiver implements OrderedWork.Receiver<Rendered> {
        private final Writer out;
        private final Map<Band, Long> countByBand = new EnumMap<>(Band.class);
        private long screened;

        Receiver(Writer out) {
            this.out = out;
        }

        @Override
        public void receive(Rendered rendered) throws IOException {
            out.write(rendered.text());
            if (rendered.band() != null) {
                countByBand.merge(rendered.band(), 1L, Long::sum);
                screened++;
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        String summary(long alike, long moved, long unchanged, double seconds) {
            StringBuilder text = new StringBuilder("screened ").append(screened).append(':');
            for (Band band : Band.values()) {
                text.append(band == Band.STRONG ? " " : ", ")
                        .append(band.code())
                        .append(' ')
                        .append(countByBand.getOrDefault(band, 0L));
            }
            return text.append(
                            String.format(
                                    Locale.ROOT,
                                    "; alike %d; moved %d; unchanged %d; rejected %d; %.1f s,"
                                            + " %,.0f persons/s",
                                    alike,
                                    moved,
                                    unchanged,
                                    rejects.count(),
                                    seconds,
                                    seconds > 0 ? screened / seconds : 0))
                    .toString();
        }
    }
}
