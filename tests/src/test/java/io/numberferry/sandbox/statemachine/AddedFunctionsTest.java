package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddedFunctionsTest {
    private final Stage stage = new Stage();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    $partition([1, 2, 3, 4, 5], 2)           | [[1,2],[3,4],[5]]
                    $partition([], 2)                        | []
                    $count($partition($states.input.l, 2))   | 2
                    $exists($partition($states.input.x, 2))  | false
                    $range(1, 9, 2)                          | [1,3,5,7,9]
                    $range(3, 1, -1)                         | [3,2,1]
                    $range(1, 0, 1)                          | []
                    $count($range(1, 1000, 1))               | 1000
                    $hash('input data', 'SHA-1')             | "aaff4a450a104cd177d28d18d74485e8cae074b7"
                    $hash('', 'MD5')                         | "d41d8cd98f00b204e9800998ecf8427e"
                    $parse('{\\"a\\": [1, null]}')           | {"a":[1,null]}
                    $parse('null')                           | null
                    $random(7) = $random(7)                  | true
                    $random(7) = $random(8)                  | false
                    $random() = $random()                    | false
                    $uuid() = $uuid()                        | false
                    $now()                                   | "2026-01-01T00:00:00.000Z"
                    $now('[Y]-[M01]', '+0000')               | "2026-01"
                    $millis()                                | 1767225600000
                    """)
    void functionGives(String expression, String expected) throws Exception {
        assertThat(stage.output(pass(expression), "{\"l\": [1, 2, 3]}")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    $partition([1], 0)    | $partition: the size must be 1 or more, but is 0
                    $partition([1], 1.5)  | a whole number was expected, but there is 1.5
                    $range(1, 9, 0)       | $range: there must be a step and at most 1000 elements
                    $range(1, 1001, 1)    | $range: there must be a step and at most 1000 elements
                    $hash('a', 'CRC32')   | $hash: the algorithm must be one of MD5, SHA-1, SHA-256, SHA-384, \
                    SHA-512, but is CRC32
                    $parse('{')           | $parse: the text is not JSON: Unexpected end-of-input: expected close \
                    marker for Object
                    """)
    void functionFails(String expression, String complaint) throws Exception {
        assertThat(stage.failure(pass(expression), "{}").cause())
                .contains("An error occurred while executing the state 'A'. The JSONata expression '" + expression
                        + "' specified for the field 'Output' threw an error during evaluation. " + complaint);
    }

    @Test
    void uuidIsOfVersionFour() throws Exception {
        assertThat(stage.output(pass("$uuid()"), "{}"))
                .matches("\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"");
    }

    @Test
    void randomIsFromZeroToBelowOne() throws Exception {
        assertThat(Double.parseDouble(stage.output(pass("$random()"), "{}"))).isBetween(0.0, Math.nextDown(1.0));
    }

    private static String pass(String expression) {
        return "\"A\": {\"Type\": \"Pass\", \"End\": true, \"Output\": \"{% " + expression + " %}\"}";
    }
}
