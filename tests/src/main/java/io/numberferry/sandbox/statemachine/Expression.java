package io.numberferry.sandbox.statemachine;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;

/// A JSONata expression of a definition. It may be evaluated by several threads at once.
///
/// @param source without the `{%` and `%}` around it
/// @param field where in its state it stands, for example `Output/total`
record Expression(String source, String field, Jsonata compiled) {
    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    /// Tells whether a string of a definition is an expression: wholly one, or it is a plain string.
    static boolean isExpression(String text) {
        return text.length() >= OPEN.length() + CLOSE.length() && text.startsWith(OPEN) && text.endsWith(CLOSE);
    }

    /// @throws InvalidDefinitionException when the expression does not parse, or uses what Step Functions
    ///         has not
    static Expression read(String text, Fields owner, String field, StatesFields readable) {
        String source =
                text.substring(OPEN.length(), text.length() - CLOSE.length()).strip();
        ExpressionCheck.check(source, owner, field, readable);
        return new Expression(source, owner.path() + field, compile(source, owner, field));
    }

    private static Jsonata compile(String source, Fields owner, String field) {
        try {
            Jsonata compiled = Jsonata.jsonata(source);
            compiled.setOutputConvertNulls(false);
            return compiled;
        } catch (JException e) {
            throw owner.refusal(field, "holds an expression that does not parse: " + e.getMessage());
        }
    }
}
