package manumit.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.Query;
import manumit.matching.Watchlist;
import manumit.screening.FlightAssemblies.Bounds;
import manumit.screening.FlightScreening.Update;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import manumit.travel.Completeness;
import manumit.travel.Novelty;
import manumit.travel.Presence;
import manumit.travel.TravelMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class FlightScreeningTest {

    private static final Bounds BOUNDS = new Bounds(2, Duration.ofHours(1), 4, 5);

    /// A clock that is put forward by hand.
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2028-07-28T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /// A list that answers nothing and counts the questions.
    private static final class CountingList implements Watchlist {
        private final List<String> asked = new ArrayList<>();
        private boolean isBroken;

        @Override
        public List<Candidate> candidates(Query query) {
            if (isBroken) {
                throw new IllegalStateException("the list is broken");
            }
            asked.add(query.particulars().names().getFirst().whole());
            return List.of();
        }

        @Override
        public void put(Identity identity) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void putAll(Collection<Identity> identities) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(String list, String entity) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int size() {
            return 0;
        }
    }

    private static final String TELLING_IVO = "NAD+FL+++PETROV:IVO'DTM+329:840217'ATT+2++M'";
    private static final String BOOKED_IVO =
            "TIF+PETROV+IVO:A:1'SSR+DOCS:HK:1:ZZ:::::////" + "/17FEB84/M//PETROV/IVO'";

    private final SetClock clock = new SetClock();
    private final CountingList list = new CountingList();
    private final FlightAssemblies flights = new FlightAssemblies(BOUNDS, clock);
    private final FlightScreening screening =
            new FlightScreening(PassengerScreening.of(list), flights);

    @Test
    void partsAreScreenedAsTheyComeAndCompletenessIsCounted() {
        Update second = screening.screen(Messages.list(123, "S1+02:F", Messages.LARA, 3));
        Update first =
                screening.screen(Messages.list(123, "S1+01:C", Messages.ANNA + Messages.IVO, 3));

        assertThat(second.change().passengers()).isEqualTo(new Completeness.Incomplete(1, 2));
        assertThat(first.change().passengers()).isEqualTo(new Completeness.Complete(3, 3));
        assertThat(first.change().novelty()).isEqualTo(Novelty.PART);
        assertThat(list.asked).containsExactly("LARA MERU", "ANNA ERIKSSON", "IVO PETROV");
    }

    @Test
    void aRepeatedMessageIsScreenedOnce() {
        TravelMessage message = Messages.list(123, "", Messages.ANNA + Messages.IVO, 2);
        screening.screen(message);
        Update again = screening.screen(message);

        assertThat(again.change().novelty()).isEqualTo(Novelty.DUPLICATE);
        assertThat(again.results()).isEmpty();
        assertThat(again.change().unchanged()).isEqualTo(2);
        assertThat(list.asked).hasSize(2);
    }

    @Test
    void anUpdateScreensNewAndChangedPersonsOnly() {
        screening.screen(Messages.list(123, "", Messages.ANNA + Messages.IVO, 2));
        Update update =
                screening.screen(
                        Messages.list(
                                123,
                                "",
                                Messages.ANNA
                                        + Messages.IVO.replace("840217", "840218")
                                        + Messages.LARA,
                                3));

        assertThat(list.asked)
                .containsExactly("ANNA ERIKSSON", "IVO PETROV", "LARA MERU", "IVO PETROV");
        assertThat(update.change().unchanged()).isEqualTo(1);
        assertThat(update.results())
                .extracting(result -> result.person().isChanged())
                .containsExactly(false, true);
    }

    @Test
    void twoPersonsOfWhomTheSameIsKnownAreBothScreened() {
        String twin = "NAD+FL+++MERU:INFANT'";
        Update update = screening.screen(Messages.list(123, "", twin + twin, 2));

        assertThat(update.results()).hasSize(2);
    }

    @Test
    void bookingsAreScreenedOnceTooAndApartFromLists() {
        screening.screen(Messages.list(123, "", "NAD+FL+++PETROV:IVO'", 1));
        Update bookings = screening.screen(Messages.bookings("AAA111", "TIF+PETROV+IVO:A:1'"));
        Update changed =
                screening.screen(
                        Messages.bookings("AAA111", "TIF+PETROV+IVO:A:1'TIF+MERU+LARA:A:2'"));

        assertThat(bookings.results()).hasSize(1);
        assertThat(bookings.results().getFirst().person().passenger().locator())
                .isEqualTo("AAA111");
        assertThat(bookings.change().bookings()).isEqualTo(new Completeness.Complete(1, 1));
        assertThat(changed.results()).hasSize(1);
        assertThat(changed.change().unchanged()).isEqualTo(1);
        assertThat(flights.size()).isEqualTo(1);
    }

    @Test
    void aPassengerWhoseListAndBookingSayTheSameIsAskedAboutOnce() {
        Update onList = screening.screen(Messages.list(123, "", TELLING_IVO, 1));
        Update booked = screening.screen(Messages.bookings("AAA111", BOOKED_IVO));
        Update again = screening.screen(Messages.bookings("AAA111", BOOKED_IVO + "SSR+CHLD'"));

        assertThat(list.asked).containsExactly("IVO PETROV");
        assertThat(booked.results()).isEmpty();
        assertThat(booked.change().alike())
                .extracting(alike -> alike.question())
                .containsExactly(onList.results().getFirst().person().question());
        assertThat(booked.change().alike().getFirst().passenger().locator()).isEqualTo("AAA111");
        assertThat(again.change().unchanged()).isEqualTo(1);
    }

    @Test
    void theBookingMayComeFirst() {
        screening.screen(Messages.bookings("AAA111", BOOKED_IVO));
        Update onList = screening.screen(Messages.list(123, "", TELLING_IVO + TELLING_IVO, 2));

        assertThat(onList.change().alike()).hasSize(1);
        assertThat(onList.results()).as("the second of the name").hasSize(1);
    }

    @Test
    void whoIsOfAnotherBookingIsAskedAboutEvenIfAllElseIsTheSame() {
        screening.screen(Messages.list(123, "", TELLING_IVO + "RFF+AVF:BBB222'", 1));
        Update booked = screening.screen(Messages.bookings("AAA111", BOOKED_IVO));

        assertThat(booked.results()).hasSize(1);
    }

    @Test
    void aNameAloneIsTheSamePersonOnlyInTheSameBooking() {
        String name = "NAD+FL+++PETROV:IVO'";
        screening.screen(Messages.list(123, "", name + "RFF+AVF:AAA111'", 1));
        Update same = screening.screen(Messages.bookings("AAA111", "TIF+PETROV+IVO:A:1'"));
        screening.screen(Messages.list(124, "", name, 1));

        assertThat(same.change().alike()).hasSize(1);
        assertThat(list.asked).hasSize(2);
    }

    /// They were counted as unchanged, and nobody was told.
    @Test
    void whoBoardsIsToldWithoutBeingAskedAboutAgain() {
        screening.screen(Messages.list(123, "", Messages.ANNA + Messages.IVO, 2));
        Update closed = screening.screen(Messages.closeOut(123, Messages.IVO));

        assertThat(list.asked).hasSize(2);
        assertThat(closed.change().moved())
                .extracting(
                        moved -> moved.passenger().name().given() + " " + moved.presence().name())
                .containsExactly("IVO BOARDED");
    }

    @Test
    void whoseBookingIsCancelledIsToldThoughTheMessageNamesNobody() {
        screening.screen(Messages.bookings("AAA111", BOOKED_IVO));
        Update cancelled = screening.screen(Messages.bookings("AAA111", "ORG'"));
        Update repeated = screening.screen(Messages.bookings("AAA111", "ORG'SSR+CHLD'"));
        Update restored = screening.screen(Messages.bookings("AAA111", BOOKED_IVO + "RPI'"));

        assertThat(cancelled.change().moved())
                .extracting(moved -> moved.presence())
                .containsExactly(Presence.CANCELLED);
        assertThat(repeated.change().moved()).isEmpty();
        assertThat(restored.change().moved())
                .extracting(moved -> moved.presence())
                .containsExactly(Presence.LISTED);
    }

    /// Found by `NobodyLostTest`: the older list was taken as unchanged, and its document never
    /// asked about, depending on which of the two came first.
    @Test
    void whatALateListSaysIsAskedAboutToo() {
        String document = "NAD+FL+++PETROV:IVO'DTM+329:840217'RFF+ABO:A2'DOC+P+X1'";
        screening.screen(Messages.listPreparedAt("1000", Messages.IVO));
        Update late = screening.screen(Messages.listPreparedAt("0900", document));

        assertThat(late.change().novelty()).isEqualTo(Novelty.LATE);
        assertThat(late.results()).hasSize(1);
        assertThat(late.results().getFirst().screened().asked().documents()).hasSize(1);
    }

    /// They were asked about again with each push.
    @Test
    void bookingsWithoutLocatorAreAskedAboutOnceToo() {
        screening.screen(Messages.bookings("", BOOKED_IVO));
        Update again = screening.screen(Messages.bookings("", BOOKED_IVO + "SSR+CHLD'"));

        assertThat(list.asked).hasSize(1);
        assertThat(again.change().unchanged()).isEqualTo(1);
    }

    /// A defect found with invented flights: the second one was taken for the first.
    @Test
    void namesakesInTwoBookingsAreBothScreened() {
        screening.screen(Messages.bookings("AAA111", "TIF+PETROV+IVO:A:1'"));
        Update second = screening.screen(Messages.bookings("BBB222", "TIF+PETROV+IVO:A:1'"));

        assertThat(second.results()).hasSize(1);
        assertThat(second.change().unchanged()).isZero();
    }

    @Test
    void aMessageWithoutFlightStandsAloneAndEverybodyIsScreened() {
        TravelMessage message = Messages.withoutFlight(Messages.ANNA);
        Update once = screening.screen(message);
        Update twice = screening.screen(message);

        assertThat(once.change().isAssembled()).isFalse();
        assertThat(once.results()).hasSize(1);
        assertThat(twice.results()).hasSize(1);
        assertThat(flights.size()).isZero();
    }

    @Test
    void presenceFollowsThePerson() {
        Update update = screening.screen(Messages.list(123, "", Messages.ANNA, 1));

        assertThat(update.results().getFirst().person().presence()).isEqualTo(Presence.LISTED);
    }

    @Test
    void aFlightOfWhichNothingComesIsLetGoAndItsPersonsAreScreenedAgain() {
        TravelMessage message = Messages.list(123, "", Messages.ANNA, 1);
        screening.screen(message);
        clock.now = clock.now.plus(Duration.ofHours(1)).plusNanos(1);
        Update later = screening.screen(message);

        assertThat(later.results()).hasSize(1);
        assertThat(flights.letGo()).isEqualTo(1);
        assertThat(flights.size()).isEqualTo(1);
    }

    @Test
    void theFlightThatWaitedLongestIsLetGoWhenThereAreTooMany() {
        screening.screen(Messages.list(1, "", Messages.ANNA, 1));
        screening.screen(Messages.list(2, "", Messages.ANNA, 1));
        screening.screen(Messages.list(1, "", Messages.IVO, 1));
        screening.screen(Messages.list(3, "", Messages.ANNA, 1));
        list.asked.clear();
        screening.screen(Messages.list(1, "", Messages.ANNA + Messages.IVO, 2));
        screening.screen(Messages.list(2, "", Messages.ANNA, 1));

        assertThat(flights.size()).isEqualTo(2);
        assertThat(list.asked).as("flight 1 was kept, 2 was not").containsExactly("ANNA ERIKSSON");
    }

    @Test
    void aFlightThatOutgrowsItsLimitsIsLetGoAndNobodyIsMissed() {
        String six = "";
        for (int i = 0; i < 6; i++) {
            six += "NAD+FL+++MERU:NO" + (char) ('A' + i) + "'";
        }
        Update update = screening.screen(Messages.list(123, "", six, 6));

        assertThat(update.results()).hasSize(6);
        assertThat(flights.size()).isZero();
        for (int i = 0; i < 6; i++) {
            screening.screen(Messages.list(124, "", "NAD+FL+++MERU:ANNA'RFF+AVF:L" + i + "'", 1));
        }
        assertThat(flights.letGo()).isEqualTo(2);
    }

    @Test
    void whatFailedCanBeHandedInAgain() {
        TravelMessage message = Messages.list(123, "", Messages.ANNA, 1);
        list.isBroken = true;
        assertThatThrownBy(() -> screening.screen(message))
                .isInstanceOf(IllegalStateException.class);
        list.isBroken = false;

        assertThat(screening.screen(message).results()).hasSize(1);
    }

    /// Whatever the order of parts, repeats and updates: everybody is screened, with the last data
    /// too.
    @ParameterizedTest
    @Seeds(50)
    void inAnyOrderEverybodyIsScreened(Seed seed) {
        FlightScreening wide =
                new FlightScreening(
                        PassengerScreening.of(list), new FlightAssemblies(Bounds.DEFAULT, clock));
        List<TravelMessage> messages = new ArrayList<>();
        messages.add(Messages.list(123, "S1+01:C", Messages.ANNA, 3));
        messages.add(Messages.list(123, "S1+02", Messages.IVO, 3));
        messages.add(Messages.list(123, "S1+03:F", Messages.LARA, 3));
        messages.add(messages.get(1));
        messages.add(Messages.list(123, "", Messages.ANNA + Messages.IVO, 2));
        Collections.shuffle(messages, new java.util.Random(seed.value()));

        messages.forEach(wide::screen);

        assertThat(list.asked)
                .containsExactlyInAnyOrder("ANNA ERIKSSON", "IVO PETROV", "LARA MERU");
    }
}
