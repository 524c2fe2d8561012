package manumit.cli.flights;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import manumit.cli.output.InputException;
import manumit.cli.output.RejectLog;
import manumit.cli.output.Streams;
import manumit.lists.Reject;
import manumit.travel.TravelMessage;
import manumit.travel.TravelMessages;
import manumit.travel.Unreadable;
import manumit.travel.warnings.Place;
import manumit.travel.warnings.WarningCode;

/// The files of a command line, message by message. What could not be read goes to the rejects too.
final class MessageFiles {

    private static final String STANDARD_INPUT = "standard input";

    private final List<Path> files;
    private final Streams streams;
    private final RejectLog rejects;

    /// @param files `-` is standard input
    MessageFiles(List<Path> files, Streams streams, RejectLog rejects) {
        this.files = files;
        this.streams = streams;
        this.rejects = rejects;
    }

    /// Takes what can be written of a message, or done with it.
    @FunctionalInterface
    interface Sink {
        void accept(FlightMessage message) throws IOException;
    }

    /// Refuses files that are not there before anything is done.
    static void require(List<Path> files) {
        files.stream().filter(file -> !isStandardInput(file)).forEach(InputException::requireFile);
    }

    /// Reads one file after another. Memory is bounded by the longest message.
    ///
    /// @throws InputException if a file cannot be read
    /// @throws IOException if the sink failed
    void read(Sink sink) throws IOException {
        for (Path file : files) {
            String name = isStandardInput(file) ? STANDARD_INPUT : file.toString();
            Numbered numbered = new Numbered(name, sink);
            try (InputStream in = open(file)) {
                TravelMessages.read(in, numbered);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } catch (IOException e) {
                throw InputException.of(name, e);
            }
        }
    }

    private static boolean isStandardInput(Path file) {
        return file.toString().equals("-");
    }

    private InputStream open(Path file) throws IOException {
        return isStandardInput(file)
                ? streams.in()
                : new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /// Numbers the messages of one file.
    private final class Numbered implements Consumer<TravelMessage> {

        private final String file;
        private final Sink sink;
        private int count;

        Numbered(String file, Sink sink) {
            this.file = file;
            this.sink = sink;
        }

        @Override
        public void accept(TravelMessage message) {
            FlightMessage met = new FlightMessage(file, ++count, message);
            if (message instanceof Unreadable unreadable) {
                reject(unreadable.reason(), unreadable.place());
            }
            met.rejected().forEach(person -> reject(person.code(), person.place()));
            try {
                sink.accept(met);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void reject(WarningCode code, Place place) {
            rejects.accept(
                    new Reject(
                            file,
                            place.line(),
                            code.code(),
                            "message " + count + ", " + place + ": " + code.remedy()));
        }
    }
}
