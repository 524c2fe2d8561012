package manumit.benchmarks.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import manumit.benchmarks.population.Perturbation;

/// How names get changed between the list and the check.
final class Slips {

    private Slips() {}

    /// Each part, with that probability, misspelt or re-romanised.
    static WrittenName everyPart(
            WrittenName name, double share, CrowdCulture culture, SplittableRandom random) {
        UnaryOperator<String> perhaps =
                part -> random.nextDouble() < share ? changed(part, culture, random) : part;
        return new WrittenName(
                name.given().stream().map(perhaps).toList(),
                name.family().stream().map(perhaps).toList(),
                name.familyFirst(),
                name.isInParts());
    }

    /// One slip; where it cannot happen to the name, another.
    static WrittenName one(WrittenName name, CrowdCulture culture, SplittableRandom random) {
        List<String> parts = name.parts();
        int size = parts.size();
        int slip = random.nextInt(100);
        if (slip < 10 && size >= 2) {
            return new WrittenName(name.given(), name.family(), !name.familyFirst(), false);
        }
        if (slip < 22 && size >= 3) {
            parts.remove(random.nextInt(size));
            return name.asLine(parts);
        }
        if (slip < 28 && size >= 2) {
            int at = name.familyFirst() ? size - 1 : 0;
            parts.set(at, parts.get(at).substring(0, 1));
            return name.asLine(parts);
        }
        if (slip < 35 && size >= 2) {
            int at = random.nextInt(size - 1);
            String second = parts.remove(at + 1);
            parts.set(at, parts.get(at) + Transcription.lowerCase(second));
            return name.asLine(parts);
        }
        return onePart(name, random.nextInt(size), part -> changed(part, culture, random));
    }

    private static WrittenName onePart(WrittenName name, int at, UnaryOperator<String> change) {
        List<String> given = new ArrayList<>(name.given());
        List<String> family = new ArrayList<>(name.family());
        if (at < given.size()) {
            given.set(at, change.apply(given.get(at)));
        } else {
            family.set(at - given.size(), change.apply(family.get(at - given.size())));
        }
        return new WrittenName(given, family, name.familyFirst(), name.isInParts());
    }

    /// Re-romanised or misspelt, half and half; sometimes, in long parts, misspelt twice.
    private static String changed(String part, CrowdCulture culture, SplittableRandom random) {
        if (random.nextBoolean()) {
            String other = culture.respelling().other(Transcription.lowerCase(part), random);
            if (!other.isBlank() && !other.equals(part)) {
                return other;
            }
        }
        Perturbation slip =
                part.length() >= 7 && random.nextInt(5) == 0
                        ? Perturbation.TWO_TYPOS
                        : Perturbation.TYPO;
        return slip.find(part, random).orElse(part);
    }
}
