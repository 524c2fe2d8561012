package manumit.travel.pnrgov;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.travel.Baggage;
import manumit.travel.edifact.Segment;
import manumit.travel.intake.Digits;
import manumit.travel.intake.Intake;
import manumit.travel.warnings.WarningCode;
import org.jspecify.annotations.Nullable;

/// Check-in on one leg: seats and bags of travellers.
final class CheckIn {

    private static final double KG_PER_POUND = 0.45359237;

    private static final Pattern SEAT = Pattern.compile("0*(\\d{1,3}[A-Z])");

    private final Travellers travellers;
    private final Intake intake;

    /// The traveller who checks in; null if not told yet.
    private Travellers.@Nullable Traveller traveller;

    CheckIn(Travellers travellers, Intake intake) {
        this.travellers = travellers;
        this.intake = intake;
    }

    /// TRI: boarding number and reference of the traveller.
    void begin(Segment tri) {
        traveller = travellers.find(tri.text(2, 3), null).orElse(null);
    }

    /// What follows is another check-in.
    void end() {
        traveller = null;
    }

    void setTraveller(Travellers.Traveller named) {
        traveller = named;
    }

    void readSeat(Segment ssd) {
        Matcher seat = SEAT.matcher(ssd.text(1));
        if (!seat.matches()) {
            return;
        }
        if (traveller == null) {
            intake.keep(WarningCode.TRAVELLER_REFERENCE_UNKNOWN, ssd, "SSD");
        } else {
            Travellers.addTo(traveller.person.seats, seat.group(1));
        }
    }

    /// `TBD++pieces:weight:700|701++HP|MP[:ref]+618:tag:count:place…`.
    void readBaggage(Segment tbd) {
        if (traveller == null) {
            intake.keep(WarningCode.TRAVELLER_REFERENCE_UNKNOWN, tbd, "TBD");
            return;
        }
        if (!traveller.person.baggage.equals(Baggage.UNKNOWN)) {
            return;
        }
        int pieces = Digits.number(tbd.text(2, 0), 6);
        int weight = Digits.number(tbd.text(2, 1), 6);
        double weightKg =
                weight >= 0 && tbd.text(2, 2).equals("701") ? weight * KG_PER_POUND : weight;
        List<String> tags = new ArrayList<>();
        for (int element = 5; element < tbd.elements(); element++) {
            String tag = tbd.text(element, 1);
            if (!tag.isEmpty()) {
                String count = tbd.text(element, 2);
                tags.add(count.isEmpty() ? tag : tag + ":" + count);
            }
        }
        traveller.person.baggage = new Baggage(pieces, weightKg, tags, tbd.text(4, 1));
    }
}
