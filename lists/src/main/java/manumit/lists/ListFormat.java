package manumit.lists;

/// A format of lists that is recognised and read.
public enum ListFormat {
    /// `sdn.csv` of the US Treasury (Office of Foreign Assets Control): 12 columns, no header.
    OFAC_SDN("ofac-sdn"),
    /// `alt.csv`: aliases of the records of `sdn.csv`, 5 columns.
    OFAC_ALT("ofac-sdn"),
    /// `add.csv`: addresses, 6 columns. Recognised so that the three can be given together; no
    /// address is read.
    OFAC_ADD("ofac-sdn"),
    /// The Consolidated Screening List of the United States.
    US_CONSOLIDATED("us-csl"),
    /// The Consolidated List of the United Nations Security Council.
    UN_XML("un-sc"),
    /// Annexes of the Official Journal of the European Union, transcribed.
    EU_JOURNAL("eu-oj"),
    /// FollowTheMoney entities, one JSON object a line.
    FOLLOW_THE_MONEY(""),
    /// Manumit's own CSV.
    OWN_CSV(""),
    /// Manumit's own NDJSON.
    OWN_NDJSON("");

    private final String list;

    ListFormat(String list) {
        this.list = list;
    }

    /// The publisher's short name, or empty where the file names its list.
    String list() {
        return list;
    }
}
