package io.numberferry.sandbox.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a function is given is what the template says.
final class TemplateReaderTest {
    private static final String TEMPLATE = """
            Parameters:
              Rate: {Type: Number, Default: 2}
              Address: {Type: String}
            Globals:
              Function:
                MemorySize: 1024
                Timeout: 900
                Environment:
                  Variables:
                    RATE: !Ref Rate
                    ADDRESS: !Ref Address
                    TABLE: !GetAtt Table.Name
                    ENDPOINT: !Ref AWS::NoValue
                    SERVICE: ferry
            Resources:
              Table: {Type: AWS::DynamoDB::Table}
              Small:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: example.Small
                  MemorySize: 256
                  Timeout: 3
                  Environment: {Variables: {SERVICE: small, ONLY: !Sub "${Rate}/s"}}
              Plain:
                Type: AWS::Serverless::Function
                Properties: {Handler: example.Plain}
            """;

    @TempDir
    private Path folder;

    @Test
    void aFunctionHasWhatTheGlobalsSayUnlessItSaysOtherwise() throws IOException {
        List<DeclaredFunction> functions = read(TEMPLATE);

        assertThat(functions)
                .extracting(
                        DeclaredFunction::name,
                        DeclaredFunction::handler,
                        DeclaredFunction::memoryMegabytes,
                        DeclaredFunction::timeout)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Small", "example.Small", 256, Duration.ofSeconds(3)),
                        org.assertj.core.groups.Tuple.tuple("Plain", "example.Plain", 1024, Duration.ofMinutes(15)));
    }

    @Test
    void theHeapIsEightyFivePercentOfTheMemory() throws IOException {
        assertThat(read(TEMPLATE)).extracting(DeclaredFunction::heapMegabytes).containsExactly(217, 870);
    }

    @Test
    void aVariableIsWhatThisMachineHasForItElseWhatTheTemplateSays() throws IOException {
        DeclaredFunction small = read(TEMPLATE).getFirst();

        assertThat(small.environment(Map.of("TABLE", "local")))
                .isEqualTo(Map.of("RATE", "2", "SERVICE", "small", "TABLE", "local"));
        assertThat(small.environment(Map.of("RATE", "500"))).isEqualTo(Map.of("RATE", "500", "SERVICE", "small"));
    }

    @Test
    void aVariableThatIsNotDeclaredIsNotGiven() throws IOException {
        DeclaredFunction plain = read(TEMPLATE).getLast();

        assertThat(plain.environment(Map.of("ONLY", "mine", "AWS_SECRET_ACCESS_KEY", "real")))
                .isEqualTo(Map.of("RATE", "2", "SERVICE", "ferry"));
    }

    @Test
    void aFunctionWithoutAHandlerIsNamed() {
        assertThatThrownBy(() -> read(TEMPLATE.replace("Handler: example.Plain", "Runtime: java25")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("template.yaml: Plain has no Handler that can be read");
    }

    private List<DeclaredFunction> read(String template) throws IOException {
        return TemplateReader.read(Files.writeString(folder.resolve("template.yaml"), template));
    }
}
