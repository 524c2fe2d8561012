package manumit.benchmarks.flights;

import java.text.Normalizer;
import java.util.Locale;

/// Names as reservation systems hold them: capitals A to Z and single spaces.
final class PlainText {

    private PlainText() {}

    /// Marks and apostrophes are dropped, hyphens become spaces. Empty if there are other letters,
    /// so that a name in another script is left out and not mangled.
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                plain.append((char) (c - 'a' + 'A'));
            } else if (c >= 'A' && c <= 'Z') {
                plain.append(c);
            } else if (c == ' ' || c == '-' || c == ',') {
                space(plain);
            } else if (c >= 0x80) {
                return decomposed(text);
            }
        }
        return plain.toString().strip();
    }

    private static String decomposed(String text) {
        String capitals =
                Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replace("Ø", "O")
                        .replace("Æ", "AE")
                        .replace("Œ", "OE")
                        .replace("Ł", "L")
                        .replace("Đ", "D")
                        .replace("Ð", "D")
                        .replace("Þ", "TH");
        StringBuilder plain = new StringBuilder(capitals.length());
        for (int i = 0; i < capitals.length(); i++) {
            char c = capitals.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                plain.append(c);
            } else if (Character.isLetter(c) && Character.getType(c) != Character.MODIFIER_LETTER) {
                return "";
            } else if (c == ' ' || c == '-' || c == ',') {
                space(plain);
            }
        }
        return plain.toString().strip();
    }

    private static void space(StringBuilder plain) {
        if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
    }
}
