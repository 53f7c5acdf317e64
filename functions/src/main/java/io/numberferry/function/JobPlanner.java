package io.numberferry.function;

import io.numberferry.apply.Caller;
import io.numberferry.apply.InventoryReader;
import io.numberferry.apply.NumberLimits;
import io.numberferry.apply.NumberTags;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Services;
import io.numberferry.apply.Tally;
import io.numberferry.apply.TargetReader;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.aws.storage.PlanWriter;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.domain.AllowList;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.JobSettings.OnRejection;
import io.numberferry.domain.Status;
import io.numberferry.domain.Warning;
import io.numberferry.manifest.Home;
import io.numberferry.manifest.ItemParser;
import io.numberferry.manifest.ManifestReader;
import io.numberferry.manifest.ManifestRow;
import io.numberferry.plan.Planned;
import io.numberferry.plan.Planner;
import io.numberferry.plan.Targets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the plan of a job: reads the manifest, looks at the live inventory, reads the manifest again and
/// writes down what becomes of each row. Sends nothing but reads.
record JobPlanner(
        S3Objects objects,
        PlanFiles files,
        Services services,
        NumberTags tags,
        NumberLimits limits,
        Pace pace,
        Home home) {

    /// What a plan goes by.
    ///
    /// @param sha256 of the manifest's bytes, in lower-case hex
    private record Basis(Survey survey, Sight sight, String sha256) {}

    /// A job that was begun goes on by the plan it was begun with: a new one would find its own rows done,
    /// and forget how they were before.
    ///
    /// @param attempt names this try; no other has the same name
    /// @param allowed what the job may use
    /// @param deadline no call is sent after it
    /// @throws io.numberferry.manifest.ManifestException when the file cannot be read as a manifest
    /// @throws TooManyRowsException when it has more rows than the job may hold
    /// @throws io.numberferry.apply.InventoryException when the live inventory could not be read whole
    /// @throws PlanChangedException when others wrote a plan with another meaning meanwhile
    PlanHeader plan(Job job, String attempt, AllowList allowed, Instant deadline)
            throws IOException, InterruptedException {
        Optional<PlanFiles.Found> found = files.find(job.id());
        if (found.isEmpty() || !isFor(job, found.get().plan())) {
            PlanHeader made = make(job, new Attempt(attempt, found), allowed, deadline);
            if (made.attempt().equals(attempt)) {
                return made;
            }
            found = files.find(job.id());
        }
        return found.filter(plan -> isFor(job, plan.plan()))
                .map(plan -> paced(plan, job.settings()))
                .filter(plan -> isFor(job, plan))
                .orElseThrow(() -> PlanChangedException.meanwhile(job.id()));
    }

    /// The plan that a person has said yes to. Nothing is planned: another plan would be one that nobody saw.
    ///
    /// @throws PlanChangedException when there is another by now
    PlanHeader approved(Job job) {
        return files.header(job.id())
                .filter(plan -> isFor(job, plan))
                .orElseThrow(() -> PlanChangedException.since(job.id()));
    }

    /// @param instead the plan that is there, and for another meaning of the job
    private record Attempt(String name, Optional<PlanFiles.Found> instead) {}

    /// The plan with the pace that this start asks for.
    private PlanHeader paced(PlanFiles.Found found, JobSettings settings) {
        return found.plan().job().settings().equals(settings) ? found.plan() : files.change(found, settings);
    }

    private static boolean isFor(Job job, PlanHeader plan) {
        return plan.job().manifest().equals(job.manifest())
                && plan.job().settings().meansTheSameAs(job.settings());
    }

    private PlanHeader make(Job job, Attempt attempt, AllowList allowed, Instant deadline)
            throws IOException, InterruptedException {
        Tally tally = new Tally();
        Caller caller = pace.caller(tally, deadline);
        MessageDigest digest = sha256();
        Survey survey = survey(job, allowed, digest);
        Sight sight = new LiveReading(
                        home.region(),
                        new TargetReader(services, caller),
                        new InventoryReader(services, tags, caller, allowed))
                .sight(survey);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return write(job, attempt, new Basis(survey, sight, sha256), tally, deadline);
    }

    private Survey survey(Job job, AllowList allowed, MessageDigest digest) throws IOException {
        InputStream content = new DigestInputStream(objects.open(job.manifest()), digest);
        try (ManifestReader reader = open(job, content)) {
            Survey.RowLimit limit =
                    new Survey.RowLimit(fileName(job), job.settings().rails().mostRows());
            Survey survey = Survey.of(reader, parser(reader, job, allowed), limit);
            content.transferTo(OutputStream.nullOutputStream());
            return survey;
        }
    }

    /// Writes the plan. Another worker may have made one meanwhile, and the job be under way: then that one counts.
    private PlanHeader write(Job job, Attempt attempt, Basis basis, Tally tally, Instant deadline) throws IOException {
        Planner planner = basis.sight().planner();
        int rejected = job.settings().onRejection() == OnRejection.STOP ? rejected(job, basis.survey(), planner) : 0;
        try (ManifestReader reader = open(job);
                PlanWriter writer = files.write(job, attempt.name(), attempt.instead());
                Remarks remarks = remarks(job, basis)) {
            ItemParser parser = parser(reader, job, planner.allowed());
            RowDecider decider = new RowDecider(parser, basis.survey(), planner, job.settings(), rejected);
            PlanRecorder recorder = new PlanRecorder(job, writer, pace.quotas(), services.chimePerCall());
            for (Iterator<ManifestRow> rows = reader.rows(); rows.hasNext(); ) {
                Planned planned = decider.decide(rows.next());
                recorder.add(planned);
                remarks.add(planned);
            }
            PlanHeader plan = recorder.complete(
                    reader.header().names(), basis.sha256(), tally.drain(), warnings(basis, remarks, deadline));
            if (job.settings().dryRun() && plan.attempt().equals(attempt.name())) {
                files.noteCheck(basis.sha256(), job.id());
            }
            return plan;
        }
    }

    /// Compares with the last dry run of the same bytes, where there was one.
    private Remarks remarks(Job job, Basis basis) {
        Map<String, Integer> held = basis.sight().held();
        return files.check(basis.sha256())
                .filter(check -> !check.job().id().equals(job.id()))
                .map(check -> Remarks.since(check.job().startedAt(), files.settled(check, _ -> Optional.empty()), held))
                .orElseGet(() -> Remarks.of(held));
    }

    private List<Warning> warnings(Basis basis, Remarks remarks, Instant deadline) {
        Targets targets = basis.sight().planner().targets();
        LimitReading reading =
                new LimitReading(limits, basis.survey().targets(), targets.byId(), pace.timeline(), deadline);
        return Stream.concat(remarks.warnings(reading::of).stream(), targets.warnings().stream())
                .toList();
    }

    /// Counts the rows that are rejected for any reason, which takes a reading of its own.
    private int rejected(Job job, Survey survey, Planner planner) throws IOException {
        int rejected = 0;
        try (ManifestReader reader = open(job)) {
            ItemParser parser = parser(reader, job, planner.allowed());
            RowDecider decider = new RowDecider(parser, survey, planner, job.settings(), 0);
            for (Iterator<ManifestRow> rows = reader.rows(); rows.hasNext(); ) {
                boolean isRejected = decider.decide(rows.next()) instanceof Planned.Done(var settled)
                        && settled.outcome().status() == Status.REJECTED;
                rejected += isRejected ? 1 : 0;
            }
        }
        return rejected;
    }

    private ItemParser parser(ManifestReader reader, Job job, AllowList allowed) {
        return new ItemParser(reader.header(), job.settings(), home, allowed);
    }

    private ManifestReader open(Job job) {
        return open(job, objects.open(job.manifest()));
    }

    private static ManifestReader open(Job job, InputStream content) {
        return ManifestReader.open(fileName(job), content);
    }

    /// What the person who uploaded it calls the file.
    private static String fileName(Job job) {
        String key = job.manifest().key();
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
