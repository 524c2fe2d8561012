package manumit.lists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.matching.BirthDate;

/// Birth dates in the wording of published lists: `17.3.2014`, `12 March 1961`, `circa 1951`, `1951
/// to 1953`, `(a) 1955, (b) circa 1952`, `24.6.1964 or 25.6.1964`, and so on.
///
/// @param dates alternatives in the order of the text, each once
/// @param unreadable parts that are no date; 0 where all of the text was understood
record DateText(List<BirthDate> dates, int unreadable) {

    /// Longest text looked at, in UTF-16 units.
    private static final int MAX_LENGTH = 2_000;

    private static final Set<String> NOT_GIVEN =
            Set.of("", "-", "-0-", "n/d", "n/a", "na", "nd", "unknown", "not known", "none");

    private static final Pattern SPACE = Pattern.compile("[\\s\\h]+");
    private static final Pattern QUOTES = Pattern.compile("[\"“”‘’«»]");
    private static final Pattern OTHER_FIELD =
            Pattern.compile("\\b(pob|place of birth|nationality|gender|sex|passport)\\b.*");
    private static final Pattern OR_IN_PARENTHESES = Pattern.compile("\\(\\s*or\\s+([^()]*)\\)");
    private static final Pattern QUALIFIER =
            Pattern.compile("\\((probably|possibly|approximately|approx\\.?|circa|c\\.)\\)");

    /// Other calendars are not converted: which of their variants was meant is not said.
    private static final Pattern OTHER_CALENDAR =
            Pattern.compile("[^;,]*\\([^()]*(hijri|shamsi|solar|lunar)[^()]*\\)");

