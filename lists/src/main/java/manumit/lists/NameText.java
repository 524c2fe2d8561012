package manumit.lists;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.matching.Name;
import manumit.matching.NameKind;

/// Names in the wording of published lists. A cell may hold several names, spellings in two
/// scripts, and notes in parentheses:
///
/// ```
/// Viktar PETRAU (Viktar PETROU); Виктор ПЕТРОВ      two spellings, one in Cyrillic
/// Halina IVANOVA (born SIDOROVA)                    a maiden name
/// Abu Example (original script: Абу Пример)         the same name in Cyrillic
/// Umar Example, born 1 Jan. 1953 (passport no. …)   a note to cut off
/// Maryam EXAMPLE (EKSAMPL)                          another spelling of the word before
/// ```
final class NameText {

    private static final int MAX_LENGTH = 20_000;

    /// A person's name with more words than this is free text.
    private static final int MAX_WORDS = 16;

    private static final String LANGUAGE =
            "(?:original script|russian|ukrainian|belarusian|arabic|chinese|farsi|persian|korean|dari|pashto"
                    + "|hebrew|kurdish|uyghur|turkish|georgian|armenian|serbian|bosnian|burmese|urdu)";

    private static final Pattern SPACE = Pattern.compile("[\\s\\h]+");
    private static final Pattern MARKER = Pattern.compile("(?<!\\S)\\(?[a-h]\\)\\s+");
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?i)^(married name|stage name|real name|birth name|other spelling)\\s*:");
    private static final Pattern NOT_A_NAME =
            Pattern.compile("(?i)^(text of image|" + LANGUAGE + "\\s*:?)$");
    private static final Pattern SCRIPT_LABEL =
            Pattern.compile(
                    "(?i)[,;]?\\s*\\b(?:in\\s+)?" + LANGUAGE + "\\s*(?:spelling|script)?\\s*:");
    private static final Pattern BORN_NAME =
            Pattern.compile(
                    "(?i)[,–-]?\\s*\\b(?:born|née|nee)\\s+(?!in\\b|on\\b|around\\b|circa\\b)(?=\\p{L})");
    private static final Pattern FREE_TEXT =
            Pattern.compile(
                    "(?iu)[,.:(–-]{0,4}\\s{0,4}\\b(?:born (?:in|on|around|circa|\\d)|date of birth|d?p?ob\\b|place of birth"
                            + "|passport|nationality|national identification|son of|daughter of|issued"
                            + "|appears in|under (?:the )?name|as previously listed|previously listed"
                            + "|formerly listed).*",
                    Pattern.DOTALL);
    private static final Pattern WEAK_NOTE =
            Pattern.compile("(?i)nom de guerre|combat name|call sign|initials|nickname");
    private static final Pattern BIRTH_NAME_NOTE = Pattern.compile("(?i)birth name|maiden name");
    private static final Pattern ALSO =
            Pattern.compile("(?i)^(?:a\\.?k\\.?a\\.?|alias|also known as|also|or)\\b[.:]?\\s*");
    private static final Pattern SCRIPT_NOTE =
            Pattern.compile(
                    "(?iu)^(?:previously listed as[.,]?\\s*)?(?:in\\s+)?"
                            + LANGUAGE
                            + "\\s*(?:spelling|script)?\\s*:\\s*");
    private static final Pattern LIST = Pattern.compile("[,;]|\\bor\\b");

    /// Short words that look the same in Latin and Cyrillic are typed in either: "OOO", "c".
    private static final Pattern LOOKALIKE = Pattern.compile("[ABCEHIKMOPTXYaceiopxy]{1,3}");

    private static final Pattern SLASH = Pattern.compile("\\s+/\\s+");

    /// Lower-case words and offices that show a note to be none of the bearer's names.
    private static final Set<String> NOTE_WORDS =
            Set.of(
                    "of",
                    "the",
                    "in",
                    "as",
                    "listed",
                    "previously",
                    "formerly",
                    "minister",
                    "head",
                    "deputy",
                    "governor",
                    "number",
                    "representative",
                    "leader",
                    "related",
                    "third",
                    "second",
                    "deceased",
                    "identity",
                    "known",
                    "name",
                    "script",
                    "card",
                    "issued");

    private static final Set<String> TITLES =
            Set.of(
                    "mullah", "maulavi", "mawlawi", "maulawi", "haji", "hajji", "alhaj", "qari",
                    "sheikh", "shaykh", "dr", "dr.", "jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

    private NameText() {}

    /// The names of a person in one cell.
    ///
    /// @param kind of the names that the cell itself is about; what it mentions beside a primary
    ///   name is an alias
    static List<Name> persons(String cell, NameKind kind) {
        List<Name> names = new ArrayList<>();
        String text = SPACE.matcher(cut(cell)).replaceAll(" ");
        text = MARKER.matcher(text).replaceAll(";");
        NameKind next = kind;
        for (String piece : splitOutside(text, ';')) {
            int before = names.size();
            person(piece, next, names);
            if (names.size() > before && next == NameKind.PRIMARY) {
                next = NameKind.ALIAS;
            }
        }
        return distinct(names);
    }

    /// The names of an organisation, vessel or aircraft in one cell. They are left whole but for
    /// spellings in another script.
    static List<Name> others(String cell, NameKind kind) {
        List<Name> names = new ArrayList<>();
        String text = SPACE.matcher(cut(cell)).replaceAll(" ");
        for (String piece : splitOutside(text, ';')) {
            String p = SCRIPT_LABEL.matcher(unquote(piece)).replaceAll(" ");
            p = p.replaceFirst("^\\(?[a-h]\\)\\s*", "");
            p =
                    p.replaceAll(
                            "(?iu)\\((?:as |previously |formerly )+listed[^()]*\\)|\\(original script\\)",
                            " ");
            if (NOT_A_NAME.matcher(p.strip()).matches()) {
                continue;
            }
            for (String run : scriptRuns(p)) {
                add(names, run, names.isEmpty() ? kind : alias(kind), false);
            }
        }
        return distinct(names);
    }

    /// A person's name in the form "FAMILY, Given" (also with a suffix: "FAMILY, Given, Jr."), or
    /// in one piece. The form of the lists of the United States.
    static Name familyFirst(NameKind kind, String text) {
        return named(kind, SPACE.matcher(text).replaceAll(" ").strip(), true);
    }

    /// Does a text name anybody at all: has it a letter or a digit?
    static boolean isName(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /// Is the name written in letters other than Latin?
    static boolean isForeignScript(String text) {
        return script(text) != UnicodeScript.LATIN
                && text.codePoints().anyMatch(Character::isLetter);
    }

    private static String cut(String cell) {
        return cell.length() <= MAX_LENGTH ? cell : cell.substring(0, MAX_LENGTH);
    }

    private static NameKind alias(NameKind kind) {
        return kind == NameKind.PRIMARY ? NameKind.ALIAS : kind;
    }

    private static void person(String piece, NameKind kind, List<Name> names) {
        String p = unquote(piece);
        p = LABEL.matcher(p).replaceFirst("").strip();
        if (p.isEmpty() || NOT_A_NAME.matcher(p).matches()) {
            return;
        }
        String[] sides = SLASH.split(p, -1);
        if (sides.length == 2 && words(sides[0]) >= 2 && words(sides[1]) >= 2) {
            person(sides[0], kind, names);
            person(sides[1], alias(kind), names);
            return;
        }
        Notes notes = Notes.of(p);
        String main = FREE_TEXT.matcher(notes.main()).replaceFirst("");
        NameKind own = kind;
        for (String note : notes.all()) {
            if (WEAK_NOTE.matcher(note).find()) {
                own = NameKind.WEAK_ALIAS;
            } else if (BIRTH_NAME_NOTE.matcher(note).find() && kind != NameKind.PRIMARY) {
                own = NameKind.MAIDEN;
            }
        }
        String maiden = "";
        Matcher born = BORN_NAME.matcher(main);
        if (born.find()) {
            maiden = main.substring(born.end()).strip();
            main = main.substring(0, born.start()).strip();
            if (main.isEmpty()) {
                if (words(maiden) >= 2) {
                    add(names, maiden, NameKind.MAIDEN, true);
                }
                return;
            }
        }
        String plain = main.replace(Notes.PLACE, " ");
        for (String part : SCRIPT_LABEL.split(plain, -1)) {
            for (String run : scriptRuns(part)) {
                add(names, run, names.isEmpty() ? own : alias(own), true);
            }
        }
        if (!maiden.isEmpty()) {
            maiden(plain, maiden, names);
        }
        for (int i = 0; i < notes.all().size(); i++) {
            note(notes.all().get(i), main, i, alias(own), names);
        }
    }

    private static void note(String note, String main, int index, NameKind kind, List<Name> names) {
        String n = note.strip();
        if (WEAK_NOTE.matcher(n).find() || BIRTH_NAME_NOTE.matcher(n).find()) {
            return;
        }
        Matcher script = SCRIPT_NOTE.matcher(n);
        if (script.find()) {
            scriptRuns(n.substring(script.end())).forEach(run -> add(names, run, kind, true));
            return;
        }
        Matcher born = BORN_NAME.matcher(n);
        if (born.lookingAt()) {
            maiden(main.replace(Notes.PLACE, " "), n.substring(born.end()), names);
            return;
        }
        Matcher also = ALSO.matcher(n);
        boolean said = also.lookingAt();
        String rest = said ? n.substring(also.end()) : n;
        if (FREE_TEXT.matcher(rest).find() || isNote(rest)) {
            return;
        }
        UnicodeScript own = script(main);
        for (String part : LIST.split(rest, -1)) {
            String p = part.strip();
            int words = words(p);
            if (said || words >= 2 || script(p) != own) {
                scriptRuns(p).forEach(run -> add(names, run, kind, true));
            } else if (words == 1) {
                String variant = Notes.replaceWordBefore(main, index, p);
                add(names, variant, kind, true);
            }
        }
    }

    private static boolean isNote(String text) {
        for (String word : text.split(" ", -1)) {
            if (NOTE_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return text.chars().anyMatch(Character::isDigit);
    }

    /// The name borne before: the given names with the former family name. Where the source does
    /// not tell the family name, the last word is taken for it.
    private static void maiden(String main, String former, List<Name> names) {
        Notes notes = Notes.of(former);
        String family = notes.main().replace(Notes.PLACE, " ").strip();
        if (family.isEmpty() || isNote(family)) {
            return;
        }
        if (words(family) >= 3) {
            add(names, family, NameKind.MAIDEN, true);
            return;
        }
        for (String run : scriptRuns(main)) {
            if (script(run) == script(family)) {
                Name name = named(NameKind.MAIDEN, tidy(run), false);
                String given = name.givenNames();
                if (given.isEmpty()) {
                    int last = tidy(run).lastIndexOf(' ');
                    given = last < 0 ? "" : tidy(run).substring(0, last);
                }
                names.add(Name.ofParts(NameKind.MAIDEN, given, tidy(family)));
                return;
            }
        }
    }

    private static void add(List<Name> names, String text, NameKind kind, boolean person) {
        String t = tidy(text);
        if (t.codePoints().noneMatch(Character::isLetter) || (person && words(t) > MAX_WORDS)) {
            return;
        }
        int slash = t.indexOf('/');
        if (person && slash > 0 && t.indexOf('/', slash + 1) < 0) {
            int start = t.lastIndexOf(' ', slash) + 1;
            int end = t.indexOf(' ', slash);
            end = end < 0 ? t.length() : end;
            String before = t.substring(0, start);
            String after = t.substring(end);
            String first = t.substring(start, slash);
            String second = t.substring(slash + 1, end);
            if (!first.isBlank() && !second.isBlank()) {
                // "PETRAU/PETROU": two spellings of one word.
                add(names, before + first + after, kind, true);
                add(names, before + second + after, alias(kind), true);
                return;
            }
        }
        NameKind k =
                isForeignScript(t) && (kind == NameKind.PRIMARY || kind == NameKind.ALIAS)
                        ? NameKind.ORIGINAL_SCRIPT
                        : kind;
        names.add(person ? named(k, t, false) : Name.of(k, t));
    }

    /// @param always whether a comma always follows the family name; else only where capitals do
    ///   not say otherwise
    private static Name named(NameKind kind, String text, boolean always) {
        String[] parts = text.split("\\s*,\\s*", -1);
        if (parts.length > 1) {
            int end = parts.length;
            while (end > 1
                    && (parts[end - 1].isBlank()
                            || TITLES.contains(parts[end - 1].toLowerCase(Locale.ROOT)))) {
                end--;
            }
            boolean capitals = isCapitals(lastWord(text)) && !isCapitals(parts[0]);
            if (end == 2 && (always || !capitals) && isName(parts[0]) && isName(parts[1])) {
                StringBuilder given = new StringBuilder(parts[1]);
                for (int i = 2; i < parts.length; i++) {
                    given.append(' ').append(parts[i]);
                }
                return Name.ofParts(kind, given.toString(), parts[0]);
            }
            return bySurnameInCapitals(kind, String.join(" ", parts).strip());
        }
        return always ? Name.of(kind, text) : bySurnameInCapitals(kind, text);
    }

    /// `Halina IVANOVA`, `IVANOVA Halina`: one run of capitals beside other words is the family
    /// name.
    private static Name bySurnameInCapitals(NameKind kind, String text) {
        String[] words = text.split(" ", -1);
        int first = -1;
        int last = -1;
        for (int i = 0; i < words.length; i++) {
            if (isCapitals(words[i])) {
                if (first < 0) {
                    first = i;
                } else if (last != i - 1) {
                    return Name.of(kind, text);
                }
                last = i;
            }
        }
        boolean atOneEnd = first == 0 || last == words.length - 1;
        if (first < 0 || !atOneEnd || last - first + 1 == words.length) {
            return Name.of(kind, text);
        }
        List<String> given = new ArrayList<>(List.of(words));
        List<String> family = given.subList(first, last + 1);
        String familyName = String.join(" ", family);
        family.clear();
        return Name.ofParts(kind, String.join(" ", given), familyName);
    }

    /// Two letters or more, all of them capitals; "III", "A." and "S.M." are none.
    private static boolean isCapitals(String word) {
        if (word.indexOf('.') >= 0) {
            return false;
        }
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters += Character.isUpperCase(c) ? 1 : 0;
        }
        return letters >= 2 && !TITLES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private static int words(String text) {
        String t = text.strip();
        return t.isEmpty() ? 0 : t.split(" +", -1).length;
    }

    /// Without quotes around the whole, and punctuation at its ends.
    private static String tidy(String text) {
        String t = SPACE.matcher(text).replaceAll(" ").strip();
        int start = 0;
        int end = t.length();
        while (start < end && ",;:.–—-)\"“” ".indexOf(t.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ",;:–—-(\"“” ".indexOf(t.charAt(end - 1)) >= 0) {
            end--;
        }
        t = t.substring(start, end);
        if (t.endsWith(".") && !t.matches(".*\\b\\p{L}{1,3}\\.$")) {
            t = t.substring(0, t.length() - 1);
        }
        return unquote(t);
    }

    private static String unquote(String text) {
        String t = text.strip();
        while (t.length() >= 2
                && ((t.startsWith("\"") && t.endsWith("\""))
                        || (t.startsWith("“") && t.endsWith("”"))
                        || (t.startsWith("'") && t.endsWith("'"))
                        || (t.startsWith("‘") && t.endsWith("’")))) {
            t = t.substring(1, t.length() - 1).strip();
        }
        // An opening quote without its end.
        return t.startsWith("\"") && t.indexOf('"', 1) < 0 ? t.substring(1).strip() : t;
    }

    private static List<String> splitOutside(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (c == separator && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (depth > 0 && text.indexOf(separator, start) >= 0) {
            // A parenthesis that is never closed must not glue the rest together.
            for (String part : text.substring(start).split(String.valueOf(separator), -1)) {
                parts.add(part);
            }
            return parts;
        }
        parts.add(text.substring(start));
        return parts;
    }

    /// Cuts a text where its script changes, so that every piece is in one script.
    private static List<String> scriptRuns(String text) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        UnicodeScript current = UnicodeScript.UNKNOWN;
        for (String word : text.strip().split(" +", -1)) {
            UnicodeScript script =
                    LOOKALIKE.matcher(word).matches() ? UnicodeScript.UNKNOWN : script(word);
            if (script != UnicodeScript.UNKNOWN
                    && current != UnicodeScript.UNKNOWN
                    && script != current) {
                runs.add(run.toString());
                run.setLength(0);
                current = script;
            } else if (current == UnicodeScript.UNKNOWN) {
                current = script;
            }
            run.append(run.isEmpty() ? "" : " ").append(word);
        }
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        return runs;
    }

    /// The script of most letters; UNKNOWN where there are none. Kana counts as Han: Japanese names
    /// mix them.
    private static UnicodeScript script(String text) {
        UnicodeScript most = UnicodeScript.UNKNOWN;
        int mostCount = 0;
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!Character.isLetter(c)) {
                continue;
            }
            UnicodeScript s = UnicodeScript.of(c);
            if (s == UnicodeScript.HIRAGANA || s == UnicodeScript.KATAKANA) {
                s = UnicodeScript.HAN;
            }
            if (s == UnicodeScript.COMMON || s == UnicodeScript.INHERITED) {
                continue;
            }
            int count = counts.merge(s, 1, Integer::sum);
            if (count > mostCount) {
                mostCount = count;
                most = s;
            }
        }
        return most;
    }

    private static List<Name> distinct(List<Name> names) {
        List<Name> kept = new ArrayList<>();
        Set<String> wholes = new java.util.HashSet<>();
        for (Name name : names) {
            if (wholes.add(name.whole())) {
                kept.add(name);
            }
        }
        return kept;
    }

    /// A text with its parentheses taken out.
    ///
    /// @param main the text, {@link #PLACE} standing for each parenthesis
    /// @param all contents of the outermost parentheses, in order
    private record Notes(String main, List<String> all) {

        static final String PLACE = "\u0001";

        static Notes of(String text) {
            StringBuilder main = new StringBuilder();
            StringBuilder note = new StringBuilder();
            List<String> all = new ArrayList<>();
            int depth = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\u0001') {
                    continue;
                }
                if (c == '(' && depth++ == 0) {
                    main.append(' ').append(PLACE).append(' ');
                } else if (c == ')' && depth > 0 && --depth == 0) {
                    all.add(note.toString());
                    note.setLength(0);
                } else if (depth > 0) {
                    note.append(c);
                } else if (c != ')') {
                    main.append(c);
                }
            }
            if (depth > 0) {
                all.add(note.toString());
            }
            return new Notes(SPACE.matcher(main).replaceAll(" ").strip(), all);
        }

        /// The text with the word before the parenthesis replaced, for "(Yuri)" in "Iury (Yuri)
        /// PETROV".
        static String replaceWordBefore(String main, int index, String word) {
            int place = -1;
            for (int i = 0; i <= index; i++) {
                place = main.indexOf(PLACE, place + 1);
                if (place < 0) {
                    return "";
                }
            }
            String before = main.substring(0, place).replace(PLACE, " ").strip();
            int last = before.lastIndexOf(' ');
            if (before.isEmpty()) {
                return "";
            }
            return (last < 0 ? "" : before.substring(0, last + 1))
                    + word
                    + main.substring(place + 1).replace(PLACE, " ");
        }
    }
}
