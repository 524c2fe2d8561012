/// Messages of carriers about travellers: PAXLST passenger lists, PNRGOV bookings, CUSRES answers;
/// and machine-readable zones.
///
/// Knows no other module of Manumit. {@link manumit.travel.TravelMessages} is the way in.
module manumit.travel {
    requires static transitive org.jspecify;

    exports manumit.travel;
    exports manumit.travel.cusres;
    exports manumit.travel.edifact;
    exports manumit.travel.mrz;
    exports manumit.travel.warnings;
}