    private static final Pattern MARKER =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\(?([a-z]|i{1,3}|iv|v|vi{0,3})\\)\\s*");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)?");
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile(month("m") + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s*(\\d{4})");
    private static final Pattern SEPARATOR = Pattern.compile("[;,|]|\\band/or\\b|\\bor\\b");

    private static final Pattern LEAD =
            Pattern.compile("^(probably|possibly|date of birth|dob|born|on|in)\\b[:.]?\\s*");
    private static final Pattern CIRCA =
            Pattern.compile(
                    "^(circa|c\\.?|ca\\.?|approximately|approx\\.?|about|around|~)\\s*(?=[\\d\\p{L}])");

    private static final Pattern BETWEEN =
            Pattern.compile("^(?:between|from)\\s+(.+?)\\s+(?:and|to)\\s+(.+)$");
    private static final Pattern TO = Pattern.compile("^(.+?)\\s+(?:to|until)\\s+(.+)$");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})\\s*[-–/]\\s*(\\d{4})");
    private static final Pattern DECADE = Pattern.compile("(?:(early|mid|late)[- ])?(\\d{3})0'?s");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:t[\\d:.z+-]*)?");
    private static final Pattern DOTTED =
            Pattern.compile("(\\d{1,2})\\s*[. ]\\s*(\\d{1,2})\\s*[. ]\\s*(\\d{4})");
    private static final Pattern SLASHED =
            Pattern.compile("(\\d{1,2})\\s*[/-]\\s*(\\d{1,2})\\s*[/-]\\s*(\\d{4})");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[.\\s-]*" + month("m") + "[,\\s-]*(\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile(month("m") + "[,\\s-]*(\\d{4})");
    private static final Pattern MONTHS_YEAR =
            Pattern.compile(month("m") + "\\s*(?:/|-|and)\\s*" + month("n") + "\\s*(\\d{4})");

    DateText {
        dates = List.copyOf(dates);
    }

    private static String month(String group) {
        return "(?<" + group + ">jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    }

    /// Reads all alternatives of a text.
    static DateText read(String text) {
        if (text.length() > MAX_LENGTH) {
            return new DateText(List.of(), 1);
        }
        String t = SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        t = QUOTES.matcher(t).replaceAll(" ").strip();
        if (NOT_GIVEN.contains(t)) {
            return new DateText(List.of(), 0);
        }
        t = OTHER_FIELD.matcher(t).replaceAll("");
        t = OR_IN_PARENTHESES.matcher(t).replaceAll(" or $1");
        t = QUALIFIER.matcher(t).replaceAll("$1 ");
        String gregorian = OTHER_CALENDAR.matcher(t).replaceAll("");
        boolean otherCalendar = !gregorian.equals(t);
        t = MARKER.matcher(gregorian).replaceAll(";");
        t = PARENTHESES.matcher(t).replaceAll(" ");
        t = MONTH_DAY_YEAR.matcher(t).replaceAll("$2 ${m} $3");
        Set<BirthDate> dates = new LinkedHashSet<>();
        int unreadable = 0;
        for (String part : SEPARATOR.split(t, -1)) {
            String p = part.strip();
            if (p.isEmpty() || NOT_GIVEN.contains(p)) {
                continue;
            }
            List<BirthDate> read = part(p);
            dates.addAll(read);
            unreadable += read.isEmpty() ? 1 : 0;
        }
        if (dates.isEmpty() && otherCalendar) {
            unreadable = 1;
        }
        return new DateText(List.copyOf(dates), unreadable);
    }

    private static List<BirthDate> part(String part) {
        List<BirthDate> one = alternatives(part);
        if (!one.isEmpty() || part.indexOf('/') < 0) {
            return one;
        }
        List<BirthDate> all = new ArrayList<>();
        for (String p : part.split("/", -1)) {
            List<BirthDate> read = alternatives(p.strip());
            if (read.isEmpty()) {
                return List.of();
            }
            all.addAll(read);
        }
        return all;
    }

    private static List<BirthDate> alternatives(String part) {
        String p = part.endsWith(".") ? part.substring(0, part.length() - 1).strip() : part;
        p = LEAD.matcher(p).replaceFirst("");
        Matcher circa = CIRCA.matcher(p);
        boolean about = circa.find();
        if (about) {
            p = p.substring(circa.end());
        }
        try {
            Matcher m = MONTHS_YEAR.matcher(p.startsWith("between ") ? p.substring(8) : p);
            if (m.matches()) {
                int year = Integer.parseInt(m.group(3));
                return List.of(
                        new BirthDate.Month(YearMonth.of(year, monthOf(m.group("m")))),
                        new BirthDate.Month(YearMonth.of(year, monthOf(m.group("n")))));
            }
            m = BETWEEN.matcher(p);
            if (!m.matches()) {
                m = TO.matcher(p);
            }
            if (m.matches()) {
                return range(m.group(1), m.group(2)).map(List::of).orElse(List.of());
            }
            return single(p, about).map(List::of).orElse(List.of());
        } catch (DateTimeException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Optional<BirthDate> range(String first, String last) {
        Optional<BirthDate> from = single(CIRCA.matcher(first.strip()).replaceFirst(""), false);
        Optional<BirthDate> to = single(CIRCA.matcher(last.strip()).replaceFirst(""), false);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(between(from.get().earliestYear(), to.get().latestYear()));
    }

    private static BirthDate between(int first, int last) {
        return first == last
                ? new BirthDate.InYear(first)
                : new BirthDate.Between(Math.min(first, last), Math.max(first, last));
    }

    private static Optional<BirthDate> single(String p, boolean about) {
        Optional<BirthDate> plain = BirthDate.find(p);
        if (plain.isPresent()) {
            return about ? plain.map(d -> circa(d)) : plain;
        }
        Optional<BirthDate> date = worded(p);
        return about ? date.map(d -> circa(d)) : date;
    }

    /// About a day or a month says no more than about the year.
    private static BirthDate circa(BirthDate date) {
        return date.earliestYear() == date.latestYear()
                ? new BirthDate.Circa(date.earliestYear())
                : date;
    }

    private static Optional<BirthDate> worded(String p) {
        Matcher m = ISO.matcher(p);
        if (m.matches()) {
            return day(m.group(1), m.group(2), m.group(3));
        }
        m = DOTTED.matcher(p);
        if (m.matches()) {
            return day(m.group(3), m.group(2), m.group(1));
        }
        m = DAY_MONTH_YEAR.matcher(p);
        if (m.matches()) {
            return Optional.of(
                    new BirthDate.Day(
                            LocalDate.of(
                                    Integer.parseInt(m.group(3)),
                                    monthOf(m.group("m")),
                                    Integer.parseInt(m.group(1)))));
        }
        m = MONTH_YEAR.matcher(p);
        if (m.matches()) {
            return Optional.of(
                    new BirthDate.Month(
                            YearMonth.of(Integer.parseInt(m.group(2)), monthOf(m.group("m")))));
        }
        m = YEARS.matcher(p);
        if (m.matches()) {
            return Optional.of(between(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
        }
        m = COMPACT.matcher(p);
        if (m.matches()) {
            return day(m.group(1), m.group(2), m.group(3));
        }
        m = DECADE.matcher(p);
        if (m.matches()) {
            return Optional.of(decade(m));
        }
        return slashed(p);
    }

    /// `3/4/1964` is the third of April to some and the fourth of March to others: read only where
    /// one of the two cannot be a month.
    private static Optional<BirthDate> slashed(String p) {
        Matcher m = SLASHED.matcher(p);
        if (!m.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(2));
        if (first <= 12 && second <= 12 && first != second) {
            return Optional.empty();
        }
        return first > 12
                ? day(m.group(3), m.group(2), m.group(1))
                : day(m.group(3), m.group(1), m.group(2));
    }

    private static BirthDate decade(Matcher m) {
        int start = Integer.parseInt(m.group(2)) * 10;
        String part = m.group(1);
        if (part == null) {
            return new BirthDate.Between(start, start + 9);
        }
        return switch (part) {
            case "early" -> new BirthDate.Between(start, start + 3);
            case "late" -> new BirthDate.Between(start + 6, start + 9);
            default -> new BirthDate.Between(start + 3, start + 7);
        };
    }

    private static Optional<BirthDate> day(String year, String month, String day) {
        return Optional.of(
                BirthDate.of(
                        Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    }

    private static int monthOf(String abbreviation) {
        return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(abbreviation) / 3 + 1;
    }
}
