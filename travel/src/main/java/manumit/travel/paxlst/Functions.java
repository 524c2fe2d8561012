package manumit.travel.paxlst;

import manumit.travel.ListFunction;

/// What the codes in BGM mean.
final class Functions {

    /// @param known whether both codes are in the guides
    record Reading(ListFunction function, boolean known) {}

    private Functions() {}

    /// @param document BGM 1001
    /// @param function BGM 1004; empty for an original list
    static Reading of(String document, String function) {
        return switch (document) {
            case "745", "655" -> passengers(function);
            case "266" -> passengers(function.isEmpty() ? "CL" : function);
            case "250" -> crew(function);
            case "336" -> masterCrew(function);
            default -> new Reading(passengers(function).function(), false);
        };
    }

    private static Reading passengers(String function) {
        return switch (function) {
            case "", "9" -> known(ListFunction.FULL);
            case "CP", "CI" -> known(ListFunction.CHANGE);
            case "XR", "RP", "DE" -> known(ListFunction.CANCEL);
            case "CLOB", "DC" -> known(ListFunction.ON_BOARD);
            case "CLNB" -> known(ListFunction.NOT_ON_BOARD);
            case "CL" -> known(ListFunction.CLOSED);
            case "XF" -> known(ListFunction.FLIGHT_CANCELLED);
            case "CF" -> known(ListFunction.FLIGHT_CHANGED);
            default -> new Reading(ListFunction.UNKNOWN, false);
        };
    }

    /// Scheduled lists and their changes, for passenger, cargo, overflying and domestic flights.
    private static Reading crew(String function) {
        return switch (function) {
            case "", "C", "B", "A", "D", "E", "F" -> known(ListFunction.FULL);
            case "CC", "BC", "AC", "DC", "EC", "FC" -> known(ListFunction.CHANGE);
            default -> new Reading(ListFunction.UNKNOWN, false);
        };
    }

    private static Reading masterCrew(String function) {
        return switch (function) {
            case "", "G", "I" -> known(ListFunction.CHANGE);
            case "H" -> known(ListFunction.CANCEL);
            default -> new Reading(ListFunction.UNKNOWN, false);
        };
    }

    private static Reading known(ListFunction function) {
        return new Reading(function, true);
    }
}
