package manumit.hub.database;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import manumit.hub.access.Acting;
import manumit.hub.access.Reason;
import manumit.hub.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The only way to the database: a transaction in the name of somebody.
///
/// Row-level security goes by settings that end with the transaction. Without them every table with
/// member data is empty. Thread-safe.
@Component
public class ActingTransaction {

    /// What the settings say for one transaction.
    private record Scope(String name, @Nullable Acting acting) {}

    /// What has to be done before anything that was changed may be committed.
    public interface CommitGuard {

        /// Called in the transaction, after its work. What it throws rolls back.
        ///
        /// @param sql of the transaction
        /// @param result what the work answers
        void beforeCommit(JdbcClient sql, @Nullable Object result);

        /// False for what only looks.
        default boolean mayChange() {
            return true;
        }
    }

    /// Bound while a request is answered; asked at the end of each of its transactions.
    public static final ScopedValue<CommitGuard> GUARD = ScopedValue.newInstance();

    /// Why the request acts; told to the database where it is bound.
    public static final ScopedValue<Reason> REASON = ScopedValue.newInstance();

    private final List<Runnable> afterChanges = new CopyOnWriteArrayList<>();
    private final TransactionTemplate transactions;
    private final JdbcTemplate template;
    private final JdbcClient sql;

    public ActingTransaction(DataSource dataSource) {
        // In a transaction of its own even inside another: a scope is never widened by a caller.
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.template = new JdbcTemplate(dataSource);
        this.sql = JdbcClient.create(template);
    }

    /// In the name of whoever signed in to this request.
    ///
    /// @throws AccessDeniedException if nobody did
    public <T> T asSignedIn(Function<JdbcClient, T> work) {
        return as(signedIn(), work);
    }

    /// In the name of somebody known.
    public <T> T as(Acting acting, Function<JdbcClient, T> work) {
        return in(new Scope("member", acting), work);
    }

    /// For signing in: sees users and their credentials of every member, no records.
    public <T> T asSignIn(Function<JdbcClient, T> work) {
        return in(new Scope("sign-in", null), work);
    }

    /// For the index of circulated alerts: sees every circulated alert and who may find it, and
    /// changes nothing. What it reads is shown to nobody but through a check.
    public <T> T asIndex(Function<JdbcClient, T> work) {
        return in(new Scope("index", null), work);
    }

    /// For the one writer of checks: adds checks of all members and what follows from them, and
    /// sees no alert.
    public <T> T asRecorder(Function<JdbcClient, T> work) {
        return in(new Scope("recorder", null), work);
    }

    /// In the name of somebody, on the connection itself: for the journal's own reader.
    public <T> T onConnection(Acting acting, ConnectionCallback<T> work) {
        return as(acting, _ -> Objects.requireNonNull(template.execute(work)));
    }

    /// Has something done after each transaction of a request, or of the hub itself in the name of
    /// somebody, that may have changed something, before its caller goes on: for what is kept in
    /// memory for a moment. Not after those of index and recorder.
    public void afterChanges(Runnable work) {
        afterChanges.add(work);
    }

    /// Whoever signed in to this request.
    ///
    /// @throws AccessDeniedException if nobody did
    public static Acting signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Acting acting) {
            return acting;
        }
        throw new AccessDeniedException("nobody signed in");
    }

    private <T> T in(Scope scope, Function<JdbcClient, T> work) {
        try {
            return Objects.requireNonNull(
                    transactions.execute(_ -> {
                        announce(scope);
                        T result = work.apply(sql);
                        if (GUARD.isBound()) {
                            GUARD.get().beforeCommit(sql, result);
                        }
                        return result;
                    }));
        } finally {
            boolean mayChange = GUARD.isBound() ? GUARD.get().mayChange() : scope.acting() != null;
            if (mayChange) {
                afterChanges.forEach(Runnable::run);
            }
        }
    }

    private void announce(Scope scope) {
        Acting acting = scope.acting();
        sql.sql(
                        """
                        SELECT set_config('manumit.scope', :scope, true),
                               set_config('manumit.member', :member, true),
                               set_config('manumit.actor', :actor, true),
                               set_config('manumit.coordinating', :coordinating, true),
                               set_config('manumit.suspended_types', :suspended, true),
                               set_config('manumit.operation', :operation, true),
                               set_config('manumit.purpose', :purpose, true)
                        """)
                .param("scope", scope.name())
                .param("member", acting == null ? "" : acting.member().toString())
                .param("actor", acting == null ? "" : acting.id().toString())
                .param(
                        "coordinating",
                        acting != null && acting.may(Right.ADMINISTER_MEMBERS) ? "on" : "")
                .param(
                        "suspended",
                        acting == null
                                ? "{}"
                                : acting.suspendedTypes().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .collect(Collectors.joining(",", "{", "}")))
                .param("operation", REASON.isBound() ? REASON.get().operation() : "")
                .param("purpose", REASON.isBound() ? REASON.get().purpose().code() : "")
                .query()
                .singleRow();
    }
}
