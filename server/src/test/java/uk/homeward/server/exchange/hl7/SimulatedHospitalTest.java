package uk.homeward.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.mllp.MllpClient;
import uk.homeward.server.exchange.mllp.MllpServer;
import uk.homeward.server.exchange.mllp.MllpSettings;

/** A whole stream that was made by someone else's simulated hospital goes through the listener. */
class SimulatedHospitalTest {

    private static final Path STREAM = Path.of(
            System.getProperty("homeward.root", ".."),
            "..",
            "shared",
            "data",
            "interop",
            "hl7v2",
            "simulated_hospital_adt.hl7");

    private final MessageReader reader = new MessageReader(SenderProfiles.NONE);
    private final MemoryInbox inbox = new MemoryInbox(reader);
    private List<String> messages = List.of();

    @BeforeEach
    void readStream() throws IOException {
        assumeTrue(Files.exists(STREAM), "left out: the shared HL7 stream is not beside this checkout");
        messages = Arrays.stream(Files.readString(STREAM).split("\n"))
                .filter(message -> !message.isBlank())
                .toList();
    }

    @Test
    void everyMessageIsAcceptedWithoutAnyOddity() throws Exception {
        try (MllpServer server = listen()) {
            assertThat(send(server, messages)).isEqualTo(messages.size());
        }
        assertThat(inbox.applied()).hasSize(281);
        assertThat(inbox.applied()).allSatisfy(message -> {
            assertThat(message.oddities()).isEmpty();
            assertThat(message.subject().identity().nhsNumber()).isPresent();
        });
    }

    @Test
    void shuffledRepeatedAndFromSeveralSendersAtOnceEachCountsOnce() throws Exception {
        List<String> inOrder = understoodInOrder();
        try (MllpServer server = listen();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int seed = 0; seed < 4; seed++) {
                List<String> shuffled = new ArrayList<>(messages);
                Collections.shuffle(shuffled, new Random(seed));
                work.add(() -> send(server, shuffled));
            }
            for (Future<Integer> accepted : senders.invokeAll(work)) {
                assertThat(accepted.get()).isEqualTo(messages.size());
            }
        }
        assertThat(inbox.applied()).hasSize(281);
        assertThat(new HashSet<>(
                        inbox.applied().stream().map(AdtMessage::toString).toList()))
                .isEqualTo(new HashSet<>(inOrder));
    }

    private List<String> understoodInOrder() {
        return messages.stream()
                .map(message -> Messages.read(reader, message))
                .map(read -> ((Understanding.Understood) read).message().toString())
                .toList();
    }

    private MllpServer listen() throws IOException {
        Hl7Door door = new Hl7Door(inbox, reader, InstantSource.fixed(Messages.NOW));
        return MllpServer.start(MllpSettings.onLoopback(0), door);
    }

    private static int send(MllpServer server, List<String> messages) throws IOException {
        int accepted = 0;
        try (MllpClient client = MllpClient.connect("127.0.0.1", server.port(), Duration.ofSeconds(10))) {
            for (String message : messages) {
                byte[] answer = client.exchange(message.getBytes(StandardCharsets.UTF_8));
                accepted += new String(answer, StandardCharsets.UTF_8).contains("\rMSA|AA|") ? 1 : 0;
            }
        }
        return accepted;
    }
}
