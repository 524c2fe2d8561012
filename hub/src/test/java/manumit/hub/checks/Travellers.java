package manumit.hub.checks;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Invented travellers whose names nobody else in the tests has.
final class Travellers {

    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "tu", "ra", "zen", "bo", "vi", "sha", "dre", "fol", "gu", "pex", "nim"
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Travellers() {}

    /// Somebody new: description as JSON.
    static String somebody() {
        int number = NUMBER.incrementAndGet();
        return described(name(number), birth(number), "Z" + (1000000 + number * 7919));
    }

    static String described(String name, String birth, String document) {
        return "{\"names\":[{\"whole\":\""
                + name
                + "\"}],\"birthDates\":[\""
                + birth
                + "\"],\"sex\":\"FEMALE\",\"nationalities\":[\"GH\"],\"documents\":[{\"type\":"
                + "\"PASSPORT\",\"number\":\""
                + document
                + "\",\"country\":\"GH\"}]}";
    }

    /// A question about somebody.
    static String question(String description) {
        return "{\"traveller\":" + description + "}";
    }

    private static String name(int number) {
        StringBuilder name = new StringBuilder("Q");
        for (int rest = number + 97, i = 0; i < 6; i++) {
            name.append(SYLLABLES[(rest * (i + 3) + i * 5) % SYLLABLES.length]);
            rest = rest * 31 % 9973;
            if (i == 2) {
                name.append(" X");
            }
        }
        return name.toString();
    }

    private static String birth(int number) {
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02d",
                1950 + number * 13 % 50,
                1 + number % 12,
                1 + number * 5 % 28);
    }
}
