package manumit.hub.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Serves the font files of the library that carries them, and nothing else of it.
@Component
class Fonts implements WebMvcConfigurer {

    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/fonts/*.otf")
                .addResourceLocations("classpath:/com/formdev/flatlaf/fonts/inter/")
                .setCacheControl(CacheControl.maxAge(KEPT).cachePrivate());
    }
}
