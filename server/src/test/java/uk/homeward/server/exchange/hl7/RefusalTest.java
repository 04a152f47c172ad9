package uk.homeward.server.exchange.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.homeward.server.exchange.hl7.Messages.PID;
import static uk.homeward.server.exchange.hl7.Messages.header;
import static uk.homeward.server.exchange.hl7.Messages.join;
import static uk.homeward.server.exchange.hl7.Messages.refused;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "MSH",
                "MSH|",
                "PID|1||L1",
                "{\"resourceType\":\"Patient\"}",
                "<ADT_A01/>",
                "FHS|^~\\&|PAS\rBHS|^~\\&|PAS\rMSH|^~\\&|PAS|RRK|||20261123||ADT^A01|1|P|2.4\r"
            })
    void whatIsNotHl7IsRejected(String content) {
        assertThat(refused(content).answer()).isEqualTo(AckCode.AR);
    }

    @Test
    void otherMessagesAndEventsAreRejectedWithTheReason() {
        assertThat(refused(join("MSH|^~\\&|LAB|RRK|||20261123||ORR^O02|1|P|2.4", "MSA|AA|77")))
                .satisfies(refusal -> {
                    assertThat(refusal.answer()).isEqualTo(AckCode.AR);
                    assertThat(refusal.error()).isEqualTo(ErrorCode.MESSAGE_TYPE);
                    assertThat(refusal.words()).contains("(ORR^O02)").contains("Maybe: ");
                });
        assertThat(refused(join(header("A60", "2.4"), PID)).error()).isEqualTo(ErrorCode.EVENT);
        assertThat(refused(join("MSH|^~\\&|PAS|RRK|||20261123||ADT|1|P|2.4", PID))
                        .error())
                .isEqualTo(ErrorCode.EVENT);
    }

    @Test
    void twoMessagesInOneFrameAreRejected() {
        assertThat(refused(join(header("A28", "2.4"), PID) + join(header("A28", "2.4"), PID))
                        .words())
                .contains("more than one message");
    }

    @Test
    void aMessageThatWasCutIsRejected() {
        byte[] content = join(header("A28", "2.4"), PID).getBytes(StandardCharsets.UTF_8);
        Received cut = new Received(content, 5_000_000, "", Messages.NOW);
        assertThat(new MessageReader(SenderProfiles.NONE).read(cut))
                .isInstanceOfSatisfying(Understanding.Refused.class, refused -> {
                    assertThat(refused.refusal().answer()).isEqualTo(AckCode.AR);
                    assertThat(refused.envelope().controlId()).isEqualTo("M1");
                });
    }

    @Test
    void whatLacksAPatientWaitsToBeMended() {
        assertThat(refused(join(header("A01", "2.4"), "PV1|1|I")).answer()).isEqualTo(AckCode.AE);
        assertThat(refused(join(header("A01", "2.4"), "PID|1||||Osei^Ama")).where())
                .isEqualTo("PID-3");
        assertThat(refused(join(header("A01", "2.4"), "PID|1||9999999999^^^NHS^NH"))
                        .answer())
                .isEqualTo(AckCode.AE);
    }

    @Test
    void aMergeWithoutALoserAndASwapOfOneWaitToBeMended() {
        assertThat(refused(join(header("A40", "2.4"), PID)).where()).isEqualTo("MRG-1");
        assertThat(refused(join(header("A34", "2.4"), PID, "MRG|")).answer()).isEqualTo(AckCode.AE);
        assertThat(refused(join(header("A17", "2.4"), PID, "PV1|1|I")).answer()).isEqualTo(AckCode.AE);
    }

    @Test
    void whatIsOutOfAllProportionIsRefusedWithoutBeingTakenApart() {
        String manyParts = "PID|1||L1" + "^".repeat(100_000);
        assertThat(refused(join(header("A28", "2.4"), manyParts)).answer()).isEqualTo(AckCode.AE);
        assertThat(refused(join(header("A28", "2.4"), PID) + "ZZZ|1\r".repeat(5_000))
                        .answer())
                .isEqualTo(AckCode.AE);
    }

    @Test
    void noDamageToAMessageMakesReadingThrow() {
        byte[] sound = Messages.ordinary("A02", "2.4", "PV1|1|I|W^R^B^F|||P^Q^R|C^D^E||||||||||||V1")
                .getBytes(StandardCharsets.UTF_8);
        MessageReader reader = new MessageReader(SenderProfiles.NONE);
        Random random = new Random(11);
        byte[] signs = "|^~\\&\r\n\u0000\"M9".getBytes(StandardCharsets.UTF_8);
        int understood = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = sound.clone();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                byte b = random.nextBoolean() ? signs[random.nextInt(signs.length)] : (byte) random.nextInt(256);
                damaged[random.nextInt(damaged.length)] = b;
            }
            Understanding read = reader.read(Received.whole(damaged, "", Messages.NOW));
            understood += read instanceof Understanding.Understood ? 1 : 0;
        }
        assertThat(understood).isBetween(5_000, 19_999);
    }
}
