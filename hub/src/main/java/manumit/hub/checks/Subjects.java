package manumit.hub.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import manumit.journal.Act;
import manumit.journal.SubjectHash;
import manumit.journal.SubjectKey;
import manumit.matching.BirthDate;
import manumit.matching.Name;
import manumit.matching.Particulars;
import manumit.matching.TravelDocument;
import org.springframework.stereotype.Component;

/// The persons that a check is about, as the journal finds them again: by each document, and by
/// name with birth date.
///
/// Kinds of identifiers: `document`, its number; `name-and-birth`, the words of a name in the order
/// of the alphabet and the date, such as `ABENA MENSAH OSEI 1991-04-02`.
@Component
class Subjects {

    static final String DOCUMENT = "document";
    static final String NAME_AND_BIRTH = "name-and-birth";

    private final SubjectKey key;

    Subjects(SubjectKey key) {
        this.key = key;
    }

    List<SubjectHash> of(Particulars traveller) {
        List<SubjectHash> hashes = new ArrayList<>();
        for (TravelDocument document : traveller.documents()) {
            add(hashes, DOCUMENT, document.number());
        }
        for (BirthDate birth : traveller.birthDates()) {
            for (Name name : traveller.names()) {
                add(hashes, NAME_AND_BIRTH, words(name.whole()) + " " + birth);
            }
        }
        return hashes.stream().distinct().limit(Act.MOST_SUBJECTS).toList();
    }

    private void add(List<SubjectHash> hashes, String kind, String value) {
        if (value.codePoints().anyMatch(Character::isLetterOrDigit)) {
            hashes.add(key.hash(kind, value));
        }
    }

    private static String words(String name) {
        List<String> words = new ArrayList<>();
        String upper = name.toUpperCase(Locale.ROOT);
        int begin = 0;
        for (int i = 0; i <= upper.length(); ) {
            int letter = i == upper.length() ? ' ' : upper.codePointAt(i);
            if (!isOfAWord(letter)) {
                if (i > begin) {
                    words.add(upper.substring(begin, i));
                }
                begin = i + Character.charCount(letter);
            }
            i += Character.charCount(letter);
        }
        words.sort(null);
        return String.join(" ", words);
    }

    /// Letters, marks and numbers.
    private static boolean isOfAWord(int letter) {
        return Character.isLetterOrDigit(letter)
                || switch (Character.getType(letter)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER ->
                            true;
                    default -> false;
                };
    }
}
