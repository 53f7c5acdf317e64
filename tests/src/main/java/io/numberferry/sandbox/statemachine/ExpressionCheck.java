package io.numberferry.sandbox.statemachine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in an expression what the library evaluates and Step Functions does not, by the text alone.
final class ExpressionCheck {
    /// Quoted text, quoted names, comments, and the signature of a function, none of which hold operators.
    private static final Pattern NOT_CODE = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|/\\*.*?\\*/|(?<=\\))\\s*<[^{]*>(?=\\s*\\{)",
            Pattern.DOTALL);

    private static final Pattern EVAL = Pattern.compile("\\$eval\\b");
    /// A `?:` after a bracket opens a group of a regular expression.
    private static final Pattern LATER_OPERATOR = Pattern.compile("\\?\\?|(?<!\\()\\?:");

    private static final Pattern STATES_FIELD = Pattern.compile("\\$states\\s*\\.\\s*(\\w+)");

    private ExpressionCheck() {}

    static void check(String source, Fields owner, String field, StatesFields readable) {
        String code = NOT_CODE.matcher(source).replaceAll("''");
        if (EVAL.matcher(code).find()) {
            throw owner.refusal(field, "uses $eval, which Step Functions has not; supported is $parse");
        }
        Matcher operator = LATER_OPERATOR.matcher(code);
        if (operator.find()) {
            throw owner.refusal(field, "uses " + operator.group() + ", which JSONata 2.0.6 has not; supported is ? :");
        }
        STATES_FIELD.matcher(code).results().map(match -> match.group(1)).forEach(name -> {
            if (!readable.names().contains(name)) {
                throw owner.refusal(
                        field,
                        "reads $states." + name + ", which is not there; there are $states."
                                + String.join(", $states.", readable.names()));
            }
        });
    }
}
