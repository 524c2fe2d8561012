package manumit.hub.web;

import java.util.Comparator;
import java.util.Optional;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import org.jspecify.annotations.Nullable;

/// A place to go to. A capability makes each of its places a bean; the layout shows those that the
/// actor has the right for. Texts: `place.NAME` and, a sentence on what is done there,
/// `place.NAME.about`.
///
/// @param icon of `assets/icons.svg`
/// @param right null if everybody who signed in may go there
/// @param order where it stands; lower comes first
public record Place(String name, String path, String icon, @Nullable Right right, int order) {

    static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::order).thenComparing(Place::path);

    boolean isOpenTo(Acting acting) {
        return right == null || acting.may(right);
    }

    /// Whether a page of this path belongs here.
    boolean holds(String pagePath) {
        return pagePath.equals(path) || (!path.equals("/") && pagePath.startsWith(path + "/"));
    }

    /// For templates.
    public Optional<String> rightName() {
        return Optional.ofNullable(right).map(Enum::name);
    }
}
