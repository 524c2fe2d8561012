package manumit.travel;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/// Fuzz targets, run over their seeds in every build and at length with `JAZZER_FUZZ=1`. Nothing
/// throws, memory and stream agree.
class MessagesFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void messages(byte[] bytes) {
        List<TravelMessage> read = Reading.of(bytes);
        if (!Dump.of(Reading.ofStream(bytes)).equals(Dump.of(read))) {
            throw new AssertionError("memory and stream differ");
        }
        ManifestAssembly assembly = new ManifestAssembly();
        BookingAssembly bookings = new BookingAssembly();
        for (TravelMessage message : read) {
            switch (message) {
                case PassengerList list -> assembly.add(list);
                case BookingList list -> bookings.add(list);
                case Unreadable unreadable -> {
                    if (unreadable.bytes().length == 0) {
                        throw new AssertionError("unreadable without bytes");
                    }
                }
            }
        }
    }
}
