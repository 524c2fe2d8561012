/// Machine-readable zones of travel documents, and passenger messages. Usable alone.
module manumit.travel {
    requires static transitive org.jspecify;

    exports manumit.travel.mrz;
}
