package uk.homeward.server.exchange.hospitals;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.exchange.hospitals.Line.Answer;

/**
 * In the demo, tells the house what its hospitals would tell, as they would: HL7 messages over the network. Who comes to an
 * emergency department is announced at once, and again until the house has taken it. Of those who are there it compares,
 * every two seconds, where they are with what was told, and sends what is missing; so it needs no memory and goes on after
 * a restart.
 */
@Component
public class DemoHospitals implements SmartLifecycle {

    private static final System.Logger LOG = System.getLogger(DemoHospitals.class.getName());
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int TRIES = 5;

    private final ServerSettings settings;
    private final Line line;
    private final Rounds rounds;
    private final BlockingDeque<Coming> coming = new LinkedBlockingDeque<>();
    private volatile boolean tells;
    private volatile @Nullable Thread thread;

    /** Somebody who has come, and how often the house has refused to hear of it. */
    private record Coming(Comer comer, int refusals) {}

    DemoHospitals(ServerSettings settings, Line line, Rounds rounds) {
        this.settings = settings;
        this.line = line;
        this.rounds = rounds;
    }

    /**
     * Somebody has come: a hospital announces them, and the front door opens their journey. Returns at once; goes on
     * trying for as long as the listener cannot be reached.
     *
     * @return false if that hospital sends no messages: then somebody else has to open the journey
     */
    public boolean arrives(Comer comer) {
        boolean told = tells && rounds.canAnnounce(comer);
        if (told) {
            coming.addLast(new Coming(comer, 0));
        }
        return told;
    }

    @Override
    public void start() {
        if (settings.isDemo() && settings.people() != ServerSettings.NOBODY && settings.mllpPort() >= 0) {
            Thread telling = Thread.ofVirtual().name("demo-hospitals").unstarted(this::tellUntilStopped);
            thread = telling;
            tells = true; // also while the server stops: who is not announced now is announced after the next start
            telling.start();
        }
    }

    private void tellUntilStopped() {
        long round = System.nanoTime() + ROUND.toNanos();
        while (thread != null) { // never interrupted: that would break the database connection in use
            try {
                long left = Math.max(0, round - System.nanoTime());
                Coming first = coming.pollFirst(Math.min(left, PAUSE.toNanos()), TimeUnit.NANOSECONDS);
                if (first != null) {
                    announce(first);
                }
                if (System.nanoTime() >= round && thread != null) {
                    round = System.nanoTime() + ROUND.toNanos();
                    tell();
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "The demo's hospitals try again in a moment", e);
                line.hangUp();
                pause();
            }
        }
    }

    /** Announces somebody; whatever goes wrong, they stay first in the queue. */
    private void announce(Coming next) throws IOException {
        boolean settled = false;
        Coming again = next;
        try {
            Answer answer = rounds.announce(next.comer());
            settled = answer == Answer.TAKEN || next.refusals() + 1 >= TRIES;
            again = new Coming(next.comer(), next.refusals() + 1);
            if (answer == Answer.REFUSED && settled) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The arrival ({0}) was refused",
                        next.comer().visit());
            }
        } finally {
            if (!settled) {
                coming.addFirst(again);
            }
        }
        if (!settled) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what is missing of those who are there; returns how many messages that were. */
    int tell() throws IOException {
        return rounds.tell();
    }

    @Override
    public void stop() {
        thread = null;
        line.hangUp();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
