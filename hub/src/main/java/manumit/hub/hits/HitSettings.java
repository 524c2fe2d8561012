package manumit.hub.hits;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.signin.SecretSeal;
import manumit.hub.web.Frame;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import manumit.journal.RecordReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// How the own member works its hits: four eyes, and where it is told of them.
@Service
class HitSettings {

    private static final int LEAST_SECRET = 24;
    private static final int MOST_DEAD = 100;

    private final ActingTransaction transactions;
    private final NoticeAddresses addresses;
    private final NoticeMail mail;
    private final SecretSeal seal;
    private final Clock clock;

    HitSettings(
            ActingTransaction transactions,
            NoticeAddresses addresses,
            NoticeMail mail,
            SecretSeal seal,
            Clock clock) {
        this.transactions = transactions;
        this.addresses = addresses;
        this.mail = mail;
        this.seal = seal;
        this.clock = clock;
    }

    /// Settings of a member; those of one that never made any have version 0.
    ///
    /// @param fourEyes a second person agrees before an answer is sent
    /// @param address where notices are posted; empty: nowhere
    /// @param secretSet the secret itself is never shown again
    /// @param mailing whether the hub sends e-mail at all
    /// @param mail where notices are mailed; empty: nowhere
    /// @param mailLanguage of what is mailed
    /// @param undelivered notices that were given up, newest first, at most 100
    record Stored(
            UUID member,
            boolean fourEyes,
            String address,
            boolean secretSet,
            boolean mailing,
            String mail,
            String mailLanguage,
            long version,
            List<Undelivered> undelivered)
            implements JournaledRecord {

        @Override
        public UUID id() {
            return member;
        }

        @Override
        public RecordReference journalReference() {
            return new RecordReference(member.toString(), "hit-settings", member.toString());
        }
    }

    /// @param failure code of the last attempt: a status of HTTP, or what kind of fault
    record Undelivered(UUID id, UUID hit, NoticeKind kind, Instant at, String failure) {

        /// For templates.
        public OffsetDateTime when() {
            return at.atOffset(ZoneOffset.UTC);
        }
    }

    /// What settings become.
    ///
    /// @param secret at least 24 characters; empty or null: the one there is
    record Draft(
            @NotNull Boolean fourEyes,
            @NotNull @Size(max = 500) String address,
            @Nullable @Size(max = 200) String secret,
            @NotNull String mail,
            @NotNull String mailLanguage) {

        @Override
        public String toString() {
            return "Draft";
        }
    }

    Stored get() {
        return transactions.asSignedIn(sql -> get(sql, ActingTransaction.signedIn().member()));
    }

    Stored change(long expected, Draft draft) {
        Acting acting = ActingTransaction.signedIn();
        String address = draft.address().strip();
        String secret = draft.secret() == null ? "" : draft.secret().strip();
        addresses
                .problem(address)
                .ifPresent(problem -> {
                    throw invalid("address: " + problem);
                });
        String mailbox = draft.mail().strip();
        if (!mailbox.isEmpty() && !NoticeMail.isAddress(mailbox)) {
            throw invalid("mail: an address such as duty@example.org, or nothing");
        }
        if (!Frame.LANGUAGES.contains(draft.mailLanguage())) {
            throw invalid("mailLanguage: one of " + String.join(", ", Frame.LANGUAGES));
        }
        if (!secret.isEmpty() && secret.length() < LEAST_SECRET) {
            throw invalid("secret: at least " + LEAST_SECRET + " characters");
        }
        return transactions.asSignedIn(sql -> {
            Stored before = get(sql, acting.member());
            if (before.version() != expected) {
                Versions.updated(0, true);
            }
            if (!address.isEmpty() && secret.isEmpty() && !before.secretSet()) {
                throw invalid("secret: at least " + LEAST_SECRET + " characters");
            }
            byte[] sealed =
                    secret.isEmpty()
                            ? null
                            : seal.seal(acting.member(), secret.getBytes(StandardCharsets.UTF_8));
            sql.sql(
                            """
                            INSERT INTO manumit.hit_settings
                                (member, four_eyes, address, secret_sealed, mail, mail_language)
                            VALUES (:member, :fourEyes, :address, :sealed, :mail, :language)
                            ON CONFLICT (member) DO UPDATE
                            SET four_eyes = EXCLUDED.four_eyes, address = EXCLUDED.address,
                                mail = EXCLUDED.mail, mail_language = EXCLUDED.mail_language,
                                secret_sealed =
                                    COALESCE(EXCLUDED.secret_sealed, hit_settings.secret_sealed),
                                version = hit_settings.version + 1
                            """)
                    .param("member", acting.member())
                    .param("fourEyes", draft.fourEyes())
                    .param("address", address)
                    .param("sealed", sealed, java.sql.Types.BINARY)
                    .param("mail", mailbox)
                    .param("language", draft.mailLanguage())
                    .update();
            return get(sql, acting.member());
        });
    }

    /// Sends notices that were given up once more.
    void sendAgain() {
        transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                UPDATE manumit.hit_notices
                                SET state = 'WAITING', tries = 0, next_try_at = :now
                                WHERE member = :member AND state = 'DEAD'
                                """)
                        .param("now", HitRows.at(clock.instant()))
                        .param("member", ActingTransaction.signedIn().member())
                        .update());
    }

    /// @param member the acting one
    boolean wantsFourEyes(JdbcClient sql, UUID member) {
        return sql.sql("SELECT four_eyes FROM manumit.hit_settings WHERE member = :member")
                .param("member", member)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private Stored get(JdbcClient sql, UUID member) {
        List<Undelivered> dead =
                sql.sql(
                                """
                                SELECT id, hit, kind, created_at, failure FROM manumit.hit_notices
                                WHERE member = :member AND state = 'DEAD'
                                ORDER BY id DESC LIMIT :limit
                                """)
                        .param("member", member)
                        .param("limit", MOST_DEAD)
                        .query((row, _) ->
                                new Undelivered(
                                        row.getObject("id", UUID.class),
                                        row.getObject("hit", UUID.class),
                                        NoticeKind.valueOf(row.getString("kind")),
                                        row.getObject("created_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("failure")))
                        .list();
        Optional<Stored> stored =
                sql.sql(
                                """
                                SELECT four_eyes, address, secret_sealed IS NOT NULL AS secret,
                                       mail, mail_language, version
                                FROM manumit.hit_settings WHERE member = :member
                                """)
                        .param("member", member)
                        .query((row, _) ->
                                new Stored(
                                        member,
                                        row.getBoolean("four_eyes"),
                                        row.getString("address"),
                                        row.getBoolean("secret"),
                                        mail.isOn(),
                                        row.getString("mail"),
                                        row.getString("mail_language"),
                                        row.getLong("version"),
                                        dead))
                        .optional();
        return stored.orElseGet(() ->
                new Stored(
                        member,
                        false,
                        "",
                        false,
                        mail.isOn(),
                        "",
                        Frame.LANGUAGES.getFirst(),
                        0,
                        dead));
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemException.Code.INVALID_FIELD, detail);
    }
}
