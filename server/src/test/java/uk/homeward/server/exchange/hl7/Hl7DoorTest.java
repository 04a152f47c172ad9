package uk.homeward.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.homeward.server.exchange.hl7.Messages.PID;
import static uk.homeward.server.exchange.hl7.Messages.header;
import static uk.homeward.server.exchange.hl7.Messages.join;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import uk.homeward.server.exchange.mllp.Frame;

class Hl7DoorTest {

    private final MessageReader reader = new MessageReader(SenderProfiles.NONE);
    private final InstantSource clock = InstantSource.fixed(Messages.NOW);
    private final Hl7Door door = new Hl7Door(new MemoryInbox(reader), reader, clock);

    @Test
    void acceptsAndEchoesTheControlIdExactly() {
        String answer = answer(join(header("A28", "2.4").replace("|M1|", "|M^1/é|"), PID));
        assertThat(answer)
                .startsWith("MSH|^~\\&|HOMEWARD||PAS|RRK|20261123100000||ACK^A28|H")
                .contains("|P|2.4\rMSA|AA|M^1/é\r");
    }

    @Test
    void acknowledgesARepeatedMessageAgainAndSaysSo() {
        String message = join(header("A28", "2.4"), PID);
        assertThat(answer(message)).contains("\rMSA|AA|M1\r");
        assertThat(answer(message)).contains("\rMSA|AA|M1|received before, nothing was done again\r");
    }

    @Test
    void saysWhatIsWrongAndHowToMendItInTheFormOfEachVersion() {
        assertThat(answer(join(header("A40", "2.5"), PID)))
                .contains("\rMSA|AE|M1|MRG-1: a merge does not say which record gives way. Maybe: ")
                .contains("\rERR||MRG^1^1|101^Required field missing^HL70357|E|||a merge does not say");
        assertThat(answer(join(header("A40", "2.3"), PID)))
                .contains("\rERR|MRG^1^1^101&Required field missing&HL70357\r");
    }

    @Test
    void answersWhatIsNotHl7AndWhatCarriesAnAcknowledgement() {
        assertThat(answer("hello")).contains("\rMSA|AR||MSH: the message does not begin with an MSH segment");
        assertThat(answer(join("MSH|^~\\&|LAB|RRK|||20261123||ORR^O02|9|P|2.4", "MSA|AA|77")))
                .contains("||ACK^O02|")
                .contains("\rMSA|AR|9|");
    }

    @Test
    void tellsTheSenderToSendAgainWhenTheMessageCouldNotBeKept() {
        Inbox broken = received -> {
            throw new IllegalStateException("the database does not answer");
        };
        Hl7Door shut = new Hl7Door(broken, reader, clock);
        assertThat(answer(shut, join(header("A28", "2.4"), PID)))
                .contains("\rMSA|AR|M1|the message could not be kept just now. Maybe: send it again in a moment\r");
    }

    @Test
    void countsEachSender() {
        answer(join(header("A28", "2.4"), PID));
        answer(join(header("A28", "2.4"), PID));
        answer(join(header("A40", "2.4"), PID));
        answer("hello");
        assertThat(door.counts()).hasSize(2).anySatisfy(counts -> {
            assertThat(counts.sender()).isEqualTo("PAS|RRK");
            assertThat(counts.accepted()).isEqualTo(2);
            assertThat(counts.repeated()).isEqualTo(1);
            assertThat(counts.toMend()).isEqualTo(1);
            assertThat(counts.lastType()).isEqualTo("ADT^A40");
            assertThat(counts.lastRefusal()).contains("MRG-1");
        });
    }

    @Test
    void countsTogetherWhatTooManySendersSend() {
        for (int i = 0; i < 1_500; i++) {
            answer(join(header("A28", "2.4").replace("|PAS|", "|PAS" + i + "|"), PID));
        }
        assertThat(door.counts()).hasSize(1_001);
        assertThat(door.counts().stream().mapToLong(SenderCounts::accepted).sum())
                .isEqualTo(1_500);
    }

    private String answer(String message) {
        return answer(door, message);
    }

    private static String answer(Hl7Door door, String message) {
        byte[] content = message.getBytes(StandardCharsets.UTF_8);
        return new String(door.answer(new Frame(content, content.length), "127.0.0.1:9"), StandardCharsets.UTF_8);
    }
}
