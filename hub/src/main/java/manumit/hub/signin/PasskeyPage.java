package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Journaled;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Open;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The passkeys of the signed-in user, and signing in with one. The script `passkeys.js` talks to
/// the authenticator.
@Controller
class PasskeyPage {

    /// Who signed in longer ago signs in again before passkeys are added or removed: a session left
    /// open must not become a way in for good.
    static final Duration RECENT = Duration.ofMinutes(15);

    private static final String CREATION = "manumit.passkey.creation";
    private static final String REQUEST = "manumit.passkey.request";

    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Clock clock;

    PasskeyPage(Passkeys passkeys, Sessions sessions, Clock clock) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.clock = clock;
    }

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// @param id base64url
    /// @param usedAt when it signed in last; when it was made, if never
    record Listed(String id, String label, String madeAt, String usedAt) {
        static Listed of(CredentialRecord passkey) {
            return new Listed(
                    passkey.getCredentialId().toBase64UrlString(),
                    passkey.getLabel(),
                    MINUTES.format(passkey.getCreated()),
                    MINUTES.format(passkey.getLastUsed()));
        }
    }

    @GetMapping("/passkeys")
    @Journaled(kind = ActKind.READ, action = "passkeys.list")
    @Open(Open.Whom.SIGNED_IN)
    String page(
            @RequestParam(required = false) @Nullable String outcome,
            HttpServletRequest request,
            Model model) {
        List<Listed> mine = passkeys.list(user()).stream().map(Listed::of).toList();
        model.addAttribute("passkeys", mine);
        model.addAttribute("origin", passkeys.origin().map(Object::toString).orElse(null));
        model.addAttribute("recent", isRecent(request));
        for (Passkeys.Outcome known : Passkeys.Outcome.values()) {
            if (known.name().equals(outcome)) {
                model.addAttribute("outcome", outcome);
            }
        }
        return "signin/passkeys";
    }

    @PostMapping(path = "/passkeys/creation-options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Journaled(kind = ActKind.SESSION, action = "passkeys.ask")
    @Open(Open.Whom.SIGNED_IN)
    @ResponseBody
    String creationOptions(SignedIn user, HttpServletRequest request) {
        askRecent(request);
        user();
        PublicKeyCredentialCreationOptions options = passkeys.creation(user);
        request.getSession().setAttribute(CREATION, options);
        return Passkeys.json(options);
    }

    @PostMapping(path = "/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Journaled(kind = ActKind.CHANGE, action = "passkeys.add")
    @Open(Open.Whom.SIGNED_IN)
    ResponseEntity<String> add(@RequestBody String answer, HttpServletRequest request) {
        askRecent(request);
        Passkeys.Outcome outcome =
                take(request, CREATION)
                        .map(asked ->
                                passkeys.add(
                                        user(), (PublicKeyCredentialCreationOptions) asked, answer))
                        .orElse(Passkeys.Outcome.NOT_ACCEPTED);
        HttpStatus status =
                outcome == Passkeys.Outcome.ADDED ? HttpStatus.CREATED : HttpStatus.BAD_REQUEST;
        return ResponseEntity.status(status).body("/passkeys?outcome=" + outcome);
    }

    @PostMapping("/passkeys/{id}/removal")
    @Journaled(kind = ActKind.CHANGE, action = "passkeys.remove")
    @Open(Open.Whom.SIGNED_IN)
    String remove(@PathVariable String id, HttpServletRequest request) {
        askRecent(request);
        user();
        passkeys.remove(id);
        return "redirect:/passkeys";
    }

    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @NotJournaled("a random challenge for whoever asks")
    @Open(Open.Whom.EVERYBODY)
    @ResponseBody
    String requestOptions(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = passkeys.request();
        request.getSession().setAttribute(REQUEST, options);
        return Passkeys.json(options);
    }

    @PostMapping(path = "/sign-in/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Journaled(kind = ActKind.SESSION, action = "session.sign-in-passkey")
    @Open(Open.Whom.EVERYBODY)
    ResponseEntity<String> signIn(
            @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedIn> user =
                take(request, REQUEST)
                        .flatMap(asked ->
                                passkeys.signIn((PublicKeyCredentialRequestOptions) asked, answer));
        if (user.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("");
        }
        sessions.begin(user.get(), request, response);
        return ResponseEntity.ok("/");
    }

    /// What was asked last, once: an answer cannot be sent again.
    private static Optional<Object> take(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        synchronized (session) {
            Optional<Object> asked = Optional.ofNullable(session.getAttribute(name));
            session.removeAttribute(name);
            return asked;
        }
    }

    private void askRecent(HttpServletRequest request) {
        if (!isRecent(request)) {
            throw new AccessDeniedException("signed in too long ago");
        }
    }

    private boolean isRecent(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && clock.instant()
                        .isBefore(Instant.ofEpochMilli(session.getCreationTime()).plus(RECENT));
    }

    private static UUID user() {
        Acting acting = ActingTransaction.signedIn();
        if (acting.kind() != Acting.Kind.USER) {
            throw new AccessDeniedException("machines have no passkeys");
        }
        ActUnderWay.tell(act -> act.about("user", acting.id(), acting.member()));
        return acting.id();
    }
}
