package uk.homeward.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Changed;

class LivePageTest extends ServerTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void aPageThatDoesNotReadIsToldAtTheEndThatEverythingChanged() throws Exception {
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        LivePage page = new LivePage(notice -> {
            sent.add(notice);
            stuck.countDown();
            await(reads);
        });
        page.begin();
        page.notice("JOURNEY first");
        stuck.await();
        for (int i = 0; i < 100_000; i++) {
            page.notice("JOURNEY step-" + i);
        }
        reads.countDown();
        waitUntil(() -> sent.size() == 2);
        page.notice("JOURNEY after");
        page.notice("JOURNEY after");
        waitUntil(() -> sent.size() >= 3);

        assertThat(sent).startsWith("JOURNEY first", LivePage.EVERYTHING, "JOURNEY after");
        page.close();
    }

    @Test
    void whoChangesSomethingDoesNotWaitForABrowserThatDoesNotRead() throws Exception {
        LiveController live = bean(LiveController.class);
        String longName = "x".repeat(4_000);
        try (Socket slow = open(1_024);
                Socket reader = open(1 << 16)) {
            waitFor(reader.getInputStream(), ":open");
            long start = System.nanoTime();
            for (int i = 0; i < 20_000; i++) { // 80 MB, far more than the network holds for a reader who does not read
                live.changed(new Changed(Subject.journey("j" + i), "", longName + i));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            live.changed(new Changed(Subject.journey("last"), "", "the-last-step"));
            assertThat(waitFor(reader.getInputStream(), "the-last-step", LivePage.EVERYTHING))
                    .as("who reads hears of it at once")
                    .isTrue();
        }
    }

    /** A browser that has asked for live notices, with the given room for what it has not read. */
    private static Socket open(int room) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(room);
        socket.setSoTimeout((int) LONG.toMillis());
        socket.connect(new InetSocketAddress("127.0.0.1", uri("").getPort()));
        socket.getOutputStream()
                .write(("GET /live HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer demo-responder\r\n"
                                + "Accept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static boolean waitFor(InputStream in, String... any) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[8_192];
        while (true) {
            int count = in.read(buffer);
            if (count < 0) {
                return false;
            }
            read.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            for (String one : any) {
                if (read.indexOf(one) >= 0) {
                    return true;
                }
            }
            read.delete(0, Math.max(0, read.length() - 8_192));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitUntil(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(5);
        }
    }
}
