package manumit.hub.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import manumit.hub.database.HubStartException;
import manumit.hub.database.JournalConnections;
import manumit.hub.database.KeyFolder;
import manumit.hub.database.PrivateFiles;
import manumit.journal.JournalException;
import manumit.journal.JournalOptions;
import manumit.journal.SigningKey;
import manumit.journal.SubjectKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the journal with its keys, before anything listens, and closes it after the last request.
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    private static final String SIGNING_KEY = "journal-signing.key";
    private static final String SUBJECT_KEY = "journal-subjects.key";

    @Bean
    SigningKey journalSigningKey(
            KeyFolder keys, @Value("${manumit.journal.signing-key:}") String given) {
        return key(keys, given, SIGNING_KEY, SigningKey::openOrCreate);
    }

    @Bean
    SubjectKey journalSubjectKey(
            KeyFolder keys, @Value("${manumit.journal.subject-key:}") String given) {
        return key(keys, given, SUBJECT_KEY, SubjectKey::openOrCreate);
    }

    @Bean(destroyMethod = "close")
    HubJournal hubJournal(JournalConnections connections, SigningKey signing, Clock clock) {
        try {
            return new HubJournal(connections.open(signing, JournalOptions.defaults(), clock));
        } catch (JournalException e) {
            throw new HubStartException(HubStartException.Code.JOURNAL, "" + e.getMessage(), e);
        }
    }

    /// Part of readiness: a hub that cannot journal answers nothing.
    @Bean("journal")
    HealthIndicator journalHealth(HubJournal journal) {
        return () -> (journal.canWrite() ? Health.up() : Health.down()).build();
    }

    private interface Opening<T> {
        T open(Path file) throws IOException;
    }

    private static <T> T key(KeyFolder keys, String given, String name, Opening<T> opening) {
        try {
            Path file =
                    given.isEmpty()
                            ? PrivateFiles.folder(keys.path()).resolve(name)
                            : Path.of(given);
            return opening.open(file);
        } catch (IOException e) {
            throw new HubStartException(
                    HubStartException.Code.JOURNAL,
                    "a key of the journal cannot be used: " + e.getMessage(),
                    e);
        }
    }
}
