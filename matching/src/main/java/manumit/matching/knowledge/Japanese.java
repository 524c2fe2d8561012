package manumit.matching.knowledge;

import java.util.Optional;
import java.util.regex.Pattern;

/// The several ways to write Japanese in Latin letters: Hepburn and Kunrei, long vowels marked or
/// not. Thread-safe.
public final class Japanese {

    private static final Pattern MORAE =
            Pattern.compile(
                    "(?:[aiueo]|[kgsztdnhbpmrjf]{1,2}y?[aiueo]|[wy][aiueo]|(?:s|c|t?c|s?s)h[aiueo]"
                            + "|t?tsu|n|m(?=[bmp])|h(?![aiueoy])){1,30}+");

    private Japanese() {}

    /// One text for all romanisations of a Japanese name: `Satou`, `Satoh` and `Sato` give `sato`,
    /// `Huziwara` and `Fujiwara` give `fujiwara`. Empty where the part cannot be Japanese.
    ///
    /// @param part lower case, a to z
    public static Optional<String> findFold(String part) {
        if (part.length() < 2 || part.length() > 30 || !MORAE.matcher(part).matches()) {
            return Optional.empty();
        }
        String fold =
                part.replace("sy", "sh")
                        .replace("ty", "ch")
                        .replace("zy", "j")
                        .replace("jy", "j")
                        .replace("si", "shi")
                        .replace("ti", "chi")
                        .replace("tu", "tsu")
                        .replace("zi", "ji")
                        .replace("di", "ji")
                        .replace("du", "zu")
                        .replace("hu", "fu")
                        .replace("sfu", "shu")
                        .replace("cfu", "chu")
                        .replace("mb", "nb")
                        .replace("mp", "np")
                        .replace("mm", "nm")
                        .replace("ou", "o")
                        .replace("oo", "o")
                        .replace("uu", "u");
        return Optional.of(OH.matcher(fold).replaceAll("o"));
    }

    /// A long o written oh, before a consonant or at the end.
    private static final Pattern OH = Pattern.compile("oh(?![aiueoy])");
}
