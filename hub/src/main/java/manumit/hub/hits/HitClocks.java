package manumit.hub.hits;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How long each side has (R10): settings of the hub. What happens when a clock runs out is {@link
/// HitClock}.
@Component
class HitClocks {

    private final Duration usual;
    private final Duration personWaits;
    private final Duration secretariatAfter;
    private final Duration expiresAfter;

    /// @param usual of each turn; 12 h as in SIRENE's work
    /// @param personWaits of the owner and then of the asker, while a person is kept waiting
    /// @param secretariatAfter from the end of a clock until the general secretariat is told
    /// @param expiresAfter from the end of the owner's clock until the question is over
    HitClocks(
            @Value("${manumit.hits.clock:12h}") Duration usual,
            @Value("${manumit.hits.clock-person-waits:1h}") Duration personWaits,
            @Value("${manumit.hits.secretariat-after:30m}") Duration secretariatAfter,
            @Value("${manumit.hits.expires-after:12h}") Duration expiresAfter) {
        this.usual = usual;
        this.personWaits = personWaits;
        this.secretariatAfter = secretariatAfter;
        this.expiresAfter = expiresAfter;
    }

    /// When the turn that begins now has to be over.
    Instant due(HitState state, boolean waits, Instant now) {
        boolean urgent = waits && state != HitState.ACTION;
        return now.plus(urgent ? personWaits : usual);
    }

    Duration secretariatAfter() {
        return secretariatAfter;
    }

    Duration expiresAfter() {
        return expiresAfter;
    }
}
