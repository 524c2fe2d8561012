package manumit.hub.hits;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import manumit.hub.access.Role;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.database.ActingTransaction;
import manumit.hub.hits.HitWorld.Alert;
import manumit.hub.journal.OwnActs;
import manumit.hub.signin.PublicAddress;
import manumit.hub.signin.SecretSeal;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Notices to a real little mail server.
@org.jspecify.annotations.NullUnmarked
class NoticeMailTest {

    private static final String MAILBOX = "duty@example.org";

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HitWorld world = HitWorld.ofTestHub();
    private final TestMember owning = TestHub.admit();
    private final TestMember asking = TestHub.admit();
    private final Person asker = asking.user(Role.DUTY_OFFICER);

    @BeforeEach
    void start() {
        server.start();
        TestSuperuser.sql()
                .sql("INSERT INTO manumit.hit_settings (member, mail) VALUES (:member, :mail)")
                .param("member", owning.id())
                .param("mail", MAILBOX)
                .update();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void ownerIsMailedWhatIsAskedNumberAndLinkAndNothingOfThePerson()
            throws MessagingException, IOException {
        String hit = asked();
        assertThat(send(HitTime.now())).isEqualTo(1);
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        String whole = GreenMailUtil.getWholeMessage(received[0]);
        assertThat(received[0].getSubject()).isEqualTo("Manumit: hit " + hit.substring(0, 8));
        assertThat(received[0].getAllRecipients()[0]).hasToString(MAILBOX);
        assertThat(received[0].getContent().toString())
                .contains("Answer a question", "http://localhost:", "/hits/" + hit);
        assertThat(whole)
                .doesNotContain("Haddad", "HADDAD", "LR2174093", "R-", asking.code(), "lantern");
        assertThat(send(HitTime.now())).as("told once").isZero();
    }

    @Test
    void mailIsWrittenInTheLanguageOfTheMailbox() throws MessagingException, IOException {
        TestSuperuser.sql()
                .sql("UPDATE manumit.hit_settings SET mail_language = 'ar' WHERE member = :member")
                .param("member", owning.id())
                .update();
        String hit = asked();
        assertThat(send(HitTime.now())).isEqualTo(1);
        MimeMessage one = server.getReceivedMessages()[0];
        assertThat(one.getSubject()).startsWith("Manumit: تطابق " + hit.substring(0, 8));
        assertThat(one.getContentLanguage()).containsExactly("ar");
        assertThat(one.getContent().toString()).contains("/hits/" + hit);
    }

    @Test
    void mailThatTheServerDoesNotTakeIsTriedAgain() {
        asked();
        server.stop();
        Instant now = HitTime.now();
        assertThat(send(now)).isEqualTo(1);
        assertThat(states()).containsExactly("MAIL WAITING MAIL_UNREACHABLE");
        assertThat(send(now.plusSeconds(9))).as("too early").isZero();
        server.start();
        assertThat(send(now.plusSeconds(11))).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(states()).containsExactly("MAIL SENT ");
    }

    /// As the tests' hub is.
    @Test
    void hubWithoutAMailServerMailsNothingAndDoesNotOfferIt() {
        asked();
        assertThat(owning.administrator().get("/hit-settings").expect(200).body())
                .doesNotContain("id=\"mail\"");
        Notices off =
                new Notices(
                        TestHub.bean(ActingTransaction.class),
                        TestHub.bean(OwnActs.class),
                        TestHub.bean(NoticeSender.class),
                        TestHub.bean(NoticeMail.class),
                        TestHub.bean(SecretSeal.class),
                        Clock.systemUTC(),
                        30);
        off.sendDue();
        assertThat(states()).containsOnly("MAIL UNWANTED ", "POST UNWANTED ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "a@b@c",
                "duty@example.org\r\nBcc: other@example.org",
                "Duty <duty@example.org>",
                "duty@example.org, other@example.org",
                " duty@example.org"
            })
    void whatIsNoMailboxIsRefused(String text) {
        assertThat(NoticeMail.isAddress(text)).isFalse();
    }

    @Test
    void mailboxOfManyIsTaken() {
        assertThat(NoticeMail.isAddress("ncb.duty+hits@police.example.org")).isTrue();
    }

    /// Of the owner; what has no address of the other way is left out.
    private int send(Instant now) {
        TestSuperuser.sql()
                .sql("DELETE FROM manumit.hit_notices WHERE member = :member AND way = 'POST'")
                .param("member", owning.id())
                .update();
        return new Notices(
                        TestHub.bean(ActingTransaction.class),
                        TestHub.bean(OwnActs.class),
                        TestHub.bean(NoticeSender.class),
                        mail(),
                        TestHub.bean(SecretSeal.class),
                        Clock.systemUTC(),
                        30)
                .sendDue(owning.id(), now);
    }

    private NoticeMail mail() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        // Nobody listens on port 1.
        sender.setPort(server.getSmtp() == null ? 1 : server.getSmtp().getPort());
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "5000");
        return new NoticeMail(
                new StaticListableBeanFactory(Map.of("mail", sender))
                        .getBeanProvider(JavaMailSender.class),
                "hub@example.org",
                TestHub.bean(PublicAddress.class),
                TestHub.bean(MessageSource.class));
    }

    private List<String> states() {
        return TestSuperuser.sql()
                .sql(
                        "SELECT way || ' ' || state || ' ' || failure FROM manumit.hit_notices"
                                + " WHERE member = :member")
                .param("member", owning.id())
                .query(String.class)
                .list();
    }

    private String asked() {
        Alert alert = world.alert(owning);
        RecordedCheck check = world.check(asking.id(), List.of(alert), List.of());
        return asker.post(
                        "/api/v1/hits",
                        "{\"check\":\"" + check.id() + "\",\"alert\":\"" + alert.id() + "\"}")
                .expect(201)
                .text("id");
    }
}
