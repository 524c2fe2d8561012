package manumit.hub.hits;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import manumit.hub.hits.NoticeSender.Notice;
import manumit.hub.hits.NoticeSender.Result;
import manumit.hub.signin.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Sends one notice by e-mail: what is asked, the number of the hit and where to sign in, nothing
/// of a person. E-mail is read on its way, so it says no more.
///
/// Off, unless whoever runs the hub gives a server (`spring.mail.host`) and a sender
/// (`manumit.notices.mail-from`).
@Component
class NoticeMail {

    private static final int MOST_LENGTH = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9.-]+");

    private final @Nullable JavaMailSender server;
    private final String from;
    private final PublicAddress address;
    private final MessageSource messages;

    NoticeMail(
            ObjectProvider<JavaMailSender> server,
            @Value("${manumit.notices.mail-from:}") String from,
            PublicAddress address,
            MessageSource messages) {
        this.server = server.getIfAvailable();
        this.from = from;
        this.address = address;
        this.messages = messages;
    }

    boolean isOn() {
        return server != null && !from.isEmpty();
    }

    /// Whether mail may go there. Also keeps line ends, and with them headers, out of messages.
    static boolean isAddress(String text) {
        return text.length() <= MOST_LENGTH && ADDRESS.matcher(text).matches();
    }

    /// @param language one of the four of the pages
    Result send(String to, String language, Notice notice) {
        JavaMailSender through = server;
        if (through == null || !isOn()) {
            return new Result("MAIL_OFF", true);
        }
        try {
            through.send(message(through, to, language, notice));
            return new Result("", false);
        } catch (MessagingException e) {
            return new Result("MAIL_ADDRESS", true);
        } catch (MailAuthenticationException e) {
            return new Result("MAIL_SIGN_IN", false);
        } catch (MailException e) {
            return isRefused(e)
                    ? new Result("MAIL_REFUSED", true)
                    : new Result("MAIL_UNREACHABLE", false);
        }
    }

    /// The server knows no such mailbox, or takes no mail for it.
    private static boolean isRefused(MailException e) {
        return e instanceof MailSendException failed
                && failed.getFailedMessages().values().stream()
                        .anyMatch(SendFailedException.class::isInstance);
    }

    private MimeMessage message(JavaMailSender through, String to, String language, Notice notice)
            throws MessagingException {
        Locale locale = Locale.forLanguageTag(language);
        String number = HitPage.number(notice.hit());
        String what = messages.getMessage("hits.notice." + notice.kind(), null, locale);
        MimeMessage message = through.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(to);
        helper.setSubject(messages.getMessage("hits.mail.subject", new Object[] {number}, locale));
        helper.setText(
                messages.getMessage(
                        "hits.mail.text", new Object[] {what, number, link(notice)}, locale));
        message.setHeader("Manumit-Notice", notice.id().toString());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", language);
        return message;
    }

    /// Leads to the sign-in first. Only the path if nobody said where the hub is.
    private String link(Notice notice) {
        Optional<URI> origin = address.origin();
        return origin.map(URI::toString).orElse("") + "/hits/" + notice.hit();
    }
}
