package manumit.hub;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// Spring's view of the hub. Flyway has run before, as another role; users are our own.
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = {FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
class HubApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
