package manumit.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// Runs a `@ParameterizedTest` with many seeds; its parameter is a {@link Seed}.
///
/// ```java
/// @ParameterizedTest
/// @Seeds(200)
/// void foldingTwiceChangesNothing(Seed seed) {
///     Random random = seed.random();
///     …
/// }
/// ```
///
/// The seeds are the same in every run, so that the build is repeatable. `-Dseed=42` runs that seed
/// alone, `-Dseeds=10000` that many, `-Dseeds.from=7000` begins elsewhere.
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(Seeds.Provider.class)
public @interface Seeds {

    /// Number of runs.
    int value() default 100;

    /// Gives the seeds to JUnit.
    final class Provider implements ArgumentsProvider, AnnotationConsumer<Seeds> {

        private long count = 1;

        @Override
        public void accept(Seeds seeds) {
            count = seeds.value();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return values(
                            Long.getLong("seed"),
                            Long.getLong("seeds", count),
                            Long.getLong("seeds.from", 1L))
                    .mapToObj(value -> Arguments.of(new Seed(value)));
        }

        private static LongStream values(@Nullable Long only, long count, long from) {
            return only == null ? LongStream.range(from, from + count) : LongStream.of(only);
        }
    }
}
