package manumit.hub.members;

import manumit.hub.access.Right;
import manumit.hub.web.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The places of this capability in the navigation.
@Configuration(proxyBeanMethods = false)
class Places {

    @Bean
    Place membersPlace() {
        return new Place("members", "/members", "world", Right.READ_DIRECTORY, 50);
    }

    @Bean
    Place postsPlace() {
        return new Place("posts", "/posts", "map-pin", Right.READ_DIRECTORY, 51);
    }

    @Bean
    Place usersPlace() {
        return new Place("users", "/users", "users", Right.READ_USERS, 52);
    }

    @Bean
    Place unitsPlace() {
        return new Place("units", "/units", "sitemap", Right.READ_DIRECTORY, 53);
    }

    @Bean
    Place machinesPlace() {
        return new Place("machines", "/machines", "server-2", Right.READ_USERS, 54);
    }

    @Bean
    Place suspensionsPlace() {
        return new Place("suspensions", "/suspensions", "ban", Right.READ_SUSPENSIONS, 55);
    }
}
