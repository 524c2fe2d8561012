package manumit.hub.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import manumit.hub.members.Posts.Post;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class PostsPictureTest {

    @Test
    void placeIsSaidInDegreesAndDirections() {
        assertThat(PostsPicture.words(14.67, -17.0)).isEqualTo("14.67° N, 17° W");
        assertThat(PostsPicture.words(-33.5, 151.2)).isEqualTo("33.5° S, 151.2° E");
        assertThat(PostsPicture.words(0, 100)).isEqualTo("0°, 100° E");
    }

    @Test
    void withoutPlacesItShowsTheWholeEarth() {
        PostsPicture picture = PostsPicture.of(List.of(post(null, null)));
        assertThat(picture.dots()).isEmpty();
        assertThat(picture.viewBox()).isEqualTo("-180.0 -90.0 360.0 180.0");
    }

    @ParameterizedTest
    @Seeds
    void everyPostIsInsideThePicture(Seed seed) {
        Random random = seed.random();
        List<Post> posts = new ArrayList<>();
        double spread = random.nextDouble(0, 1);
        for (int i = random.nextInt(1, 30); i > 0; i--) {
            posts.add(
                    post(
                            spread * random.nextDouble(-90, 90),
                            spread * random.nextDouble(-180, 180)));
        }
        PostsPicture picture = PostsPicture.of(posts);
        double[] box =
                Arrays.stream(picture.viewBox().split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        assertThat(picture.dots())
                .hasSameSizeAs(posts)
                .allSatisfy(dot -> {
                    assertThat(dot.x()).isBetween(box[0], box[0] + box[2]);
                    assertThat(dot.y()).isBetween(box[1], box[1] + box[3]);
                });
        assertThat(box[2]).isLessThanOrEqualTo(360);
        assertThat(picture.parallels()).hasSizeBetween(1, 20);
    }

    private static Post post(@Nullable Double latitude, @Nullable Double longitude) {
        return new Post(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "Post",
                PostKind.PORT,
                latitude,
                longitude,
                1);
    }
}
