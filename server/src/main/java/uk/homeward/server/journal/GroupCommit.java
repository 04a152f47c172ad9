package uk.homeward.server.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes what several have ready at the same moment in one transaction, so that they share its cost. Whoever comes while
 * nobody writes, writes at once; who comes meanwhile waits, and one of them then writes for all. Nobody goes on before what
 * they wrote is durable. Where the database refuses a group, each of it writes alone: one's conflict is never another's.
 */
final class GroupCommit {

    private static final int MOST = 64;
    private static final String LOCKED = "55P03";

    private final JdbcTemplate jdbc;
    private final Queue<Part> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore writers = new Semaphore(1);

    GroupCommit(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private enum Fate {
        WAITING,
        TAKEN,
        DONE,
        ALONE,
        FAILED
    }

    /** What one thread has to write. */
    private static final class Part {

        private final Writes writes;
        private final Thread teller = Thread.currentThread();
        private volatile Fate fate = Fate.WAITING;
        private @Nullable RuntimeException failure;

        Part(Writes writes) {
            this.writes = writes;
        }

        boolean isOpen() {
            return fate == Fate.WAITING || fate == Fate.TAKEN;
        }

        void settle(Fate settled) {
            fate = settled;
            LockSupport.unpark(teller);
        }

        void fail(RuntimeException why) {
            failure = why;
            settle(Fate.FAILED);
        }
    }

    /**
     * Writes, and returns once that is durable.
     *
     * @throws org.springframework.dao.DuplicateKeyException if this would break a unique key; then nothing of it was done
     */
    void write(Writes writes) {
        Part mine = new Part(writes);
        waiting.add(mine);
        Fate fate = settled(mine);
        if (fate == Fate.FAILED && mine.failure != null) {
            throw mine.failure;
        }
        if (fate == Fate.ALONE) {
            writes.run(jdbc);
        }
    }

    /** Waits, and writes for others when it is its turn, until its own part is settled. */
    private Fate settled(Part mine) {
        boolean interrupted = false;
        while (mine.isOpen()) {
            if (mine.fate == Fate.WAITING && writers.tryAcquire()) {
                try {
                    writeTogether(next());
                } finally {
                    writers.release();
                }
                wakeOne();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.fate;
    }

    private void wakeOne() {
        Part next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.teller);
        }
    }

    private List<Part> next() {
        List<Part> group = new ArrayList<>();
        for (Part part = waiting.poll(); part != null; part = group.size() < MOST ? waiting.poll() : null) {
            part.fate = Fate.TAKEN;
            group.add(part);
        }
        return group;
    }

    /** Never waits long for somebody's lock: whoever needs it waits for it alone, and holds up nobody. */
    private void writeTogether(List<Part> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            Writes.together(group.stream().map(part -> part.writes).toList()).runUnlessLocked(jdbc);
            group.forEach(part -> part.settle(Fate.DONE));
        } catch (DataAccessException failed) {
            if (isUndone(failed)) {
                group.forEach(part -> part.settle(Fate.ALONE));
            } else {
                group.forEach(part -> part.fail(failed));
            }
        } finally {
            group.stream().filter(Part::isOpen).forEach(part -> part.fail(new IllegalStateException("cut short")));
        }
    }

    /** True where the database said no; what became of work on a lost connection nobody knows. */
    private static boolean isUndone(DataAccessException failed) {
        return failed instanceof DataIntegrityViolationException
                || failed instanceof ConcurrencyFailureException
                || (failed.getRootCause() instanceof SQLException said && LOCKED.equals(said.getSQLState()));
    }
}
