package manumit.hub.hits;

import manumit.hub.access.Right;
import manumit.hub.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The places of this capability in the navigation.
@Configuration(proxyBeanMethods = false)
class HitPlaces {

    static final String HITS = "hits";

    @Bean
    Place hitsPlace() {
        return new Place(HITS, "/hits", "target", Right.READ_HITS, 20);
    }

    @Bean
    Place hitSettingsPlace() {
        return new Place("hit-settings", "/hit-settings", "bell", Right.ADMINISTER_NOTICES, 56);
    }
}
