package manumit.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// Valid messages with damage: nothing crashes, and persons do not get lost.
class MutationTest {

    private static final List<String> SAMPLES =
            List.of("passengers.edi", "close-out.edi", "progressive.edi", "bookings.edi");

    /// Damage between segments leaves each person's own segment whole: as many persons come out as
    /// go in, if those are counted that are rejected or lie in unread bytes.
    @ParameterizedTest
    @Seeds(300)
    void personsInArePersonsOutWhateverHappensBetweenThem(Seed seed) {
        Random random = seed.random();
        List<String> segments = new ArrayList<>(passengerSegments());
        for (int i = random.nextInt(8); i > 0; i--) {
            damage(segments, random);
        }
        String input = String.join("'", segments) + "'";
        long in = segments.stream().filter(MutationTest::isPerson).count();
        long out = 0;
        for (TravelMessage message : Reading.of(input)) {
            out += Reading.persons(message).size() + Reading.rejected(message);
            if (message instanceof Unreadable unreadable) {
                String bytes = new String(unreadable.bytes(), StandardCharsets.ISO_8859_1);
                out += Arrays.stream(bytes.split("'")).filter(MutationTest::isPerson).count();
            }
        }
        assertThat(out).as(input).isEqualTo(in);
    }

    @ParameterizedTest
    @Seeds(300)
    void travellersInAreTravellersOutWhateverHappensBetweenThem(Seed seed) {
        Random random = seed.random();
        List<String> segments = bookingSegments(random);
        List<String> travellers = segments.stream().filter(MutationTest::isTraveller).toList();
        for (int i = random.nextInt(8); i > 0; i--) {
            damage(segments, random);
        }
        String input = String.join("'", segments) + "'";
        String read = Dump.of(Reading.of(input));
        StringBuilder unread = new StringBuilder();
        for (TravelMessage message : Reading.of(input)) {
            if (message instanceof Unreadable unreadable) {
                unread.append(new String(unreadable.bytes(), StandardCharsets.ISO_8859_1));
            }
        }
        for (String traveller : travellers) {
            String surname = traveller.substring(4, traveller.indexOf('+', 4));
            assertThat(read.contains("surname: " + surname) || unread.indexOf(traveller) >= 0)
                    .as(traveller)
                    .isTrue();
        }
    }

    private static List<String> bookingSegments(Random random) {
        List<String> segments =
                new ArrayList<>(
                        List.of(
                                "UNB+IATA:1+ZZ+UTO+280727:0900+1",
                                "UNH+1+PNRGOV:13:1:IA",
                                "MSG+:22",
                                "ORG+ZZ",
                                "TVL+280728:1100+VIE+LHR+ZZ+123",
                                "EQN+3"));
        int number = 0;
        for (int booking = 0; booking < 3; booking++) {
            segments.addAll(List.of("SRC", "RCI+ZZ:ABC12" + booking, "ORG+ZZ:VIE"));
            for (int traveller = random.nextInt(4); traveller >= 0; traveller--) {
                char letter = (char) ('A' + number++);
                segments.add("TIF+SURNAME" + letter + "+GIVEN" + letter + ":A:" + traveller);
                segments.add("SSR+DOCS:HK:1:ZZ:::::/P/GBR/1/GBR/01JUL98/F/12NOV32/X/Y");
            }
            segments.addAll(List.of("TVL+280728:1100+VIE+LHR+ZZ+123", "RPI+1+HK"));
        }
        segments.addAll(List.of("UNT+9+1", "UNZ+1+1"));
        return segments;
    }

    private static boolean isTraveller(String segment) {
        return segment.startsWith("TIF+");
    }

    private static List<String> passengerSegments() {
        String text = new String(Reading.sample("passengers.edi"), StandardCharsets.ISO_8859_1);
        String from = text.substring(text.indexOf("UNB")).replace("\n", "");
        String body = from.substring(0, from.indexOf("Mail"));
        // Names with released terminators would be cut by this test, not by the reader.
        return List.of(body.replace("O?'HARA", "OHARA").split("'"));
    }

    private static boolean isPerson(String segment) {
        return segment.startsWith("NAD") && !segment.startsWith("NAD+MS");
    }

    private static void damage(List<String> segments, Random random) {
        int at = random.nextInt(segments.size());
        switch (random.nextInt(5)) {
            case 0 -> {
                if (!isPerson(segments.get(at)) && !isTraveller(segments.get(at))) {
                    segments.remove(at);
                }
            }
            case 1 -> segments.add(at, segments.get(random.nextInt(segments.size())));
            case 2 -> Collections.swap(segments, at, random.nextInt(segments.size()));
            case 3 -> segments.add(at, "X" + random.nextInt(1000) + "+:+" + random.nextInt());
            default -> {
                String segment = segments.get(at);
                if (!isPerson(segment) && !isTraveller(segment) && segment.length() > 4) {
                    segments.set(at, segment.substring(0, random.nextInt(segment.length())));
                }
            }
        }
    }

    @ParameterizedTest
    @Seeds(400)
    void damagedBytesAreReadTheSameFromMemoryAndFromAStream(Seed seed) {
        Random random = seed.random();
        byte[] bytes = Reading.sample(SAMPLES.get(random.nextInt(SAMPLES.size())));
        for (int i = random.nextInt(20); i > 0; i--) {
            bytes = damaged(bytes, random);
        }
        List<TravelMessage> read = Reading.of(bytes);
        assertThat(Dump.of(Reading.ofStream(bytes))).isEqualTo(Dump.of(read));
        ManifestAssembly assembly = new ManifestAssembly();
        BookingAssembly bookings = new BookingAssembly();
        for (TravelMessage message : read) {
            assertThat(message.toString()).isNotEmpty();
            switch (message) {
                case PassengerList list -> assembly.add(list);
                case BookingList list -> bookings.add(list);
                case Unreadable unreadable -> assertThat(unreadable.bytes()).isNotEmpty();
            }
        }
        assertThat(assembly.persons()).isNotNull();
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(30), bytes.length - at);
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] changed = bytes.clone();
                changed[at] =
                        "'+:?*\r\nUNBH \u0092"
                                .getBytes(StandardCharsets.ISO_8859_1)[random.nextInt(13)];
                yield changed;
            }
            case 1 -> joined(bytes, at, bytes, at + length, bytes.length);
            case 2 -> joined(bytes, at + length, bytes, at, bytes.length);
            default -> {
                byte[] changed = bytes.clone();
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
        };
    }

    private static byte[] joined(byte[] head, int headTo, byte[] tail, int from, int to) {
        byte[] joined = Arrays.copyOf(head, headTo + to - from);
        System.arraycopy(tail, from, joined, headTo, to - from);
        return joined;
    }
}
