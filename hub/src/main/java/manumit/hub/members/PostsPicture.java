package manumit.hub.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import manumit.hub.members.Posts.Post;

/// Where posts are, as lines of latitude and longitude and dots: a plain picture (one degree is one
/// unit both ways), close enough around the posts to tell them apart.
///
/// @param viewBox of the SVG: west, minus north, width and height in degrees
/// @param dotRadius in degrees
/// @param letterHeight in degrees
/// @param parallels lines of latitude
/// @param meridians lines of longitude
public record PostsPicture(
        String viewBox,
        double dotRadius,
        double letterHeight,
        List<Line> parallels,
        List<Line> meridians,
        List<Dot> dots) {

    /// Half a picture is never narrower than this.
    private static final double MIN_HALF_DEGREES = 3;

    /// @param x of the label, degrees east
    /// @param y of the label, degrees south
    public record Line(String path, String label, double x, double y) {}

    /// @param x degrees east
    /// @param y degrees south
    public record Dot(UUID post, String name, double x, double y) {}

    static PostsPicture of(List<Post> posts) {
        List<Dot> dots = new ArrayList<>();
        for (Post post : posts) {
            Double latitude = post.latitudeDegrees();
            Double longitude = post.longitudeDegrees();
            if (latitude != null && longitude != null) {
                dots.add(new Dot(post.id(), post.name(), longitude, -latitude));
            }
        }
        double west = dots.stream().mapToDouble(Dot::x).min().orElse(-180);
        double east = dots.stream().mapToDouble(Dot::x).max().orElse(180);
        double north = dots.stream().mapToDouble(Dot::y).min().orElse(-90);
        double south = dots.stream().mapToDouble(Dot::y).max().orElse(90);
        double half =
                Math.min(
                        180,
                        1.2
                                * Math.max(
                                        MIN_HALF_DEGREES,
                                        Math.max((east - west) / 2, south - north)));
        double x = Math.max(-180, Math.min(180 - 2 * half, (west + east) / 2 - half));
        double y = Math.max(-90, Math.min(90 - half, (north + south) / 2 - half / 2));
        return lines(x, y, 2 * half, half, dots);
    }

    private static PostsPicture lines(
            double x, double y, double width, double height, List<Dot> dots) {
        double step = width > 120 ? 30 : width > 40 ? 10 : width > 15 ? 5 : 1;
        double letters = width / 40;
        List<Line> parallels = new ArrayList<>();
        for (double at = Math.ceil(y / step) * step; at <= y + height; at += step) {
            parallels.add(
                    new Line(
                            "M" + x + " " + at + "H" + (x + width),
                            words(-at, "N", "S"),
                            x + letters / 2,
                            at - letters / 3));
        }
        List<Line> meridians = new ArrayList<>();
        for (double at = Math.ceil(x / step) * step; at <= x + width; at += step) {
            meridians.add(
                    new Line(
                            "M" + at + " " + y + "V" + (y + height),
                            words(at, "E", "W"),
                            at + letters / 3,
                            y + height - letters / 2));
        }
        return new PostsPicture(
                x + " " + y + " " + width + " " + height,
                width / 90,
                letters,
                parallels,
                // Every other label, so that they do not touch.
                meridians.stream()
                        .map(line -> meridians.indexOf(line) % 2 == 1 ? line : unlabelled(line))
                        .toList(),
                dots);
    }

    /// For people: `14.67° N, 17.07° W`.
    static String words(double latitudeDegrees, double longitudeDegrees) {
        return words(latitudeDegrees, "N", "S") + ", " + words(longitudeDegrees, "E", "W");
    }

    private static String words(double degrees, String positive, String negative) {
        String number =
                String.format(Locale.ROOT, "%.4f", Math.abs(degrees)).replaceAll("\\.?0+$", "");
        return number + "°" + (degrees == 0 ? "" : " " + (degrees > 0 ? positive : negative));
    }

    private static Line unlabelled(Line line) {
        return new Line(line.path(), "", line.x(), line.y());
    }
}
