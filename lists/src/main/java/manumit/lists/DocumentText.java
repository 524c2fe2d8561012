package manumit.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.TravelDocument;

/// Document numbers in the wording of the lists of the UN and the EU: `(a) Philippines number
/// EC6530802 (expires 19.1.2021), (b) …`, `A54062245 (Iran), expires 12.7.2026`, `series 6103 No
/// 814361, issued on 8.4.2003 by …`.
///
/// @param unreadable parts in which no number was found
record DocumentText(List<TravelDocument> documents, int unreadable) {

    private static final int MAX_LENGTH = 10_000;

    private static final Pattern SPACE = Pattern.compile("[\\s\\h]+");
    private static final Pattern QUOTES = Pattern.compile("[\"“”]");
    private static final Pattern MARKER =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\(?([a-h]|i{1,3}|iv|v)\\)\\s*");
    private static final Pattern ALTERNATIVE =
            Pattern.compile(
                    "(?i);|\\balt\\. (?=passport)|\\.\\s+(?=national identification|passport)");

    /// A comma separates numbers only where another number follows; else a note follows.
    private static final Pattern NEXT_NUMBER =
            Pattern.compile(",\\s*(?=\\p{Lu}{0,3}[ -]?\\d[\\p{Lu}\\d /-]{4,}(?:$|,|\\s*\\())");

    private static final Pattern NOTE =
            Pattern.compile(
                    "(?iu)\\b(?:issued|expir|valid|delivered|cancelled|under (?:the )?name|in (?:the )?name|date of|place of"
                            + "|on \\d|from \\d|number \\d{1,2}\\.\\d{1,2}\\.).*");
    private static final Pattern PARENTHESES =
            Pattern.compile("\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}./№°°-]+");
    private static final Pattern CALENDAR_DATE =
            Pattern.compile("\\d{1,2}[. ]\\s?(?:\\d{1,2}|\\p{L}{3,9}\\.?)[. ]\\s?\\d{4}");

    /// Words between the two halves of a number: "series 61 No 814361".
    private static final Set<String> NUMBER_SIGN = Set.of("no", "no.", "nr", "nr.", "№", "number");

    DocumentText {
        documents = List.copyOf(documents);
    }

    /// @param fallbackType where the text does not say
    /// @param fallbackIssuer where the text does not say
    static DocumentText read(String text, DocumentType fallbackType, Country fallbackIssuer) {
        if (text.length() > MAX_LENGTH) {
            return new DocumentText(List.of(), 1);
        }
        String t = SPACE.matcher(QUOTES.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
        t = MARKER.matcher(t).replaceAll(";");
        List<TravelDocument> documents = new ArrayList<>();
        int unreadable = 0;
        for (String alternative : ALTERNATIVE.split(t, -1)) {
            for (String part : NEXT_NUMBER.split(alternative, -1)) {
                if (part.codePoints().noneMatch(Character::isLetterOrDigit)) {
                    continue;
                }
                Optional<TravelDocument> document = part(part, fallbackType, fallbackIssuer);
                document.ifPresent(documents::add);
                unreadable += document.isPresent() ? 0 : 1;
            }
        }
        return new DocumentText(documents, unreadable);
    }

    private static Optional<TravelDocument> part(
            String part, DocumentType fallbackType, Country fallbackIssuer) {
        String bare = PARENTHESES.matcher(part).replaceAll(" ");
        bare = NOTE.matcher(bare).replaceFirst("");
        bare = CALENDAR_DATE.matcher(bare).replaceAll(" ");
        StringBuilder number = new StringBuilder();
        boolean digits = false;
        Matcher words = WORD.matcher(bare);
        while (words.find()) {
            String word = words.group();
            if (isNumberWord(word)) {
                number.append(number.isEmpty() ? "" : " ").append(word);
                digits |= word.chars().anyMatch(Character::isDigit);
            } else if (digits && !NUMBER_SIGN.contains(word.toLowerCase(Locale.ROOT))) {
                break;
            } else if (!digits) {
                number.setLength(0);
            }
        }
        String found = number.toString().replaceAll("^[.№°/-]+|[./-]+$", "").strip();
        if (!digits || found.length() > TravelDocument.MAX_LENGTH || found.isEmpty()) {
            return Optional.empty();
        }
        Country issuer = issuer(part).orElse(fallbackIssuer);
        return Optional.of(new TravelDocument(type(part, fallbackType), found, issuer));
    }

    /// Words with a digit, and short groups of capitals beside them ("TR-P 614166").
    private static boolean isNumberWord(String word) {
        if (word.chars().anyMatch(Character::isDigit)) {
            return !word.toLowerCase(Locale.ROOT).startsWith("no");
        }
        return word.length() <= 4
                && word.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase)
                && word.codePoints().anyMatch(Character::isLetter)
                && !word.equals("ID")
                && !word.equals("UK")
                && !word.equals("CAR");
    }

    static DocumentType type(String text, DocumentType fallback) {
        String t = text.toLowerCase(Locale.ROOT);
        if (t.contains("travel document") || t.contains("laissez")) {
            return DocumentType.REFUGEE_TRAVEL_DOCUMENT;
        }
        if (t.contains("driv")) {
            return DocumentType.DRIVING_LICENCE;
        }
        if (t.contains("fiscal") || t.contains("tax") || t.contains("social security")) {
            return DocumentType.TAX_NUMBER;
        }
        if (t.contains("residen")) {
            return DocumentType.RESIDENCE_PERMIT;
        }
        if (t.contains("birth cert")
                || t.contains("student")
                || t.contains("ration card")
                || t.contains("voter")
                || t.contains("military")
                || t.contains("certificate")) {
            return DocumentType.OTHER;
        }
        if (t.contains("identi") || t.contains("tazkira") || t.contains("national id")) {
            return DocumentType.NATIONAL_ID;
        }
        return t.contains("pas")
                        && (t.contains("passport")
                                || t.contains("passeport")
                                || t.contains("pasaporte"))
                ? DocumentType.PASSPORT
                : fallback;
    }

    /// The country that the wording names: the longest run of up to six words that is one.
    private static Optional<Country> issuer(String part) {
        String[] words = part.split("[^\\p{L}'’.-]+", -1);
        for (int length = Math.min(6, words.length); length >= 1; length--) {
            for (int start = 0; start + length <= words.length && start < 40; start++) {
                String run =
                        String.join(" ", List.of(words).subList(start, start + length)).strip();
                // Codes of two or three letters occur in numbers; only names count here.
                long letters = run.codePoints().filter(Character::isLetter).count();
                if (letters > 3 || run.equals("UK") || run.equals("CAR")) {
                    Optional<Country> country = Country.find(run);
                    if (country.isPresent()) {
                        return country;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
