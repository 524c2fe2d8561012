package manumit.travel.pnrgov;

import java.util.ArrayList;
import java.util.List;
import manumit.travel.PartialDate;
import manumit.travel.Payment;
import manumit.travel.Ticket;
import manumit.travel.edifact.Segment;
import manumit.travel.intake.Dates;
import manumit.travel.intake.Intake;
import org.jspecify.annotations.Nullable;

/// Tickets and payments of a booking. Cards are masked here.
final class Tickets {

    private static final int MOST_PAYER_LINES = 8;
    private static final int VENDOR_LETTERS = 2;

    private final PartialDate flightDay;
    private final Intake intake;
    private final List<Ticket> tickets = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();

    /// Whose the last ticket and the last payment are; null if all travellers'.
    private Travellers.@Nullable Traveller ticketHolder;

    private Travellers.@Nullable Traveller paidFor;

    Tickets(PartialDate flightDay, Intake intake) {
        this.flightDay = flightDay;
        this.intake = intake;
    }

    List<Ticket> tickets() {
        return tickets;
    }

    List<Payment> payments() {
        return payments;
    }

    void read(Segment segment, Travellers.@Nullable Traveller traveller) {
        switch (segment.tag()) {
            case "TKT" -> {
                String number = segment.text(1, 0);
                tickets.add(new Ticket(number, reference(traveller), "", "", PartialDate.UNKNOWN));
                ticketHolder = traveller;
                if (traveller != null && !number.isEmpty()) {
                    Travellers.addTo(traveller.person.tickets, number);
                }
            }
            case "MON" -> {
                if (!tickets.isEmpty() && ticketHolder == traveller) {
                    readAmounts(segment);
                }
            }
            case "DAT" -> {
                if (!tickets.isEmpty() && ticketHolder == traveller) {
                    readDates(segment);
                }
            }
            case "FOP" -> readPayments(segment, traveller);
            default -> {
                // PTK, TXD: conditions and taxes, not needed.
            }
        }
    }

    private static String reference(Travellers.@Nullable Traveller traveller) {
        return traveller == null ? "" : traveller.person.travellerReference;
    }

    private void readAmounts(Segment mon) {
        Ticket ticket = tickets.removeLast();
        String base = ticket.base();
        String total = ticket.total();
        for (int element = 1; element < mon.elements(); element++) {
            String amount = (mon.text(element, 1) + " " + mon.text(element, 2)).strip();
            switch (mon.text(element, 0)) {
                case "B" -> base = amount;
                case "T" -> total = amount;
                default -> {
                    // Commissions, penalties and others.
                }
            }
        }
        tickets.add(
                new Ticket(
                        ticket.number(),
                        ticket.travellerReference(),
                        base,
                        total,
                        ticket.issued()));
    }

    private void readDates(Segment dat) {
        for (int element = 1; element < dat.elements(); element++) {
            if (dat.text(element, 0).equals("710")) {
                Ticket ticket = tickets.removeLast();
                PartialDate issued =
                        Dates.dayFirst(dat.text(element, 1), Dates.Kind.EVENT, flightDay)
                                .orElse(PartialDate.UNKNOWN);
                tickets.add(
                        new Ticket(
                                ticket.number(),
                                ticket.travellerReference(),
                                ticket.base(),
                                ticket.total(),
                                issued));
            }
        }
    }

    private void readPayments(Segment fop, Travellers.@Nullable Traveller traveller) {
        for (int element = 1; element < fop.elements(); element++) {
            String form = fop.text(element, 0);
            if (form.isEmpty()) {
                continue;
            }
            // Met too: VI4111…, vendor and number in one.
            String vendor = fop.text(element, 3);
            int split = Math.min(VENDOR_LETTERS, vendor.length());
            payments.add(
                    new Payment(
                            form,
                            vendor.substring(0, split),
                            intake.maskedCard(vendor.substring(split) + fop.text(element, 4)),
                            intake.masked(fop.text(element, 2)),
                            List.of(),
                            reference(traveller)));
            paidFor = traveller;
        }
    }

    /// Who paid, where it is not the traveller: name, address and telephone.
    void readPayer(Segment ift, Travellers.@Nullable Traveller traveller) {
        List<String> lines = new ArrayList<>();
        for (int element = 2; element < ift.elements(); element++) {
            if (!ift.joined(element).isEmpty() && lines.size() < MOST_PAYER_LINES) {
                lines.add(intake.masked(ift.joined(element)));
            }
        }
        Payment payment =
                payments.isEmpty() || paidFor != traveller || !payments.getLast().payer().isEmpty()
                        ? new Payment("", "", "", "", List.of(), reference(traveller))
                        : payments.removeLast();
        payments.add(payment.withPayer(lines));
        paidFor = traveller;
    }
}
