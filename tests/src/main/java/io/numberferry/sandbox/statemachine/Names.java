package io.numberferry.sandbox.statemachine;

/// The characters that names of executions and labels may have, as the API reference of StartExecution
/// gives them.
final class Names {
    static final String RULE =
            "without white space, brackets, wildcards, control characters or any of \" # % \\ ^ | ~ ` $ & , ; : /";

    private static final String FORBIDDEN = "<>{}[]?*\"#%\\^|~`$&,;:/";

    private Names() {}

    static boolean allowed(String name) {
        return name.codePoints().allMatch(Names::allowed);
    }

    private static boolean allowed(int codePoint) {
        return FORBIDDEN.indexOf(codePoint) < 0
                && !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && !Character.isISOControl(codePoint)
                && codePoint != 0xFFFE
                && codePoint != 0xFFFF;
    }
}
