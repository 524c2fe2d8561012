package manumit.hub.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/// How a user gets a password and a second factor: by a link that works once.
///
/// Nobody but the user ever knows the password. A new invitation voids the one before, the
/// password, the passkeys and all sessions of the user.
@Service
public class Enrolments {

    static final int PASSWORD_MIN_CHARS = 12;
    static final int PASSWORD_MAX_CHARS = 200;

    private final ActingTransaction transactions;
    private final PasswordEncoder passwords;
    private final SecretSeal seal;
    private final Clock clock;

    Enrolments(
            ActingTransaction transactions,
            PasswordEncoder passwords,
            SecretSeal seal,
            Clock clock) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.seal = seal;
        this.clock = clock;
    }

    /// Somebody who may enrol now.
    ///
    /// @param secret of the second factor
    record Pending(UUID user, UUID member, String signInName, OneTimeSecret secret) {
        @Override
        public String toString() {
            return "Pending[user=" + user + "]";
        }
    }

    /// What became of an enrolment.
    enum Outcome {
        DONE,
        LINK_INVALID,
        PASSWORD_LENGTH,
        PASSWORDS_DIFFER,
        CODE_WRONG
    }

    /// @param until when the link ends
    /// @return path of the page to enrol on
    public String invite(UUID user, Instant until) {
        String token = Tokens.fresh();
        byte[] secret = seal.seal(user, OneTimeSecret.random().key());
        transactions.asSignIn(sql -> {
            sql.sql(
                            """
                            INSERT INTO manumit.credentials
                                (user_id, totp_secret_sealed, enrolment_hash,
                                 enrolment_until)
                            VALUES (:user, :secret, :hash, :until)
                            ON CONFLICT (user_id) DO UPDATE
                            SET password_hash = NULL, totp_secret_sealed = :secret,
                                totp_last_step = 0, failures = 0, failures_since = NULL,
                                enrolment_hash = :hash, enrolment_until = :until
                            """)
                    .param("user", user)
                    .param("secret", secret)
                    .param("hash", Tokens.hash(token))
                    .param("until", until.atOffset(ZoneOffset.UTC))
                    .update();
            sql.sql("DELETE FROM manumit.passkeys WHERE user_id = :user")
                    .param("user", user)
                    .update();
            return sql.sql(
                            "UPDATE manumit.users SET session_epoch = session_epoch + 1"
                                    + " WHERE id = :user")
                    .param("user", user)
                    .update();
        });
        return "/enrol/" + token;
    }

    Optional<Pending> find(String token) {
        Optional<Pending> pending = read(token);
        pending.ifPresent(
                found -> ActUnderWay.tell(act -> act.byUser(found.member(), found.user())));
        return pending;
    }

    private Optional<Pending> read(String token) {
        return transactions.asSignIn(sql ->
                sql.sql(
                                """
                                SELECT u.id, u.member, u.sign_in_name, c.totp_secret_sealed
                                FROM manumit.credentials c
                                JOIN manumit.users u ON u.id = c.user_id
                                WHERE c.enrolment_hash = :hash AND c.enrolment_until > :now
                                """)
                        .param("hash", Tokens.hash(token))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query((row, _) -> {
                            UUID user = row.getObject("id", UUID.class);
                            return new Pending(
                                    user,
                                    row.getObject("member", UUID.class),
                                    row.getString("sign_in_name"),
                                    new OneTimeSecret(
                                            seal.open(user, row.getBytes("totp_secret_sealed"))));
                        })
                        .optional());
    }

    Outcome complete(
            String token,
            @Nullable String password,
            @Nullable String repeated,
            @Nullable String code) {
        Optional<Pending> found = find(token);
        if (found.isEmpty()) {
            return Outcome.LINK_INVALID;
        }
        Pending pending = found.get();
        if (password == null
                || password.length() < PASSWORD_MIN_CHARS
                || password.length() > PASSWORD_MAX_CHARS) {
            return Outcome.PASSWORD_LENGTH;
        }
        if (!password.equals(repeated)) {
            return Outcome.PASSWORDS_DIFFER;
        }
        OptionalLong step =
                OneTimeCode.acceptedStep(
                        pending.secret(), code == null ? "" : code, clock.instant(), 0);
        if (step.isEmpty()) {
            return Outcome.CODE_WRONG;
        }
        String hash = passwords.encode(password);
        int updated =
                transactions.asSignIn(sql ->
                        sql.sql(
                                        """
                                        UPDATE manumit.credentials
                                        SET password_hash = :password,
                                            totp_last_step = :step, failures = 0,
                                            enrolment_hash = NULL, enrolment_until = NULL
                                        WHERE user_id = :user AND enrolment_hash = :hash
                                        """)
                                .param("password", hash)
                                .param("step", step.getAsLong())
                                .param("user", pending.user())
                                .param("hash", Tokens.hash(token))
                                .update());
        return updated == 1 ? Outcome.DONE : Outcome.LINK_INVALID;
    }
}
