package manumit.travel.mrz;

/// Where a document number stands. TD1 and TD2 put numbers of more than nine characters into the
/// optional data: a filler stands for the check digit, the rest and the check digit follow there.
///
/// @param from first nine characters, inclusive
/// @param to exclusive
/// @param restFrom rest of a long number, inclusive
/// @param restTo exclusive; equals `restFrom` if the number is not long
/// @param digit position of the check digit
record NumberSpan(int from, int to, int restFrom, int restTo, int digit) {

    static NumberSpan of(MrzFormat format, char[] text) {
        MrzLayout layout = MrzLayout.of(format);
        MrzLayout.Span number = layout.span(MrzField.NUMBER);
        int from = number.from();
        int to = number.to();
        if ((format == MrzFormat.TD1 || format == MrzFormat.TD2)
                && text[to] == '<'
                && text[to - 1] != '<') {
            MrzLayout.Span optional = layout.span(MrzField.OPTIONAL);
            int end = optional.from();
            while (end < optional.to() && text[end] != '<') {
                end++;
            }
            if (end - optional.from() >= 2) {
                return new NumberSpan(from, to, optional.from(), end - 1, end - 1);
            }
        }
        return new NumberSpan(from, to, to, to, number.digit());
    }

    boolean isLong() {
        return restTo > restFrom;
    }

    /// Positions of all characters without the check digit.
    int[] positions() {
        int[] positions = new int[to - from + restTo - restFrom];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i < to - from ? from + i : restFrom + i - (to - from);
        }
        return positions;
    }

    boolean holds(char[] text) {
        char digit = new CheckDigit().add(text, from, to).add(text, restFrom, restTo).digit();
        return text[this.digit] == digit || (text[this.digit] == '<' && isEmpty(text));
    }

    String number(char[] text) {
        return new String(text, from, to - from) + new String(text, restFrom, restTo - restFrom);
    }

    private boolean isEmpty(char[] text) {
        for (int position : positions()) {
            if (text[position] != '<') {
                return false;
            }
        }
        return true;
    }
}
