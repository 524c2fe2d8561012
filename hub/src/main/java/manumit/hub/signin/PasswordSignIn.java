package manumit.hub.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/// Password and one-time code, both or nothing. The answer never says which was wrong, nor whether
/// there is such a user; an unknown name takes as long as a known one.
@Service
class PasswordSignIn {

    /// Argon2 takes 16 MB and a core each time.
    private static final int PASSWORDS_AT_ONCE = 4;

    private final ActingTransaction transactions;
    private final PasswordEncoder passwords;
    private final SecretSeal seal;
    private final Standing standing;
    private final SignInAttempts attempts;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(PASSWORDS_AT_ONCE);
    private final String nobodysHash;

    PasswordSignIn(
            ActingTransaction transactions,
            PasswordEncoder passwords,
            SecretSeal seal,
            Standing standing,
            SignInAttempts attempts,
            Clock clock) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.seal = seal;
        this.standing = standing;
        this.attempts = attempts;
        this.clock = clock;
        this.nobodysHash = encoded(passwords, Tokens.fresh());
    }

    private static String encoded(PasswordEncoder passwords, String password) {
        return java.util.Objects.requireNonNull(passwords.encode(password));
    }

    private record Credentials(
            UUID user, UUID member, String passwordHash, OneTimeSecret secret, long lastStep) {

        static Credentials read(ResultSet row, SecretSeal seal) throws SQLException {
            UUID user = row.getObject("user_id", UUID.class);
            return new Credentials(
                    user,
                    row.getObject("member", UUID.class),
                    row.getString("password_hash"),
                    new OneTimeSecret(seal.open(user, row.getBytes("totp_secret_sealed"))),
                    row.getLong("totp_last_step"));
        }

        @Override
        public String toString() {
            return "Credentials[user=" + user + "]";
        }
    }

    /// Empty if anything is wrong: name, password, code, tried too often, suspended.
    ///
    /// @param address of the network, see {@link ClientAddress}
    Optional<SignedIn> signIn(String name, String password, String code, String address) {
        Optional<Credentials> found = find(name);
        boolean passwordRight =
                matches(password, found.map(Credentials::passwordHash).orElse(nobodysHash));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Credentials credentials = found.get();
        // Also of what fails: whose account was tried.
        ActUnderWay.tell(act -> act.byUser(credentials.member(), credentials.user()));
        Instant now = clock.instant();
        if (!attempts.mayTry(credentials.user(), address)) {
            return Optional.empty();
        }
        OptionalLong step =
                OneTimeCode.acceptedStep(credentials.secret(), code, now, credentials.lastStep());
        if (!passwordRight || step.isEmpty()) {
            attempts.failed(credentials.user(), address);
            return Optional.empty();
        }
        if (!take(credentials.user(), step.getAsLong())) {
            return Optional.empty();
        }
        attempts.succeeded(credentials.user(), address);
        return standing.ofUser(credentials.user());
    }

    private Optional<Credentials> find(String name) {
        return transactions.asSignIn(sql ->
                sql.sql(
                                """
                                SELECT c.*, u.member FROM manumit.credentials c
                                JOIN manumit.users u ON u.id = c.user_id
                                WHERE u.sign_in_name = :name
                                  AND c.password_hash IS NOT NULL
                                """)
                        .param("name", name.strip().toLowerCase(Locale.ROOT))
                        .query((row, _) -> Credentials.read(row, seal))
                        .optional());
    }

    private boolean matches(String password, String hash) {
        if (password.length() > Enrolments.PASSWORD_MAX_CHARS) {
            return false;
        }
        turns.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            turns.release();
        }
    }

    /// Uses the code up. Of two requests with the same code one succeeds.
    private boolean take(UUID user, long step) {
        return transactions.asSignIn(sql ->
                sql.sql(
                                """
                                UPDATE manumit.credentials
                                SET totp_last_step = :step
                                WHERE user_id = :user AND totp_last_step < :step
                                """)
                        .param("step", step)
                        .param("user", user)
                        .update())
                == 1;
    }
}
