package uk.homeward.server.exchange.mllp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {

    private final List<Frame> frames = new ArrayList<>();
    private final FrameDecoder decoder = new FrameDecoder(1000, frames::add);

    @Test
    void findsSeveralFramesInOnePacket() {
        take("\u000Bone\u001C\r\u000Btwo\u001C\r\u000B\u001C\r");
        assertThat(texts()).containsExactly("one", "two", "");
        assertThat(decoder.junk()).isZero();
    }

    @Test
    void findsTheSameFramesHoweverTheStreamIsCut() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> sent = new ArrayList<>();
            byte[] stream = randomStream(random, sent);
            List<Frame> found = new ArrayList<>();
            FrameDecoder fresh = new FrameDecoder(1000, found::add);
            for (int at = 0; at < stream.length; ) {
                int count = Math.min(1 + random.nextInt(40), stream.length - at);
                byte[] packet = new byte[count];
                System.arraycopy(stream, at, packet, 0, count);
                fresh.take(packet, count);
                at += count;
            }
            fresh.pause();
            assertThat(found.stream().map(FrameDecoderTest::text)).containsExactlyElementsOf(sent);
        }
    }

    @Test
    void countsWhatStandsBetweenFramesAndPassesOverIt() {
        take("GET / HTTP/1.1\r\n\u000Bone\u001C\r\n\r\nxx\u000Btwo\u001C\r");
        assertThat(texts()).containsExactly("one", "two");
        assertThat(decoder.junk()).isEqualTo("GET / HTTP/1.1".length() + 2);
    }

    @Test
    void forgivesAMissingLastCarriageReturn() {
        take("\u000Bone\u001C");
        assertThat(frames).isEmpty();
        assertThat(decoder.mayBeWhole()).isTrue();
        decoder.pause();
        assertThat(texts()).containsExactly("one");
        take("\u000Btwo\u001C\u000Bthree\u001C\r");
        assertThat(texts()).containsExactly("one", "two", "three");
    }

    @Test
    void anEndMarkWithinTheContentBelongsToIt() {
        take("\u000Ba\u001Cb\u001C\u001Cc\u001C\r");
        assertThat(texts()).containsExactly("a\u001Cb\u001C\u001Cc");
    }

    @Test
    void aNewStartInsideAFrameBeginsAgain() {
        take("\u000Bbroken o\u000Bwhole\u001C\r");
        assertThat(texts()).containsExactly("whole");
        assertThat(decoder.brokenOff()).isEqualTo(1);
    }

    @Test
    void keepsOnlyTheBeginningOfWhatIsTooLong() {
        take("\u000B" + "x".repeat(5000) + "\u001C\r\u000Bnext\u001C\r");
        assertThat(frames.getFirst().cut()).isTrue();
        assertThat(frames.getFirst().length()).isEqualTo(5000);
        assertThat(frames.getFirst().content()).hasSize(1000);
        assertThat(text(frames.getLast())).isEqualTo("next");
        assertThat(frames.getLast().cut()).isFalse();
    }

    private static byte[] randomStream(Random random, List<String> sent) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            stream.writeBytes("~junk\r\n".substring(random.nextInt(7)).getBytes(StandardCharsets.UTF_8));
            StringBuilder content = new StringBuilder();
            for (int c = 0; c < random.nextInt(60); c++) {
                content.append(random.nextInt(12) == 0 ? '\u001C' : (char) ('a' + random.nextInt(26)));
            }
            content.append('.');
            sent.add(content.toString());
            stream.writeBytes(Connection.framed(content.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return stream.toByteArray();
    }

    private void take(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        decoder.take(bytes, bytes.length);
    }

    private List<String> texts() {
        return frames.stream().map(FrameDecoderTest::text).toList();
    }

    private static String text(Frame frame) {
        return new String(frame.content(), StandardCharsets.UTF_8);
    }
}
