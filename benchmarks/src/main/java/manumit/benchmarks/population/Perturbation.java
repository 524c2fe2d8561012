package manumit.benchmarks.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/// A slip by which a written name changes. What comes out follows from the name and the random
/// source alone.
public enum Perturbation {
    /// One letter replaced, left out, doubled by another, or swapped with its neighbour; not the
    /// first of a part.
    TYPO,
    /// Two such letters.
    TWO_TYPOS,
    /// One or two letters read as lookalikes: O as 0, I as 1, RN as M, CL as D …
    MISREAD,
    /// One part left out; of at least three.
    DROPPED_PART,
    /// The second of at least three parts left out, as travel documents leave out middle names.
    DROPPED_MIDDLE,
    /// Two neighbouring parts written as one.
    JOINED_PARTS,
    /// One long part written as two.
    SPLIT_PART,
    /// The last part first.
    LAST_FIRST,
    /// Parts in any order.
    SHUFFLED,
    /// The first part as an initial.
    INITIAL,
    /// Cut to 39 characters, as in the machine-readable zone of a passport; only longer names.
    CUT_TO_39,
    /// Cut to 35, as in passenger data of flights.
    CUT_TO_35,
    /// Cut to 69, as in the longest field of passenger data.
    CUT_TO_69,
    /// A title put in front.
    TITLE,
    /// An additional part, as a second given name.
    ADDED_PART;

    private static final String LETTERS = "aeiounrtslmdkh";

    private static final List<List<String>> LOOKALIKES =
            List.of(
                    List.of("o", "0"),
                    List.of("i", "1"),
                    List.of("l", "1"),
                    List.of("s", "5"),
                    List.of("b", "8"),
                    List.of("g", "q"),
                    List.of("rn", "m"),
                    List.of("m", "rn"),
                    List.of("cl", "d"),
                    List.of("u", "v"),
                    List.of("c", "e"),
                    List.of("h", "b"),
                    List.of("n", "ri"),
                    List.of("z", "2"));

    /// The changed name.
    ///
    /// @return empty where the slip cannot happen to the name or leaves it as it was
    public Optional<String> find(String name, SplittableRandom random) {
        String changed = change(name, random).strip();
        return changed.isEmpty() || changed.equals(name) ? Optional.empty() : Optional.of(changed);
    }

    private String change(String name, SplittableRandom random) {
        return switch (this) {
            case TYPO -> typo(name, random);
            case TWO_TYPOS -> typo(typo(name, random), random);
            case MISREAD -> misread(name, random);
            case DROPPED_PART -> dropped(name, random, false);
            case DROPPED_MIDDLE -> dropped(name, random, true);
            case JOINED_PARTS -> joined(name, random);
            case SPLIT_PART -> split(name, random);
            case LAST_FIRST -> lastFirst(name);
            case SHUFFLED -> shuffled(name, random);
            case INITIAL -> initial(name);
            case CUT_TO_39 -> cut(name, 39);
            case CUT_TO_35 -> cut(name, 35);
            case CUT_TO_69 -> cut(name, 69);
            case TITLE -> random.nextBoolean() ? "Dr. " + name : "Prof " + name;
            case ADDED_PART -> added(name, random);
        };
    }

    private static List<String> parts(String name) {
        return new ArrayList<>(Arrays.asList(name.split(" ", -1)));
    }

    private static String typo(String name, SplittableRandom random) {
        List<Integer> places = new ArrayList<>();
        for (int i = 1; i < name.length(); i++) {
            if (Character.isLetter(name.charAt(i)) && Character.isLetter(name.charAt(i - 1))) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return name;
        }
        int at = places.get(random.nextInt(places.size()));
        StringBuilder b = new StringBuilder(name);
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        switch (random.nextInt(4)) {
            case 0 -> b.setCharAt(at, letter);
            case 1 -> b.deleteCharAt(at);
            case 2 -> b.insert(at, letter);
            default -> {
                if (at + 1 < b.length() && Character.isLetter(b.charAt(at + 1))) {
                    char next = b.charAt(at + 1);
                    b.setCharAt(at + 1, b.charAt(at));
                    b.setCharAt(at, next);
                } else {
                    b.deleteCharAt(at);
                }
            }
        }
        return b.toString();
    }

    private static String misread(String name, SplittableRandom random) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<List<String>> possible =
                LOOKALIKES.stream().filter(l -> lower.indexOf(l.getFirst(), 1) > 0).toList();
        if (possible.isEmpty()) {
            return name;
        }
        String changed = lower;
        for (int i = random.nextInt(2); i >= 0; i--) {
            List<String> lookalike = possible.get(random.nextInt(possible.size()));
            int at = changed.indexOf(lookalike.getFirst(), 1);
            if (at > 0) {
                changed =
                        changed.substring(0, at)
                                + lookalike.getLast()
                                + changed.substring(at + lookalike.getFirst().length());
            }
        }
        return changed;
    }

    private static String dropped(String name, SplittableRandom random, boolean middle) {
        List<String> parts = parts(name);
        if (parts.size() < 3) {
            return name;
        }
        parts.remove(middle ? 1 : random.nextInt(parts.size()));
        return String.join(" ", parts);
    }

    private static String joined(String name, SplittableRandom random) {
        List<String> parts = parts(name);
        if (parts.size() < 2) {
            return name;
        }
        int at = random.nextInt(parts.size() - 1);
        String second = parts.remove(at + 1);
        parts.set(at, parts.get(at) + second.toLowerCase(Locale.ROOT));
        return String.join(" ", parts);
    }

    private static String split(String name, SplittableRandom random) {
        List<String> parts = parts(name);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).length() >= 6) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return name;
        }
        int at = places.get(random.nextInt(places.size()));
        String part = parts.get(at);
        int cut = 3 + random.nextInt(part.length() - 5);
        parts.set(at, part.substring(0, cut) + " " + part.substring(cut));
        return String.join(" ", parts);
    }

    private static String lastFirst(String name) {
        List<String> parts = parts(name);
        Collections.rotate(parts, 1);
        return String.join(" ", parts);
    }

    private static String shuffled(String name, SplittableRandom random) {
        List<String> parts = parts(name);
        for (int i = parts.size() - 1; i > 0; i--) {
            Collections.swap(parts, i, random.nextInt(i + 1));
        }
        return String.join(" ", parts);
    }

    private static String initial(String name) {
        List<String> parts = parts(name);
        if (parts.size() < 2) {
            return name;
        }
        parts.set(0, parts.getFirst().substring(0, 1) + ".");
        return String.join(" ", parts);
    }

    private static String cut(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }

    private static String added(String name, SplittableRandom random) {
        List<String> additions = List.of("Amadeo", "Yannick", "Rashida", "Lindgard", "Oskarovich");
        List<String> parts = parts(name);
        parts.add(Math.min(1, parts.size()), additions.get(random.nextInt(additions.size())));
        return String.join(" ", parts);
    }
}
