package manumit.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Open;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/// Language and looks, kept in cookies of the device for a year.
@Controller
class PreferencesPage {

    static final String THEME_COOKIE = "manumit-theme";
    private static final String LANGUAGE_COOKIE = "manumit-language";
    private static final Duration KEPT = Duration.ofDays(365);

    private final LocaleResolver locales;

    PreferencesPage(LocaleResolver locales) {
        this.locales = locales;
    }

    @Configuration(proxyBeanMethods = false)
    static class Languages {

        /// The chosen language; without one, the first of the browser's that we have, or English.
        @Bean
        LocaleResolver localeResolver() {
            CookieLocaleResolver resolver = new CookieLocaleResolver(LANGUAGE_COOKIE);
            resolver.setCookieMaxAge(KEPT);
            resolver.setCookieHttpOnly(true);
            resolver.setCookieSameSite("Lax");
            resolver.setRejectInvalidCookies(false);
            resolver.setDefaultLocaleFunction(request ->
                    Collections.list(request.getLocales()).stream()
                            .filter(wanted -> Frame.LANGUAGES.contains(wanted.getLanguage()))
                            .findFirst()
                            .orElse(Locale.ENGLISH));
            return resolver;
        }
    }

    @PostMapping("/preferences")
    @NotJournaled("how pages look, kept by the browser alone")
    @Open(Open.Whom.EVERYBODY)
    String choose(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Frame.THEMES.contains(theme)) {
            ResponseCookie cookie =
                    ResponseCookie.from(THEME_COOKIE, theme)
                            .maxAge(theme.equals("device") ? Duration.ZERO : KEPT)
                            .path("/")
                            .httpOnly(true)
                            .sameSite("Lax")
                            .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        if (Frame.LANGUAGES.contains(language)) {
            locales.setLocale(request, response, Locale.of(language));
        }
        return "redirect:"
                + (back.matches("/[A-Za-z0-9/_-]*") && !back.startsWith("//") ? back : "/");
    }
}
