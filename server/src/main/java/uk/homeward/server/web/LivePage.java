package uk.homeward.server.web;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One open page. Notices for it wait in a short line, each once, and are sent by a thread of the page's own, so that a page
 * that does not read holds up nobody else. When the line grows too long, all of it becomes one notice: everything changed.
 */
final class LivePage {

    /** As many notices as may wait. */
    static final int MOST_WAITING = 100;
    /** Says that anything may have changed. */
    static final String EVERYTHING = "PLACE *";

    private final Sender sender;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final LinkedHashSet<String> waiting = new LinkedHashSet<>();
    private Runnable closed = () -> {};
    private boolean over;

    LivePage(Sender sender) {
        this.sender = sender;
    }

    /** Sends a notice to the browser; may take as long as the browser likes. */
    @FunctionalInterface
    interface Sender {
        void send(String notice) throws IOException;
    }

    /** What is to be done once when the page is gone. */
    void whenClosed(Runnable then) {
        closed = then;
    }

    void begin() {
        Thread.ofVirtual().name("live-page").start(this::sendUntilClosed);
    }

    /** Never waits. */
    void notice(String notice) {
        lock.lock();
        try {
            if (waiting.contains(EVERYTHING)) {
                return;
            }
            waiting.add(notice);
            if (waiting.size() > MOST_WAITING) {
                waiting.clear();
                waiting.add(EVERYTHING);
            }
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            over = true;
            news.signal();
        } finally {
            lock.unlock();
        }
        closed.run();
    }

    private void sendUntilClosed() {
        try {
            for (String notice = next(); notice != null; notice = next()) {
                sender.send(notice);
            }
        } catch (IOException | IllegalStateException gone) {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next notice, when there is one; null once the page is closed. */
    private @Nullable String next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !over) {
                news.await();
            }
            return over ? null : waiting.removeFirst();
        } finally {
            lock.unlock();
        }
    }
}
