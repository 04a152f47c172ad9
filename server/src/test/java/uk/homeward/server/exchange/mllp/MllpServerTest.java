package uk.homeward.server.exchange.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class MllpServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final MllpAnswering ECHO =
            (frame, peer) -> text(frame.content()).toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);

    private final MllpSettings settings = MllpSettings.onLoopback(0);

    @Test
    void answersEachMessageInTurn() throws IOException {
        try (MllpServer server = MllpServer.start(settings, ECHO);
                MllpClient client = connect(server)) {
            assertThat(exchange(client, "one")).isEqualTo("ONE");
            client.send(bytes("two"));
            client.send(bytes("three"));
            assertThat(text(client.receive())).isEqualTo("TWO");
            assertThat(text(client.receive())).isEqualTo("THREE");
            assertThat(server.counts().frames()).isEqualTo(3);
        }
    }

    @Test
    void answersManySendersAtOnce() throws Exception {
        try (MllpServer server = MllpServer.start(settings, ECHO);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int s = 0; s < 20; s++) {
                int sender = s;
                work.add(() -> sendMany(server, "sender" + sender, 50));
            }
            for (Future<Integer> done : senders.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(50);
            }
            assertThat(server.counts().frames()).isEqualTo(1000);
        }
    }

    @Test
    void takesAMessageThatComesByteByByteBetweenJunk() throws Exception {
        try (MllpServer server = MllpServer.start(settings, ECHO);
                Socket socket = new Socket("127.0.0.1", server.port())) {
            for (byte b : bytes("xx\u000Bslow\u001C\r")) {
                socket.getOutputStream().write(new byte[] {b});
                socket.getOutputStream().flush();
                Thread.sleep(3);
            }
            assertThat(read(socket, 7)).isEqualTo("\u000BSLOW\u001C\r");
        }
    }

    @Test
    void answersAMessageThatLacksItsLastByte() throws Exception {
        try (MllpServer server = MllpServer.start(settings, ECHO);
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(bytes("\u000Bone\u001C"));
            assertThat(read(socket, 6)).isEqualTo("\u000BONE\u001C\r");
        }
    }

    @Test
    void outlivesSendersThatMisbehave() throws Exception {
        Random random = new Random(3);
        try (MllpServer server = MllpServer.start(settings, ECHO)) {
            for (int i = 0; i < 200; i++) {
                try (Socket socket = new Socket("127.0.0.1", server.port())) {
                    byte[] noise = new byte[random.nextInt(300)];
                    random.nextBytes(noise);
                    socket.setSoLinger(true, 0); // close with a reset
                    socket.getOutputStream().write(noise);
                } catch (IOException e) {
                    assertThat(e).isInstanceOf(java.net.SocketException.class); // reset by the other side: as intended
                }
            }
            assertThat(sendMany(server, "good", 5)).isEqualTo(5);
        }
    }

    @Test
    void closesConnectionsThatAreIdleOrStalledOrSendNoFrames() throws Exception {
        MllpSettings hasty = settings.withTimes(Duration.ofMillis(150), Duration.ofMillis(150))
                .withLimits(10, 1000, 100);
        try (MllpServer server = MllpServer.start(hasty, ECHO);
                Socket idle = new Socket("127.0.0.1", server.port());
                Socket stalled = new Socket("127.0.0.1", server.port());
                Socket chatty = new Socket("127.0.0.1", server.port())) {
            stalled.getOutputStream().write(bytes("\u000Bhalf"));
            chatty.getOutputStream().write(bytes("x".repeat(200)));
            for (Socket socket : List.of(idle, stalled, chatty)) {
                socket.setSoTimeout(5000);
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
            await(() -> server.counts().open() == 0);
            assertThat(server.counts().closedByUs()).isEqualTo(3);
            assertThat(server.counts().brokenOff()).isEqualTo(1);
        }
    }

    @Test
    void aSenderThatNeverReadsItsAnswersIsClosed() throws Exception {
        MllpSettings hasty = settings.withTimes(PATIENCE, Duration.ofMillis(300));
        MllpAnswering large = (frame, peer) -> new byte[1 << 20];
        try (MllpServer server = MllpServer.start(hasty, large);
                Socket socket = new Socket("127.0.0.1", server.port())) {
            for (int i = 0; i < 20; i++) {
                socket.getOutputStream().write(bytes("\u000Bx\u001C\r"));
            }
            await(() -> server.counts().closedByUs() == 1 && server.counts().unanswered() == 1);
            assertThat(server.counts().frames()).isLessThan(20); // it read no further: back-pressure
        }
    }

    @Test
    void turnsAwayConnectionsBeyondTheLimitAndServesTheOthers() throws Exception {
        try (MllpServer server = MllpServer.start(settings.withLimits(1, 1000, 1000), ECHO);
                MllpClient first = connect(server)) {
            assertThat(exchange(first, "a")).isEqualTo("A");
            try (MllpClient second = connect(server)) {
                assertThatThrownBy(() -> exchange(second, "b")).isInstanceOf(IOException.class);
            }
            assertThat(exchange(first, "c")).isEqualTo("C");
            assertThat(server.counts().turnedAway()).isEqualTo(1);
        }
    }

    @Test
    void aMessageThatCannotBeAnsweredClosesOnlyItsConnection() throws Exception {
        MllpAnswering fragile = (frame, peer) -> {
            if (text(frame.content()).equals("bad")) {
                throw new IllegalStateException("no answer");
            }
            return frame.content();
        };
        try (MllpServer server = MllpServer.start(settings, fragile);
                MllpClient one = connect(server);
                MllpClient other = connect(server)) {
            assertThatThrownBy(() -> exchange(one, "bad")).isInstanceOf(IOException.class);
            assertThat(exchange(other, "good")).isEqualTo("good");
            assertThat(server.counts().unanswered()).isEqualTo(1);
        }
    }

    @Test
    void stopsWithinSecondsAndLetsTheMessageInHandBeAnswered() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        MllpAnswering slow = (frame, peer) -> {
            begun.countDown();
            await(() -> finish.getCount() == 0);
            return frame.content();
        };
        MllpServer server = MllpServer.start(settings, slow);
        try (MllpClient busy = connect(server);
                Socket idle = new Socket("127.0.0.1", server.port())) {
            busy.send(bytes("in hand"));
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            Thread stopper = Thread.ofVirtual().start(server::close);
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
            finish.countDown();
            assertThat(text(busy.receive())).isEqualTo("in hand");
            assertThat(stopper.join(Duration.ofSeconds(6))).isTrue();
            assertThatThrownBy(() -> connect(server)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysWhichPortIsInUse() throws IOException {
        try (MllpServer server = MllpServer.start(settings, ECHO)) {
            assertThatThrownBy(() -> MllpServer.start(MllpSettings.onLoopback(server.port()), ECHO))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1:" + server.port())
                    .hasMessageContaining("Maybe: ");
        }
    }

    private static int sendMany(MllpServer server, String name, int messages) throws IOException {
        int right = 0;
        try (MllpClient client = connect(server)) {
            for (int i = 0; i < messages; i++) {
                String sent = name + "-" + i;
                right += exchange(client, sent).equals(sent.toUpperCase(Locale.ROOT)) ? 1 : 0;
            }
        }
        return right;
    }

    private static MllpClient connect(MllpServer server) throws IOException {
        return MllpClient.connect("127.0.0.1", server.port(), PATIENCE);
    }

    private static String exchange(MllpClient client, String content) throws IOException {
        return text(client.exchange(bytes(content)));
    }

    private static String read(Socket socket, int count) throws IOException {
        return text(socket.getInputStream().readNBytes(count));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to pass within " + PATIENCE);
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
