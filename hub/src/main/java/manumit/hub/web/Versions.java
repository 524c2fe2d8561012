package manumit.hub.web;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// Versions as ETags, so that nobody overwrites what they have not seen.
public final class Versions {

    private Versions() {}

    public static <T> ResponseEntity<T> answer(T body, long version) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }

    public static <T> ResponseEntity<T> created(String path, UUID id, T body) {
        return ResponseEntity.created(URI.create(path + "/" + id)).eTag("\"1\"").body(body);
    }

    /// The version that a change was made from, out of the header `If-Match`.
    ///
    /// @throws ProblemException if it is missing or no ETag of ours
    public static long expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(
                    ProblemException.Code.VERSION_MISSING,
                    "If-Match: give the ETag of the version that you change");
        }
        String digits = ifMatch.strip().replaceAll("^\"|\"$", "");
        if (!digits.matches("[0-9]{1,18}")) {
            throw changed();
        }
        return Long.parseLong(digits);
    }

    /// Says what an update that met no row met instead.
    ///
    /// @param found whether the record is there, in any version
    public static void updated(int rows, boolean found) {
        if (rows == 0) {
            throw found ? changed() : notFound();
        }
    }

    public static ProblemException notFound() {
        return new ProblemException(ProblemException.Code.NOT_FOUND, "there is none");
    }

    private static ProblemException changed() {
        return new ProblemException(
                ProblemException.Code.VERSION_CHANGED,
                "changed meanwhile; read it again and repeat the change");
    }
}
