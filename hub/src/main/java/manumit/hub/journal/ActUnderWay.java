package manumit.hub.journal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import manumit.hub.access.Acting;
import manumit.hub.access.Reason;
import manumit.hub.database.ActingTransaction;
import manumit.hub.database.ActingTransaction.CommitGuard;
import manumit.hub.web.Page;
import manumit.journal.Act;
import manumit.journal.ActKind;
import manumit.journal.Actor;
import manumit.journal.Outcome;
import manumit.journal.RecordReference;
import manumit.journal.SubjectHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The act that the request at hand is, until it stands in the journal.
///
/// A read is written when the handler has its answer, before anything is sent. A change is written
/// in the transaction that makes it, right before the commit: the journal may say of a change that
/// it was done although the commit failed (a second entry, `failed`, says so), but never the other
/// way round. See decision 0017. Used by the request's thread alone.
public final class ActUnderWay implements CommitGuard {

    private static final ScopedValue<ActUnderWay> CURRENT = ScopedValue.newInstance();

    private final JournalPort journal;
    private final ActDescription description;
    private final String request = UUID.randomUUID().toString();
    private Actor actor = Actors.UNKNOWN;
    private Reason reason;
    private RecordReference record = RecordReference.NONE;
    private List<SubjectHash> subjects = List.of();
    private @Nullable Outcome stated;
    private int found = -1;
    private boolean written;

    ActUnderWay(JournalPort journal, ActDescription description) {
        this.journal = journal;
        this.description = description;
        this.reason = new Reason("", description.assumed());
    }

    /// Where handlers and what they call say more about the act at hand; nothing happens outside of
    /// a journaled request.
    public static void tell(Consumer<ActUnderWay> more) {
        if (CURRENT.isBound()) {
            more.accept(CURRENT.get());
        }
    }

    /// Runs work as this act.
    static <T, E extends Throwable> T run(ActUnderWay act, ScopedValue.CallableOp<T, E> work)
            throws E {
        return ScopedValue.where(CURRENT, act)
                .where(ActingTransaction.GUARD, act)
                .where(ActingTransaction.REASON, act.reason)
                .call(work);
    }

    /// Who acts, if that is found out on the way, as when signing in.
    public ActUnderWay by(Acting acting) {
        return by(Actors.of(acting));
    }

    /// The same for somebody of whom no more is known yet.
    public ActUnderWay byUser(UUID member, UUID user) {
        return by(Actor.user(member.toString(), user.toString()));
    }

    /// The same for a machine.
    public ActUnderWay byMachine(UUID member, UUID machine) {
        return by(Actor.machine(member.toString(), machine.toString()));
    }

    /// The record it is about; seen by its owner, too.
    public ActUnderWay about(String type, UUID id, UUID owner) {
        record = new RecordReference(owner.toString(), type, id.toString());
        return this;
    }

    /// The persons it is about.
    public ActUnderWay aboutSubjects(Collection<SubjectHash> hashes) {
        subjects = List.copyOf(hashes);
        return this;
    }

    /// How many records were found; with none the outcome is `empty`.
    public ActUnderWay found(int records) {
        found = records;
        return this;
    }

    /// How it ended, where the answer alone does not say.
    public ActUnderWay endsAs(Outcome outcome) {
        stated = outcome;
        return this;
    }

    /// Writes it now, for what must not begin before: a session, an export.
    public void writeNow() {
        write(stated == null ? Outcome.DONE : stated, null);
    }

    /// Its entry is written by somebody else, such as the recorder of checks. If it fails
    /// afterwards, an entry says so.
    public void isWrittenElsewhere() {
        written = true;
    }

    @Override
    public void beforeCommit(JdbcClient sql, @Nullable Object result) {
        // A page asks for more than what it is about, such as names: what came first counts.
        if (record.equals(RecordReference.NONE) && found < 0) {
            tellOf(result);
        }
        boolean mayChange =
                description.kind() == ActKind.CHANGE
                        || description.kind() == ActKind.ADMINISTRATION;
        if (written || !mayChange) {
            return;
        }
        // A transaction gets a number with its first change.
        boolean changes =
                sql.sql("SELECT pg_current_xact_id_if_assigned() IS NOT NULL")
                        .query(Boolean.class)
                        .single();
        if (changes) {
            write(Outcome.DONE, null);
        }
    }

    ActUnderWay by(Actor newActor) {
        actor = newActor;
        return this;
    }

    ActUnderWay because(Reason newReason) {
        reason = newReason;
        return this;
    }

    /// What an answer tells by itself.
    void tellOf(@Nullable Object answer) {
        switch (answer) {
            case JournaledRecord one -> record = one.journalReference();
            case Page<?> page when looks() -> found = page.items().size();
            case Collection<?> all when looks() -> found = all.size();
            case Optional<?> one when one.isPresent() -> tellOf(one.get());
            case null, default -> {}
        }
    }

    @Override
    public boolean mayChange() {
        return !looks();
    }

    /// Only looking can find nothing.
    private boolean looks() {
        return switch (description.kind()) {
            case READ, SEARCH, CHECK, EXPORT -> true;
            case CHANGE, ADMINISTRATION, SESSION -> false;
        };
    }

    /// The handler has its answer. A page may refuse after the entry was written, as when the
    /// commit failed: then another one says so.
    void end(int status) {
        if (!written || status >= 400) {
            Outcome outcome = found == 0 ? Outcome.EMPTY : Outcome.DONE;
            if (status >= 400) {
                outcome = Outcome.FAILED;
            }
            write(stated == null ? outcome : stated, null);
        }
    }

    /// The handler failed, perhaps after the entry was written: then another one says so.
    ///
    /// @param problem its code
    void fail(Outcome outcome, String problem) {
        write(outcome, problem);
    }

    private void write(Outcome outcome, @Nullable String problem) {
        journal.write(act(outcome, problem));
        written = true;
    }

    private Act act(Outcome outcome, @Nullable String problem) {
        List<String> details =
                Arrays.asList(
                        "\"request\":\"" + request + "\"",
                        found < 0 ? "" : "\"found\":" + found,
                        problem == null ? "" : "\"problem\":\"" + problem + "\"");
        return Act.of(actor, description.kind(), description.action())
                .withOutcome(outcome)
                .withPurpose(reason.operation(), reason.purpose().code())
                .withRecord(record)
                .withSubjects(subjects)
                .withPayload(
                        "{"
                                + String.join(
                                        ",",
                                        details.stream().filter(one -> !one.isEmpty()).toList())
                                + "}");
    }
}
