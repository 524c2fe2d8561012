package manumit.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/// Hands that have no mouse: a field or button is reached by pressing Tab until the focus is there,
/// and not reached at all if Tab never comes by.
final class Keyboard {

    private static final int MOST_TABS = 200;
    private static final int MOST_ARROWS = 60;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /// Presses Tab until the focus is on an element of this selector.
    Keyboard to(String selector) {
        for (int i = 0; i <= MOST_TABS; i++) {
            if (isOn(selector)) {
                return this;
            }
            press("Tab");
        }
        throw new AssertionError("Tab never reaches " + selector + " on " + page.url());
    }

    Keyboard write(String selector, String text) {
        return to(selector).press("Control+a").type(text);
    }

    /// In a list of one line, with the arrows.
    Keyboard choose(String selector, String value) {
        to(selector).press("Home");
        for (int i = 0; i < MOST_ARROWS && !value.equals(chosen()); i++) {
            press("ArrowDown");
        }
        assertThat(chosen()).as("chosen in %s", selector).isEqualTo(value);
        return this;
    }

    /// One of several answers: the focus comes to the first, or to the one that is given.
    Keyboard mark(String name, String value) {
        to("input[name=" + name + "]").press("Space");
        for (int i = 0; i < MOST_ARROWS && !value.equals(chosen()); i++) {
            press("ArrowDown");
        }
        assertThat(page.locator("input[name=" + name + "]:checked").inputValue()).isEqualTo(value);
        return this;
    }

    /// Goes to a link or a button and follows it to a page of that address.
    Keyboard follow(String selector, String address) {
        to(selector).press("Enter");
        page.waitForURL(Pattern.compile(address + "$"));
        return this;
    }

    boolean isOn(String selector) {
        return Boolean.TRUE.equals(
                page.evaluate(
                        "selector => !!document.activeElement"
                                + " && document.activeElement.matches(selector)",
                        selector));
    }

    private Object chosen() {
        return page.evaluate("document.activeElement.value");
    }
}
