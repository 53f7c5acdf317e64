package io.numberferry.sandbox.statemachine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Does what each type of state does.
final class StateRunner {
    private StateRunner() {}

    static Step run(Visit visit) throws InterruptedException {
        return switch (visit.state()) {
            case State.Task task ->
                Attempts.run(task.recovery(), visit, attempt -> {
                    var result = TaskRunner.result(task, attempt);
                    return attempt.leave(task.effects(), attempt.after(result), result, task.transition());
                });
            case State.Map map ->
                Attempts.run(map.recovery(), visit, attempt -> {
                    var result = MapRunner.result(map, attempt);
                    return attempt.leave(map.effects(), attempt.after(result), result, map.transition());
                });
            case State.Choice choice -> choose(choice, visit);
            case State.Wait wait -> {
                await(wait, visit);
                yield visit.leave(wait.effects(), visit.before(), visit.input(), wait.transition());
            }
            case State.Pass pass -> visit.leave(pass.effects(), visit.before(), visit.input(), pass.transition());
            case State.Succeed succeed ->
                visit.leave(succeed.effects(), visit.before(), visit.input(), new Transition.End());
            case State.Fail fail -> throw failed(fail, visit.before());
        };
    }

    private static Step choose(State.Choice choice, Visit visit) {
        Evaluation evaluation = visit.before();
        for (State.Rule rule : choice.rules()) {
            if (evaluation.truth(rule.condition())) {
                return visit.leave(rule.effects(), evaluation, visit.input(), new Transition.To(rule.next()));
            }
        }
        String next = choice.fallback()
                .orElseThrow(() -> new StateFailure(
                        ErrorNames.NO_CHOICE_MATCHED,
                        "No condition of state '" + choice.name() + "' holds, and it has no Default."));
        return visit.leave(choice.effects(), evaluation, visit.input(), new Transition.To(next));
    }

    private static void await(State.Wait wait, Visit visit) throws InterruptedException {
        Duration duration = switch (wait.delay()) {
            case State.Delay.Seconds(Amount amount) ->
                Duration.ofSeconds((long) visit.before().number(amount));
            case State.Delay.Until(Template timestamp) ->
                Duration.between(visit.execution().now(), instant(timestamp, visit.before()));
        };
        if (duration.isPositive()) {
            visit.execution().ports().timeline().sleep(duration);
        }
    }

    private static Instant instant(Template timestamp, Evaluation evaluation) {
        String text = evaluation.text(timestamp);
        return Timestamps.parse(text)
                .orElseThrow(() -> evaluation.failure(
                        "The field 'Timestamp' must be an RFC 3339 instant, but is '" + text + "'."));
    }

    private static StateFailure failed(State.Fail fail, Evaluation evaluation) {
        Optional<String> error = fail.error().map(evaluation::text);
        Optional<String> cause = fail.cause().map(evaluation::text);
        return new StateFailure(new ErrorOutput(error, cause));
    }
}
