package manumit.cli.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import manumit.cli.output.SafeText;
import manumit.matching.BirthDate;
import manumit.matching.Evidence;
import manumit.matching.Field;
import manumit.matching.Name;
import manumit.matching.Outcome;
import manumit.matching.Particulars;

/// Says evidence in words, for example "family name near: Petrov / Petroff" or "other birth year:
/// 1964 / 1971". The sentences stand in the resource `EvidenceWords.properties`, one file for each
/// language. Immutable.
public final class EvidenceWords {

    private final ResourceBundle sentences;

    private EvidenceWords(ResourceBundle sentences) {
        this.sentences = sentences;
    }

    public static EvidenceWords english() {
        return of(Locale.ROOT);
    }

    /// The words of a language, English where there is no file for it.
    public static EvidenceWords of(Locale locale) {
        return new EvidenceWords(
                ResourceBundle.getBundle(
                        "manumit.cli.evidence.EvidenceWords",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /// The sentence for one piece of evidence.
    ///
    /// @param query whose names tell given names from family names where they know it
    /// @param record likewise
    public String say(Evidence evidence, Particulars query, Particulars record) {
        String key = subject(evidence, query, record) + "." + evidence.outcome().code();
        return sentences
                .getString(key)
                .replace("{pair}", pair(evidence))
                .replace("{one}", SafeText.of(one(evidence)))
                .replace("{side}", sentences.getString(side(evidence)));
    }

    /// The word for an outcome: "agree", "near" …
    public String outcome(Outcome outcome) {
        return sentences.getString("outcome." + outcome.code());
    }

    /// The word for a field: "name", "birth date" …
    public String field(Field field) {
        return sentences.getString("field." + field.code());
    }

    private static String subject(Evidence evidence, Particulars query, Particulars record) {
        return switch (evidence.field()) {
            case NAME -> namePart(evidence, query, record);
            case BIRTH_DATE -> birthDateSubject(evidence);
            case PRIOR, NAME_FORM, SEX, NATIONALITY, BIRTH_PLACE, DOCUMENT, KIND ->
                    evidence.field().code();
        };
    }

    private static String namePart(Evidence evidence, Particulars query, Particulars record) {
        boolean family =
                isAmong(evidence.query(), query, true) || isAmong(evidence.record(), record, true);
        boolean given =
                isAmong(evidence.query(), query, false)
                        || isAmong(evidence.record(), record, false);
        if (family == given) {
            return "name";
        }
        return family ? "family_name" : "given_name";
    }

    private static boolean isAmong(String part, Particulars of, boolean family) {
        Set<String> words = words(part);
        return !words.isEmpty()
                && of.names().stream()
                        .filter(Name::hasParts)
                        .map(name -> words(family ? name.familyName() : name.givenNames()))
                        .anyMatch(known -> known.containsAll(words));
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        words.addAll(List.of(text.strip().split("[\\s,'’-]+")));
        words.remove("");
        return words;
    }

    /// Birth dates are worth a closer word than "near" and "other".
    private static String birthDateSubject(Evidence evidence) {
        BirthDate query = BirthDate.find(evidence.query()).orElse(null);
        BirthDate record = BirthDate.find(evidence.record()).orElse(null);
        if (query instanceof BirthDate.Day(LocalDate q)
                && record instanceof BirthDate.Day(LocalDate r)) {
            if (evidence.outcome() == Outcome.NEAR
                    && q.getYear() == r.getYear()
                    && q.getMonthValue() == r.getDayOfMonth()
                    && q.getDayOfMonth() == r.getMonthValue()) {
                return "birth_date_swapped";
            }
            return "birth_date";
        }
        if (query == null || record == null) {
            return "birth_date";
        }
        return query.earliestYear() == record.earliestYear()
                        && query.latestYear() == record.latestYear()
                ? "birth_year_same"
                : "birth_year";
    }

    private static String pair(Evidence evidence) {
        return evidence.query().equals(evidence.record())
                ? SafeText.of(evidence.query())
                : SafeText.of(evidence.query()) + " / " + SafeText.of(evidence.record());
    }

    private static String one(Evidence evidence) {
        return evidence.query().isEmpty() ? evidence.record() : evidence.query();
    }

    private static String side(Evidence evidence) {
        return evidence.query().isEmpty() ? "side.record" : "side.query";
    }
}
