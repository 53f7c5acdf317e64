package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.numberferry.sandbox.statemachine.Iteration.Mode.Distributed;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IterationReaderTest {
    private static final String STATES = "\"StartAt\": \"I\", \"States\": {\"I\": {\"Type\": \"Succeed\"}}";
    private static final String INLINE = "\"ItemProcessor\": {" + STATES + "}, \"End\": true";
    private static final String DISTRIBUTED = "\"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\","
            + " \"ExecutionType\": \"STANDARD\"}, " + STATES + "}, \"End\": true";

    /// @param map the fields of a Map state
    @ParameterizedTest(name = "{1}")
    @MethodSource({"mapState", "mode", "itemReader"})
    void mapIsRefused(String map, String message) {
        assertThatThrownBy(() -> parse(map))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessage("state 'A': " + message);
    }

    static Stream<Arguments> mapState() {
        return Stream.of(
                arguments(
                        INLINE + ", \"ItemsPath\": \"$\"",
                        "field 'ItemsPath' is not supported; supported in a Map state are Type, Comment, QueryLanguage,"
                                + " Items, ItemReader, ItemSelector, ItemProcessor, MaxConcurrency,"
                                + " ToleratedFailureCount, ToleratedFailurePercentage, Label, Retry, Catch, Assign,"
                                + " Output, Next, End"),
                arguments(
                        DISTRIBUTED + ", \"ResultWriter\": {}",
                        "field 'ResultWriter' is not supported; supported in a Map state are Type, Comment,"
                                + " QueryLanguage, Items, ItemReader, ItemSelector, ItemProcessor, MaxConcurrency,"
                                + " ToleratedFailureCount, ToleratedFailurePercentage, Label, Retry, Catch, Assign,"
                                + " Output, Next, End"),
                arguments("\"End\": true", "field 'ItemProcessor' is missing"),
                arguments(
                        "\"ItemProcessor\": {\"X\": 1}",
                        "field 'ItemProcessor/X' is not supported; supported in an ItemProcessor are ProcessorConfig,"
                                + " Comment, StartAt, States"),
                arguments(
                        "\"ItemProcessor\": {\"StartAt\": \"X\", \"States\": {\"I\": {\"Type\": \"Succeed\"}}}",
                        "field 'ItemProcessor/StartAt' names 'X', which is no state beside it"),
                arguments(
                        INLINE + ", \"MaxConcurrency\": -1",
                        "field 'MaxConcurrency' must be a whole number from 0 to 2147483647, but is -1"),
                arguments(
                        DISTRIBUTED + ", \"ToleratedFailurePercentage\": 100.5",
                        "field 'ToleratedFailurePercentage' must be a number from 0 to 100, but is 100.5"),
                arguments(
                        DISTRIBUTED + ", \"ToleratedFailureCount\": 0.5",
                        "field 'ToleratedFailureCount' must be a whole number from 0 to 2147483647, but is 0.5"));
    }

    static Stream<Arguments> mode() {
        String config = "\"End\": true, \"ItemProcessor\": {" + STATES + ", \"ProcessorConfig\": ";
        return Stream.of(
                arguments(
                        config + "{\"Mode\": \"FAST\"}}",
                        "field 'ItemProcessor/ProcessorConfig/Mode' is 'FAST'; supported is INLINE or DISTRIBUTED"),
                arguments(
                        config + "{\"Mode\": \"DISTRIBUTED\"}}",
                        "field 'ItemProcessor/ProcessorConfig/ExecutionType' is missing"),
                arguments(
                        config + "{\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"SLOW\"}}",
                        "field 'ItemProcessor/ProcessorConfig/ExecutionType' is 'SLOW'; supported is STANDARD or"
                                + " EXPRESS"),
                arguments(
                        config + "{\"Mode\": \"INLINE\", \"ExecutionType\": \"STANDARD\"}}",
                        "field 'ItemProcessor/ProcessorConfig/ExecutionType' is not supported; supported with Mode"
                                + " INLINE is Mode"),
                arguments(
                        config + "{\"Mode\": \"INLINE\", \"X\": 1}}",
                        "field 'ItemProcessor/ProcessorConfig/X' is not supported; supported in a ProcessorConfig are"
                                + " Mode, ExecutionType"),
                arguments(
                        INLINE + ", \"Label\": \"l\"",
                        "field 'Label' is not supported with Mode INLINE; supported with it is Mode DISTRIBUTED"),
                arguments(
                        INLINE + ", \"ToleratedFailureCount\": 1",
                        "field 'ToleratedFailureCount' is not supported with Mode INLINE; supported with it is Mode"
                                + " DISTRIBUTED"),
                arguments(
                        DISTRIBUTED + ", \"Label\": \"" + "l".repeat(41) + "\"",
                        "field 'Label' is '" + "l".repeat(41) + "'; supported are 1 to 40 characters, " + Names.RULE),
                arguments(
                        DISTRIBUTED + ", \"Label\": \"a b\"",
                        "field 'Label' is 'a b'; supported are 1 to 40 characters, " + Names.RULE));
    }

    static Stream<Arguments> itemReader() {
        String reader = DISTRIBUTED + ", \"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:getObject\", ";
        return Stream.of(
                arguments(
                        DISTRIBUTED + ", \"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:listObjectsV2\"}",
                        "field 'ItemReader/Resource' is 'arn:aws:states:::s3:listObjectsV2'; supported is"
                                + " arn:aws:states:::s3:getObject"),
                arguments(
                        reader + "\"ReaderConfig\": {\"InputType\": \"CSV\"}, \"Arguments\":"
                                + " {\"Bucket\": \"b\", \"Key\": \"k\"}}",
                        "field 'ItemReader/ReaderConfig/InputType' is 'CSV'; supported is JSON or JSONL"),
                arguments(
                        reader + "\"ReaderConfig\": {\"InputType\": \"JSON\", \"MaxItems\": 5}}",
                        "field 'ItemReader/ReaderConfig/MaxItems' is not supported; supported in a ReaderConfig are"
                                + " InputType"),
                arguments(
                        reader + "\"ReaderConfig\": {\"InputType\": \"JSON\"}, \"Arguments\": {\"Bucket\": \"b\"}}",
                        "field 'ItemReader/Arguments/Key' is missing"),
                arguments(
                        reader + "\"ReaderConfig\": {\"InputType\": \"JSON\"}, \"Arguments\":"
                                + " {\"ExpectedBucketOwner\": \"1\"}}",
                        "field 'ItemReader/Arguments/ExpectedBucketOwner' is not supported; supported in the Arguments"
                                + " of arn:aws:states:::s3:getObject are Bucket, Key, VersionId"),
                arguments(
                        reader + "\"ReaderConfig\": {\"InputType\": \"JSON\"}, \"Arguments\":"
                                + " {\"Bucket\": \"b\", \"Key\": \"k\"}}, \"Items\": []",
                        "field 'Items' is not supported beside 'ItemReader'; supported is one of them"));
    }

    @Test
    void withoutALabelTheChildrenBearTheNameOfTheState() {
        String name = "Apply batches: " + "x".repeat(40);
        StateMachine machine = StateMachine.parse(
                Stage.machine("\"A\": {\"Type\": \"Pass\", \"Next\": \"" + name + "\"}, \"" + name
                        + "\": {\"Type\": \"Map\", " + DISTRIBUTED + "}"),
                Map.of());
        State.Map map = (State.Map) machine.workflow().state(name);
        assertThat(((Distributed) map.iteration().mode()).label()).isEqualTo("Apply_batches__" + "x".repeat(25));
    }

    private static StateMachine parse(String map) {
        return StateMachine.parse(Stage.machine("\"A\": {\"Type\": \"Map\", " + map + "}"), Map.of());
    }
}
