/// Readers of published lists and of Manumit's own formats.
module manumit.lists {
    requires transitive manumit.matching;
    requires transitive manumit.travel;
    requires de.siegmar.fastcsv;
    requires tools.jackson.core;
    requires java.xml;
    requires static transitive org.jspecify;

    exports manumit.lists;
}
