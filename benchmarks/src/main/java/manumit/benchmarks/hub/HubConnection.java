package manumit.benchmarks.hub;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// One connection to a hub that is kept open, as HTTP/1.1 has it. Not thread-safe.
///
/// `java.net.http` reads no answer before the whole question is sent, so it cannot ask a stream of
/// checks; and with load and hub on one machine its own work would be measured too.
final class HubConnection implements AutoCloseable {

    private static final int BUFFER = 65_536;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String headers;

    private HubConnection(Socket socket, String headers) throws IOException {
        this.socket = socket;
        this.headers = headers;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    /// @param headers of each request, each ended by CR and LF
    static HubConnection to(URI hub, String headers) throws IOException {
        Socket socket = new Socket(hub.getHost(), hub.getPort());
        socket.setTcpNoDelay(true);
        return new HubConnection(
                socket, "Host: " + hub.getHost() + ":" + hub.getPort() + "\r\n" + headers);
    }

    /// @throws IOException if the hub answers something else than 200
    void post(String path, byte[] json) throws IOException {
        begin(path, "application/json", "Content-Length: " + json.length);
        out.write(json);
        out.flush();
        Head head = head();
        try (InputStream body = body(head)) {
            if (head.status() == 200) {
                body.transferTo(OutputStream.nullOutputStream());
            } else {
                throw refused(path, head.status(), body);
            }
        }
    }

    /// Sends lines while answers are taken.
    ///
    /// @param lines each with its end
    /// @param answer told of each line that comes
    /// @throws IOException if the hub answers something else than 200, or breaks off
    void stream(String path, Iterator<byte[]> lines, Consumer<String> answer) throws IOException {
        begin(path, "application/x-ndjson", "Transfer-Encoding: chunked");
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        Thread sender =
                Thread.startVirtualThread(() -> {
                    try {
                        send(lines);
                        sent.complete(true);
                    } catch (IOException e) {
                        sent.completeExceptionally(e);
                    }
                });
        Head head = head();
        if (head.status() != 200) {
            throw refused(path, head.status(), body(head));
        }
        try (BufferedReader answers =
                new BufferedReader(new InputStreamReader(body(head), StandardCharsets.UTF_8))) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                answer.accept(line);
            }
        }
        try {
            boolean _ = sent.join();
        } catch (CompletionException e) {
            throw new IOException("the hub took no more questions", e);
        } finally {
            sender.interrupt();
        }
    }

    private void begin(String path, String contentType, String length) throws IOException {
        out.write(
                ("POST "
                                + path
                                + " HTTP/1.1\r\n"
                                + headers
                                + "Content-Type: "
                                + contentType
                                + "\r\n"
                                + length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private void send(Iterator<byte[]> lines) throws IOException {
        byte[] chunk = new byte[BUFFER];
        int filled = 0;
        while (lines.hasNext()) {
            byte[] line = lines.next();
            if (filled + line.length > chunk.length) {
                chunk(chunk, filled);
                filled = 0;
            }
            System.arraycopy(line, 0, chunk, filled, line.length);
            filled += line.length;
        }
        chunk(chunk, filled);
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void chunk(byte[] bytes, int length) throws IOException {
        if (length > 0) {
            out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 0, length);
            out.write('\r');
            out.write('\n');
            out.flush();
        }
    }

    /// @param length of the body in bytes; -1: in chunks
    private record Head(int status, long length) {}

    private Head head() throws IOException {
        String[] status = line().split(" ", 3);
        if (status.length < 2) {
            throw new IOException("the hub answered something that is not HTTP");
        }
        long length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                length = -1;
            }
        }
        return new Head(Integer.parseInt(status[1]), length);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the hub closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private InputStream body(Head head) {
        return new Body(head.length());
    }

    private static IOException refused(String path, int status, InputStream body)
            throws IOException {
        return new IOException(
                "the hub answered "
                        + status
                        + " to "
                        + path
                        + ": "
                        + new String(body.readNBytes(300), StandardCharsets.UTF_8));
    }

    /// One answer's body; the connection stays open behind it.
    private final class Body extends InputStream {

        private final boolean chunked;
        private long left;
        private boolean ended;

        Body(long length) {
            chunked = length < 0;
            left = Math.max(0, length);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (left == 0 && !next()) {
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(most, left));
            if (read < 0) {
                throw new EOFException("the hub closed the connection");
            }
            left -= read;
            if (left == 0 && chunked) {
                String _ = line();
            }
            return read;
        }

        /// Begins the next chunk, if there is one.
        private boolean next() throws IOException {
            if (!chunked || ended) {
                return false;
            }
            left = HexFormat.fromHexDigitsToLong(line());
            if (left == 0) {
                ended = true;
                String _ = line();
            }
            return !ended;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
