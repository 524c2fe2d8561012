package manumit.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// An act to be journaled: who, what, why, for which operation, about whom, and how it ended. What
/// is not stated is empty. Holds references and keyed hashes only; the writer adds number, time and
/// hash.
///
/// @param actor who
/// @param kind what sort
/// @param action which, as a code of lower-case words: `alert.read`
/// @param outcome how it ended
/// @param operation reference of the operation; empty only where the act belongs to none
/// @param purpose code of the purpose; empty only where none was given, as when signing in
/// @param post where, for example a border point; may be empty
/// @param record the record it is about, or {@link RecordReference#NONE}
/// @param subjects the persons it is about, ascending, each once, at most 64
/// @param payload a JSON object with details, as text; at most 8,192 bytes; `{}` for none. Kept as
///   given, character by character. No personal data: identifiers go into `subjects`
/// @param idempotencyKey the caller's own reference of this act; a second act of the same member
///   with the same key is answered from the journal. May be empty
public record Act(
        Actor actor,
        ActKind kind,
        String action,
        Outcome outcome,
        String operation,
        String purpose,
        String post,
        RecordReference record,
        List<SubjectHash> subjects,
        String payload,
        String idempotencyKey) {

    public static final int MOST_PAYLOAD_BYTES = 8_192;
    public static final int MOST_SUBJECTS = 64;
    static final String NO_PAYLOAD = "{}";

    private static final int MOST_CODE_CHARS = 64;
    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    public Act {
        Text.requireStated("action", action, MOST_CODE_CHARS);
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException(
                    "action: must be lower-case words joined by . or -, such as alert.read");
        }
        Text.require("operation", operation, Actor.MOST_CHARS);
        Text.require("purpose", purpose, MOST_CODE_CHARS);
        Text.require("post", post, Actor.MOST_CHARS);
        Text.require("idempotency key", idempotencyKey, Actor.MOST_CHARS);
        subjects = subjects.stream().distinct().sorted().toList();
        if (subjects.size() > MOST_SUBJECTS) {
            throw new IllegalArgumentException(
                    "subjects: " + subjects.size() + ", at most " + MOST_SUBJECTS);
        }
        if (!payload.equals(NO_PAYLOAD)) {
            requirePayload(payload);
        }
    }

    private static void requirePayload(String payload) {
        Text.require("payload", payload, MOST_PAYLOAD_BYTES);
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(
                    "payload: " + bytes + " bytes, at most " + MOST_PAYLOAD_BYTES);
        }
        JsonText.requireObject("payload", payload);
    }

    /// An act that was done, with nothing else stated; add by the `with…` methods.
    public static Act of(Actor actor, ActKind kind, String action) {
        return new Act(
                actor,
                kind,
                action,
                Outcome.DONE,
                "",
                "",
                "",
                RecordReference.NONE,
                List.of(),
                NO_PAYLOAD,
                "");
    }

    public Act withOutcome(Outcome newOutcome) {
        return new Act(
                actor,
                kind,
                action,
                newOutcome,
                operation,
                purpose,
                post,
                record,
                subjects,
                payload,
                idempotencyKey);
    }

    /// Why, and for which operation.
    public Act withPurpose(String newOperation, String newPurpose) {
        return new Act(
                actor,
                kind,
                action,
                outcome,
                newOperation,
                newPurpose,
                post,
                record,
                subjects,
                payload,
                idempotencyKey);
    }

    public Act withPost(String newPost) {
        return new Act(
                actor,
                kind,
                action,
                outcome,
                operation,
                purpose,
                newPost,
                record,
                subjects,
                payload,
                idempotencyKey);
    }

    public Act withRecord(RecordReference newRecord) {
        return new Act(
                actor,
                kind,
                action,
                outcome,
                operation,
                purpose,
                post,
                newRecord,
                subjects,
                payload,
                idempotencyKey);
    }

    public Act withSubjects(List<SubjectHash> newSubjects) {
        return new Act(
                actor,
                kind,
                action,
                outcome,
                operation,
                purpose,
                post,
                record,
                newSubjects,
                payload,
                idempotencyKey);
    }

    /// @param newPayload a JSON object
    public Act withPayload(String newPayload) {
        return new Act(
                actor,
                kind,
                action,
                outcome,
                operation,
                purpose,
                post,
                record,
                subjects,
                newPayload,
                idempotencyKey);
    }

    public Act withIdempotencyKey(String newKey) {
        return new Act(
                actor, kind, action, outcome, operation, purpose, post, record, subjects, payload,
                newKey);
    }

    /// The member whose key it is, and the key.
    IdempotencyKey key() {
        return new IdempotencyKey(actor.member(), idempotencyKey);
    }

    /// Action and outcome alone.
    @Override
    public String toString() {
        return action + " " + outcome.code();
    }
}
