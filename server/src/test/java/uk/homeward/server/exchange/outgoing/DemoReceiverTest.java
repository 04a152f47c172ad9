package uk.homeward.server.exchange.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;

class DemoReceiverTest extends ServerTest {

    @Test
    void the_demos_doctors_take_what_they_are_told_and_refuse_one_in_fifty() {
        DemoReceiver receiver = bean(DemoReceiver.class);
        receiver.begin();
        try {
            Subscriber doctors =
                    bean(Subscribers.class).find("demo-out-of-hours").orElseThrow();
            byte[] message = "MSH|^~\\&|HOMEWARD|uhb|OOH|DEMO|2026||ADT^A01|ID7|P|2.4\r"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            Sender sender = bean(Sender.class);
            int refused = 0;
            for (int i = 0; i < 50; i++) {
                refused += sender.send(doctors, message) instanceof Answer.Refused ? 1 : 0;
            }
            assertThat(refused).isEqualTo(1);
        } finally {
            bean(Subscribers.class).remove("demo-out-of-hours");
            receiver.destroy();
        }
    }
}
