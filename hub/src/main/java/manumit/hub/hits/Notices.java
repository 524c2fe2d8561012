package manumit.hub.hits;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import manumit.hub.database.ActingTransaction;
import manumit.hub.hits.NoticeSender.Notice;
import manumit.hub.hits.NoticeSender.Result;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.journal.OwnActs;
import manumit.hub.signin.SecretSeal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Sends what waits to be told, at least once, at most one at a time to a member, so that one whose
/// address is slow keeps nobody else waiting. What cannot be delivered is tried again, ever more
/// seldom, and in the end kept for the member's administrator to see.
///
/// Any number of hubs may do this on one database: a notice is leased for a minute.
@Component
class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    /// After the first try, the second …; after the last it is given up.
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6));

    private static final Duration LEASE = Duration.ofMinutes(1);

    /// Deleted at once: more in the next round.
    private static final int MOST_FORGOTTEN = 10_000;

    private final ActingTransaction transactions;
    private final OwnActs acts;
    private final NoticeSender sender;
    private final NoticeMail mail;
    private final SecretSeal seal;
    private final Clock clock;
    private final Duration kept;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    /// @param keptDays how long those are kept that were sent, given up or not wanted
    Notices(
            ActingTransaction transactions,
            OwnActs acts,
            NoticeSender sender,
            NoticeMail mail,
            SecretSeal seal,
            Clock clock,
            @Value("${manumit.notices.kept-days:30}") int keptDays) {
        this.transactions = transactions;
        this.acts = acts;
        this.sender = sender;
        this.mail = mail;
        this.seal = seal;
        this.clock = clock;
        this.kept = Duration.ofDays(keptDays);
    }

    /// @param byMail whether it goes by e-mail, and not to the address
    /// @param sealed secret, in hexadecimal
    private record Leased(
            UUID member,
            Notice notice,
            int tries,
            boolean byMail,
            String address,
            @Nullable String sealed,
            String mail,
            String language) {

        @Override
        public String toString() {
            return "Leased[" + notice.id() + "]";
        }
    }

    /// Begins to send whatever is due, and does not wait for it.
    void sendDue() {
        forgetUnwanted();
        int _ = forgetOver(clock.instant());
        for (UUID member : waiting(clock.instant())) {
            if (busy.add(member)) {
                Thread.ofVirtual()
                        .name("notices")
                        .start(() -> {
                            try {
                                sendDue(member, clock.instant());
                            } catch (RuntimeException e) {
                                LOG.warn("notices not sent: {}", e.getClass().getName());
                            } finally {
                                busy.remove(member);
                            }
                        });
            }
        }
    }

    /// Sends what is due of one member, and waits for it.
    ///
    /// @return how many were tried
    int sendDue(UUID member, Instant now) {
        int tried = 0;
        for (List<Leased> one = lease(member, now); !one.isEmpty(); one = lease(member, now)) {
            send(one.getFirst(), now);
            tried++;
        }
        return tried;
    }

    private void send(Leased leased, Instant now) {
        Result result =
                leased.byMail()
                        ? mail.send(leased.mail(), leased.language(), leased.notice())
                        : post(leased, now);
        boolean dead = !result.delivered() && (result.forGood() || leased.tries() > PAUSES.size());
        String state = result.delivered() ? "SENT" : dead ? "DEAD" : "WAITING";
        Duration pause = PAUSES.get(Math.clamp(leased.tries() - 1L, 0, PAUSES.size() - 1));
        acts.run(
                result.delivered()
                        ? "hits.notice-sent"
                        : dead ? "hits.notice-dead" : "hits.notice-failed",
                () -> {
                    ActUnderWay.tell(
                            act -> act.about("hit", leased.notice().hit(), leased.member()));
                    return transactions.asRecorder(sql ->
                            sql.sql(
                                            """
                                            UPDATE manumit.hit_notices
                                            SET state = :state, next_try_at = :next,
                                                failure = :failure
                                            WHERE id = :id AND state = 'WAITING'
                                            """)
                                    .param("state", state)
                                    .param("next", HitRows.at(now.plus(pause)))
                                    .param("failure", result.failure())
                                    .param("id", leased.notice().id())
                                    .update());
                });
    }

    private Result post(Leased leased, Instant now) {
        byte[] secret =
                leased.sealed() == null
                        ? new byte[0]
                        : seal.open(leased.member(), HexFormat.of().parseHex(leased.sealed()));
        return secret.length == 0
                ? new Result("NO_SECRET", true)
                : sender.send(leased.address(), secret, leased.notice(), now);
    }

    private List<UUID> waiting(Instant now) {
        return transactions.asRecorder(sql ->
                sql.sql(
                                """
                                SELECT DISTINCT member FROM manumit.hit_notices
                                WHERE state = 'WAITING' AND next_try_at <= :now
                                """)
                        .param("now", HitRows.at(now))
                        .query(UUID.class)
                        .list());
    }

    private void forgetUnwanted() {
        transactions.asRecorder(sql ->
                sql.sql(
                                """
                                UPDATE manumit.hit_notices n SET state = 'UNWANTED'
                                WHERE state = 'WAITING' AND NOT EXISTS (
                                    SELECT FROM manumit.hit_settings s
                                    WHERE s.member = n.member
                                      AND CASE n.way WHEN 'POST' THEN s.address <> ''
                                            ELSE s.mail <> '' AND :mailing END)
                                """)
                        .param("mailing", mail.isOn())
                        .update());
    }

    /// Deletes those that were over long enough ago.
    ///
    /// @return how many
    int forgetOver(Instant now) {
        return transactions.asRecorder(sql ->
                sql.sql(
                                """
                                DELETE FROM manumit.hit_notices WHERE id IN (
                                    SELECT id FROM manumit.hit_notices
                                    WHERE state <> 'WAITING' AND created_at < :until LIMIT :most)
                                """)
                        .param("until", HitRows.at(now.minus(kept)))
                        .param("most", MOST_FORGOTTEN)
                        .update());
    }

    private List<Leased> lease(UUID member, Instant now) {
        return transactions.asRecorder(sql ->
                sql.sql(
                                """
                                UPDATE manumit.hit_notices n
                                SET next_try_at = :until, tries = tries + 1
                                FROM manumit.hit_settings s
                                WHERE s.member = n.member AND n.id = (
                                    SELECT id FROM manumit.hit_notices
                                    WHERE member = :member AND state = 'WAITING'
                                      AND next_try_at <= :now
                                    ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                                RETURNING n.id, n.hit, n.kind, n.created_at, n.tries, n.way,
                                    s.address, encode(s.secret_sealed, 'hex') AS sealed, s.mail,
                                    s.mail_language
                                """)
                        .param("until", HitRows.at(now.plus(LEASE)), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("member", member)
                        .param("now", HitRows.at(now))
                        .query((row, _) ->
                                new Leased(
                                        member,
                                        new Notice(
                                                row.getObject("id", UUID.class),
                                                row.getObject("hit", UUID.class),
                                                NoticeKind.valueOf(row.getString("kind")),
                                                row.getObject("created_at", OffsetDateTime.class)
                                                        .toInstant()),
                                        row.getInt("tries"),
                                        row.getString("way").equals("MAIL"),
                                        row.getString("address"),
                                        row.getString("sealed"),
                                        row.getString("mail"),
                                        row.getString("mail_language")))
                        .list());
    }
}
