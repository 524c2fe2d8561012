package manumit.lists;

/// Everything that can be wrong with an input, and what is done about it. Codes are stable: people
/// sort and count by them. `docs/lists.md` explains them to users and is checked against this list.
public enum RejectCode {
    /// A row is not well-formed CSV (a quote that is never closed, text behind a closing quote).
    /// The row is left out.
    ROW_BROKEN("row-broken", Effect.RECORD_LEFT_OUT),
    /// A row has another number of cells than its header or format. The row is left out.
    ROW_COLUMNS("row-columns", Effect.RECORD_LEFT_OUT),
    /// A line or a multi-line row is longer than is read. It is left out.
    ROW_TOO_LONG("row-too-long", Effect.RECORD_LEFT_OUT),
    /// A line is not one well-formed JSON object within the limits. The line is left out.
    JSON_BROKEN("json-broken", Effect.RECORD_LEFT_OUT),
    /// The XML ends early or is not well-formed. What came before is kept, the rest is lost.
    XML_BROKEN("xml-broken", Effect.REST_LEFT_OUT),
    /// The XML has a document type declaration, which no list needs and attacks do. Nothing is
    /// read.
    XML_DOCTYPE("xml-doctype", Effect.REST_LEFT_OUT),
    /// Compressed data ends early or is damaged. What came before is kept, the rest is lost.
    GZIP_BROKEN("gzip-broken", Effect.REST_LEFT_OUT),
    /// Bytes that are not UTF-8 were read as windows-1252. Reported once per file.
    CHARSET_GUESSED("charset-guessed", Effect.VALUE_GUESSED),
    /// A record without a name (in travellers: without name and document). Left out.
    NAME_MISSING("name-missing", Effect.RECORD_LEFT_OUT),
    /// A record without its publisher's reference. Left out.
    REFERENCE_MISSING("reference-missing", Effect.RECORD_LEFT_OUT),
    /// A reference that came before. The record is kept, with `#` and its line added.
    REFERENCE_REPEATED("reference-repeated", Effect.VALUE_GUESSED),
    /// An alias row whose main record is not in the files given. The alias is left out.
    ALIAS_WITHOUT_RECORD("alias-without-record", Effect.RECORD_LEFT_OUT),
    /// More aliases or linked documents in separate rows than are held in memory. The rest of them
    /// is left out. Reported once per file.
    LINKED_ROWS_LIMIT("linked-rows-limit", Effect.RECORD_LEFT_OUT),
    /// A birth date in no accepted form, ambiguous, or impossible. The record is kept without it.
    BIRTH_DATE_UNREADABLE("birth-date-unreadable", Effect.VALUE_LEFT_OUT),
    /// Neither code nor name of a country. The record is kept without it.
    COUNTRY_UNKNOWN("country-unknown", Effect.VALUE_LEFT_OUT),
    /// A sex in no accepted form. The record is kept without it.
    SEX_UNREADABLE("sex-unreadable", Effect.VALUE_LEFT_OUT),
    /// A document cell in which no number could be found. The record is kept without it.
    DOCUMENT_UNREADABLE("document-unreadable", Effect.VALUE_LEFT_OUT),
    /// An unknown type of document. The document is kept with type `UNKNOWN`.
    DOCUMENT_TYPE_UNKNOWN("document-type-unknown", Effect.VALUE_LEFT_OUT),
    /// An unknown kind of record. The record is kept with kind `UNKNOWN`.
    KIND_UNKNOWN("kind-unknown", Effect.VALUE_LEFT_OUT),
    /// A machine-readable zone that cannot be read. The traveller is kept without it.
    MRZ_UNREADABLE("mrz-unreadable", Effect.VALUE_LEFT_OUT),
    /// A machine-readable zone with a check digit that does not hold, or only after a repair. It is
    /// used; a repaired number is asked about as read too.
    MRZ_DOUBTFUL("mrz-doubtful", Effect.VALUE_GUESSED),
    /// A machine-readable zone says something else than another column. Both are used; a sex that
    /// is contradicted is unknown.
    MRZ_CONTRADICTS("mrz-contradicts", Effect.VALUE_GUESSED);

    /// What becomes of the place that a reject names.
    public enum Effect {
        VALUE_LEFT_OUT,
        VALUE_GUESSED,
        RECORD_LEFT_OUT,
        REST_LEFT_OUT
    }

    private final String code;
    private final Effect effect;

    RejectCode(String code, Effect effect) {
        this.code = code;
        this.effect = effect;
    }

    /// Lower case with hyphens, as in the rejects file.
    public String code() {
        return code;
    }

    public Effect effect() {
        return effect;
    }
}
