package manumit.hub.hits;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Posts one notice to a member's address, signed with the member's secret.
///
/// The body is JSON: `{"asked":"ANSWER","at":"…","hit":"…","notice":"…"}`, nothing of a person. The
/// header `Manumit-Signature` is `v1=` and the HMAC-SHA-256, in hexadecimal, of the header
/// `Manumit-Timestamp` (seconds since 1970), a full stop and the body. A receiver refuses what is
/// older than some minutes, and takes each notice once: a retry has the same identifier.
@Component
class NoticeSender {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int ANSWER_SECONDS = 10;

    private final NoticeAddresses addresses;
    private final JsonMapper json;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    NoticeSender(NoticeAddresses addresses, JsonMapper json) {
        this.addresses = addresses;
        this.json = json;
    }

    /// @param at when it came about
    record Notice(UUID id, UUID hit, NoticeKind kind, Instant at) {}

    /// What came of it.
    ///
    /// @param failure empty: delivered; else a status such as `503`, or the kind of fault
    /// @param forGood trying again is of no use
    record Result(String failure, boolean forGood) {

        boolean delivered() {
            return failure.isEmpty();
        }
    }

    Result send(String address, byte[] secret, Notice notice, Instant now) {
        URI uri = URI.create(address);
        try {
            if (addresses.problem(address).isPresent() || !addresses.isReachable(uri)) {
                return new Result("ADDRESS_REFUSED", true);
            }
            return post(uri, secret, notice, now);
        } catch (IOException | ExecutionException e) {
            return new Result("UNREACHABLE", false);
        } catch (TimeoutException e) {
            return new Result("TIMEOUT", false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result("INTERRUPTED", false);
        }
    }

    private Result post(URI uri, byte[] secret, Notice notice, Instant now)
            throws ExecutionException, TimeoutException, InterruptedException {
        String body = body(notice);
        String timestamp = Long.toString(now.getEpochSecond());
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(ANSWER_SECONDS))
                        .header("Content-Type", "application/json")
                        .header("Manumit-Notice", notice.id().toString())
                        .header("Manumit-Timestamp", timestamp)
                        .header("Manumit-Signature", "v1=" + signature(secret, timestamp, body))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            int status = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS).statusCode();
            boolean delivered = status / 100 == 2;
            return new Result(delivered ? "" : Integer.toString(status), status == 410);
        } finally {
            answer.cancel(true);
        }
    }

    private String body(Notice notice) {
        return json.writeValueAsString(
                new TreeMap<>(
                        Map.of(
                                "notice", notice.id().toString(),
                                "hit", notice.hit().toString(),
                                "asked", notice.kind().name(),
                                "at", notice.at().toString())));
    }

    /// @param body as sent
    static String signature(byte[] secret, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(
                            mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
