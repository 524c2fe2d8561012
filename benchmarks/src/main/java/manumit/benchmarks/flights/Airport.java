package manumit.benchmarks.flights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import manumit.matching.Country;

/// An airport, of the resource `airports.txt`.
///
/// @param code IATA code
/// @param country where it lies
/// @param latitude degrees north
/// @param longitude degrees east
/// @param zone for local times
public record Airport(
        String code, Country country, double latitude, double longitude, ZoneId zone) {

    private static final double EARTH_RADIUS_KM = 6371;
    private static final List<Airport> ALL = read();

    /// All airports, in the order of the file.
    public static List<Airport> listAll() {
        return ALL;
    }

    /// Great-circle distance in kilometres.
    double distanceKm(Airport other) {
        double a = Math.toRadians(latitude);
        double b = Math.toRadians(other.latitude);
        double cosine =
                Math.sin(a) * Math.sin(b)
                        + Math.cos(a)
                                * Math.cos(b)
                                * Math.cos(Math.toRadians(longitude - other.longitude));
        return EARTH_RADIUS_KM * Math.acos(Math.clamp(cosine, -1, 1));
    }

    private static List<Airport> read() {
        try (InputStream in = Airport.class.getResourceAsStream("airports.txt");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .map(cells ->
                            new Airport(
                                    cells[0],
                                    new Country(cells[1]),
                                    Double.parseDouble(cells[2]),
                                    Double.parseDouble(cells[3]),
                                    ZoneId.of(cells[4])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
