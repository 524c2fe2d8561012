/// The check path without transport: passengers and documents in, candidates out; and flights, put
/// together from the messages about them. Shared by whatever receives messages, so that all give
/// the same answers.
module manumit.screening {
    requires transitive manumit.lists;
    requires transitive manumit.matching;
    requires transitive manumit.travel;
    requires static transitive org.jspecify;

    exports manumit.screening;
}
