package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.PhoneNumber;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumberSetTest {

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itIsTheSameSetAsAHashSet(int seed) {
        Random random = new Random(seed);
        Set<PhoneNumber> expected = new HashSet<>();
        NumberSet numbers = new NumberSet();
        for (int i = random.nextInt(5_000); i > 0; i--) {
            PhoneNumber number = number(random);
            assertThat(numbers.add(number)).isEqualTo(expected.add(number));
        }
        assertThat(numbers).isEqualTo(expected);
        for (int i = 0; i < 1_000; i++) {
            PhoneNumber number = number(random);
            assertThat(numbers.contains(number)).isEqualTo(expected.contains(number));
        }
    }

    /// Of 2 to 15 digits; the short ones repeat.
    private static PhoneNumber number(Random random) {
        int length = random.nextInt(1, 15);
        return new PhoneNumber("+" + random.nextInt(1, 10)
                + random.ints(length, 0, 10).mapToObj(String::valueOf).reduce("", String::concat));
    }
}
