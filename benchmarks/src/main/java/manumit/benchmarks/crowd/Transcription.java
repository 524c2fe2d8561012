package manumit.benchmarks.crowd;

import java.util.Locale;

/// From the letters in which pieces of names are written down to what stands in documents.
enum Transcription {
    /// Pieces in scholars' letters; the original is Arabic.
    ARABIC {
        @Override
        String letters(String pieces) {
            return pieces;
        }

        @Override
        String original(String pieces) {
            StringBuilder out = new StringBuilder(pieces.length());
            for (int i = 0; i < pieces.length(); ) {
                char c = pieces.charAt(i);
                char next = i + 1 < pieces.length() ? pieces.charAt(i + 1) : 0;
                boolean isFirst =
                        i == 0 || pieces.charAt(i - 1) == ' ' || pieces.charAt(i - 1) == '-';
                int two = next == 'h' ? DIGRAPHS.indexOf(c) : -1;
                if (isFirst && c == 'a' && next == 'l' && pieces.startsWith("al-", i)) {
                    out.append("ال");
                    i += 3;
                } else if (two >= 0) {
                    out.append(ARABIC_DIGRAPHS.charAt(two));
                    i += 2;
                } else {
                    int one = SCHOLARS.indexOf(c);
                    if (isFirst && VOWELS.indexOf(c) >= 0) {
                        out.append(c == 'ā' ? 'آ' : 'ا');
                        if (c == 'ī' || c == 'ū') {
                            out.append(c == 'ī' ? 'ي' : 'و');
                        }
                    } else if (one >= 0) {
                        out.append(ARABIC_LETTERS.charAt(one));
                    } else if (c == ' ') {
                        out.append(' ');
                    } else if (c == 'a' && i == pieces.length() - 1) {
                        out.append('ة');
                    }
                    // A doubled consonant is written once; short vowels are not written.
                    i += c == next && one >= 0 ? 2 : 1;
                }
            }
            return out.toString();
        }

        @Override
        String plain(String letters) {
            for (int i = 0; i < letters.length(); i++) {
                if (letters.charAt(i) > 127) {
                    return withoutMarks(letters);
                }
            }
            return letters;
        }
    },
    /// Pieces in Cyrillic, romanised as English passports of the countries were.
    CYRILLIC {
        @Override
        String letters(String pieces) {
            StringBuilder out = new StringBuilder(pieces.length() + 4);
            for (int i = 0; i < pieces.length(); i++) {
                char c = pieces.charAt(i);
                boolean isAfterVowel = i == 0 || "аеиоуыэюяіь".indexOf(pieces.charAt(i - 1)) >= 0;
                if (c == 'е' && isAfterVowel) {
                    out.append("ye");
                    continue;
                }
                if (c == 'и' && i + 1 < pieces.length() && pieces.charAt(i + 1) == 'й') {
                    out.append('y');
                    i++;
                    continue;
                }
                int at = CYRILLIC_LETTERS.indexOf(c);
                out.append(at >= 0 ? ROMAN[at] : String.valueOf(c));
            }
            return out.toString();
        }

        @Override
        String original(String pieces) {
            return capitalised(pieces);
        }

        @Override
        String plain(String letters) {
            return letters;
        }
    },
    /// Each piece says its original itself, or has none.
    WRITTEN {
        @Override
        String letters(String pieces) {
            return pieces;
        }

        @Override
        String original(String pieces) {
            return "";
        }

        @Override
        String plain(String letters) {
            return letters.indexOf('·') < 0 ? letters : letters.replace("·", "");
        }
    },
    /// Latin letters are the original.
    NONE {
        @Override
        String letters(String pieces) {
            return pieces;
        }

        @Override
        String original(String pieces) {
            return "";
        }

        @Override
        String plain(String letters) {
            return letters;
        }
    };

    private static final String VOWELS = "aiueoāīū";
    private static final String DIGRAPHS = "skgtdcz";
    private static final String ARABIC_DIGRAPHS = "شخغثذچژ";
    private static final String SCHOLARS = "bptjḥdrzsṣḍṭẓʿfqklmnhwvyāīūg";
    private static final String ARABIC_LETTERS = "بپتجحدرزسصضطظعفقكلمنهووياي" + "وگ";
    private static final String MARKED = "āīūḥṣḍṭẓ";
    private static final String UNMARKED = "aiuhsdtz";
    private static final String CYRILLIC_LETTERS = "абвгдежзийклмнопрстуфхцчшщыьэюяіїє";
    private static final String[] ROMAN = {
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s",
        "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "y", "", "e", "yu", "ya", "i", "yi", "ye"
    };

    /// Latin letters of joined pieces, lower case, from which spellings are made.
    abstract String letters(String pieces);

    /// Joined pieces in the original script; empty where the rules do not tell.
    abstract String original(String pieces);

    /// Letters as they stand in a document, still lower case.
    abstract String plain(String letters);

    private static String withoutMarks(String letters) {
        StringBuilder out = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            int at = MARKED.indexOf(c);
            if (c != 'ʿ') {
                out.append(at >= 0 ? UNMARKED.charAt(at) : c);
            }
        }
        return out.toString();
    }

    /// With a capital at each word and after each hyphen; the article `al-` keeps its small letter.
    static String capitalised(String text) {
        StringBuilder out = null;
        boolean isStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isStart && Character.isLowerCase(c) && !text.startsWith("al-", i)) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, Character.toUpperCase(c));
            }
            isStart = c == ' ' || c == '-' || (isStart && c == '\'');
        }
        return out == null ? text : out.toString();
    }

    static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
