package manumit.cli.ordered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;

@Timeout(60)
class OrderedWorkTest {

    @ParameterizedTest
    @Seeds(20)
    void resultsComeInTheOrderOfTheItems(Seed seed) throws IOException {
        Random random = seed.random();
        int[] effort = IntStream.range(0, 3000).map(_ -> random.nextInt(2000)).toArray();
        List<Integer> received = new ArrayList<>();

        try (OrderedWork<Integer, Integer> work =
                OrderedWork.start(i -> spin(i, effort[i]), receiver(received::add))) {
            IntStream.range(0, effort.length).forEach(work::submit);
            work.finish();
        }

        assertThat(received).isEqualTo(IntStream.range(0, effort.length).boxed().toList());
    }

    @Test
    void failedReceiverStopsTheSubmitterAndIsReported() {
        OrderedWork<Integer, Integer> work =
                OrderedWork.start(
                        i -> i,
                        receiver(_ -> {
                            throw new IOException("Broken pipe");
                        }));
        try (work) {
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 100_000_000; i++) {
                                    work.submit(i);
                                }
                            })
                    .isInstanceOf(OrderedWork.StoppedException.class);
            assertThatThrownBy(work::finish).hasMessage("Broken pipe");
        }
    }

    @Test
    void failedWorkIsReported() {
        try (OrderedWork<Integer, Integer> work =
                OrderedWork.start(i -> 1 / i, receiver(_ -> {}))) {
            work.submit(0);
            assertThatThrownBy(work::finish).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void eachResultIsFlushedWhenNothingElseWaits() throws Exception {
        CountDownLatch flushed = new CountDownLatch(1);
        OrderedWork.Receiver<Integer> receiver =
                new OrderedWork.Receiver<>() {
                    @Override
                    public void receive(Integer result) {}

                    @Override
                    public void flush() {
                        flushed.countDown();
                    }
                };

        try (OrderedWork<Integer, Integer> work = OrderedWork.start(i -> i, receiver)) {
            work.submit(1);
            assertThat(flushed.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private interface Taking {
        void take(Integer i) throws IOException;
    }

    private static OrderedWork.Receiver<Integer> receiver(Taking taking) {
        return new OrderedWork.Receiver<>() {
            @Override
            public void receive(Integer result) throws IOException {
                taking.take(result);
            }

            @Override
            public void flush() {}
        };
    }

    private static int spin(int result, int effort) {
        for (int i = 0; i < effort; i++) {
            Thread.onSpinWait();
        }
        return result;
    }
}
