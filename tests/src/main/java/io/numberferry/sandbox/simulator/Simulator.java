package io.numberferry.sandbox.simulator;

import com.sun.net.httpserver.HttpServer;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.state.Quotas;
import io.numberferry.sandbox.simulator.state.StateFile;
import io.numberferry.sandbox.simulator.wire.Members;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.wire.Routes;
import io.numberferry.sandbox.simulator.world.ConnectNumber;
import io.numberferry.sandbox.simulator.world.Place;
import io.numberferry.sandbox.simulator.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Amazon Connect and Amazon Chime SDK Voice on a port of 127.0.0.1, as far as phone numbers go, Service Quotas'
/// word on how many an instance may hold, and the Resource Groups Tagging API's on their tags.
///
/// Speaks rest-json as the real services do, so any AWS SDK or the AWS CLI can be pointed at [#uri]. Nothing
/// is checked of who calls. Safe for use by several threads.
public final class Simulator implements AutoCloseable {
    private final SimulatorSettings settings;
    private final Account account;
    private final Desk desk;
    private final SplittableRandom random;
    private final Optional<StateFile> stateFile;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();

    private Simulator(World world, SimulatorSettings settings, Optional<StateFile> stateFile) throws IOException {
        this.settings = settings;
        this.stateFile = stateFile;
        this.account = new Account(world);
        this.random = new SplittableRandom(world.behaviour().seed());
        Quotas quotas = new Quotas(world.behaviour().rates(), settings.quotaScale());
        this.desk = new Desk(account, quotas, random);
        this.server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port()), 0);
    }

    /// Starts to answer calls.
    ///
    /// @param world the account; a state file that exists takes its place
    /// @throws io.numberferry.sandbox.simulator.world.WorldException when the state file cannot be used
    /// @throws IOException when the port is taken, or the state file cannot be written
    public static Simulator start(World world, SimulatorSettings settings) throws IOException {
        Optional<World> kept = settings.stateFile().isPresent()
                ? StateFile.load(settings.stateFile().get())
                : Optional.empty();
        World begun = kept.orElse(world);
        Optional<StateFile> file = settings.stateFile().isPresent()
                ? Optional.of(StateFile.begin(settings.stateFile().get(), begun))
                : Optional.empty();
        Simulator simulator = new Simulator(begun, settings, file);
        simulator.open();
        return simulator;
    }

    private void open() {
        server.setExecutor(threads);
        server.createContext("/", new Door(this, settings.pause()));
        server.start();
    }

    /// Where both services are found, for example `http://127.0.0.1:49152`.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// What became of the calls so far, by the qualified name of the API (`connect:ClaimPhoneNumber`). An
    /// API that was never called is left out.
    public Map<String, ApiCalls> calls() {
        return locked(desk::calls);
    }

    /// Says whose a number is of which the world says nothing. Changes nothing about a number that the
    /// account holds, or that is not available.
    ///
    /// @param e164 with its plus sign
    /// @throws IllegalArgumentException when it is no E.164 number
    public void expect(String e164, Ownership ownership) {
        expect(List.of(e164), ownership);
    }

    /// As [#expect(String, Ownership)], for many numbers.
    public void expect(Collection<String> e164s, Ownership ownership) {
        e164s.stream().filter(number -> !PhoneNumber.isE164(number)).findFirst().ifPresent(wrong -> {
            throw new IllegalArgumentException("not an E.164 number: " + wrong);
        });
        locked(() -> {
            e164s.forEach(number -> own(number, ownership));
            keep();
            return e164s;
        });
    }

    private void own(String e164, Ownership ownership) {
        boolean held = account.connect().holds(e164) || account.chime().holds(e164);
        if (!held && ownership == Ownership.OWNED_IN_CONNECT) {
            account.connect().own(e164);
        }
        if (!held && ownership == Ownership.OWNED_IN_CHIME) {
            account.chime().own(e164);
        }
    }

    /// How many numbers an instance can hold; empty when there is no such instance.
    Optional<Integer> numberQuota(String instanceArn) {
        return locked(() -> account.connect()
                .directory()
                .place(instanceArn)
                .filter(place -> place.instanceId().isPresent())
                .map(Place::numberQuota));
    }

    /// The tags of the numbers that have some, or had some while the simulator ran, by their ARNs.
    Map<String, Map<String, String>> tagged() {
        return locked(() -> account.connect()
                .onceTagged(settings.clock().instant())
                .collect(Collectors.toMap(
                        number -> account.connect().directory().arns().phoneNumber(number.id()), ConnectNumber::tags)));
    }

    /// The account as it is now, as a world that can be started again.
    public World world() {
        return locked(account::toWorld);
    }

    /// Writes [#world] as a world file, in one step.
    public void saveTo(Path file) throws IOException {
        StateFile.write(file, world());
    }

    /// Answers a call: decides, keeps what it changed, and only then lets the answer go.
    Reply take(Routes.Match match, Map<String, List<String>> query, Members body) {
        return locked(() -> {
            Instant now = settings.clock().instant();
            Reply reply = desk.take(new Request(match.api(), match.names(), query, body, now));
            keep();
            return reply;
        });
    }

    /// How long a call is on its way.
    Duration arrival() {
        return locked(() -> account.behaviour().latency().arrival(random));
    }

    private void keep() {
        try {
            var changes = account.drainChanges();
            if (stateFile.isPresent()) {
                stateFile.get().append(changes);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /// Stops answering, and folds the log into the state file.
    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        lock.lock();
        try {
            if (stateFile.isPresent()) {
                stateFile.get().fold(account.toWorld());
                stateFile.get().close();
            }
        } finally {
            lock.unlock();
        }
    }
}
