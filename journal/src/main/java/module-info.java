/// Who did what, why and for which operation: an append-only, hash-chained journal on PostgreSQL.
module manumit.journal {
    requires transitive java.sql;
    requires tools.jackson.core;
    requires static transitive org.jspecify;

    exports manumit.journal;

    // The schema, for a program that runs migrations of its own.
    opens manumit.journal;
}
