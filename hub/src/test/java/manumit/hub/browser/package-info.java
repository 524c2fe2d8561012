/// Tests in a real browser: Debian's Chromium, driven by Playwright.
@org.jspecify.annotations.NullMarked
package manumit.hub.browser;
