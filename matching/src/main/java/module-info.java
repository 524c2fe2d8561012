/// Is this traveller that person? Names, dates and documents in; candidates, evidence and a score
/// out. Usable alone: no framework, no database, no transport.
module manumit.matching {
    requires com.ibm.icu;
    requires static transitive org.jspecify;

    exports manumit.matching;
    exports manumit.matching.documentindex;
    exports manumit.matching.similarity;
    exports manumit.matching.text;
}
