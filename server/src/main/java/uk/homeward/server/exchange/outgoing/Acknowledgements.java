package uk.homeward.server.exchange.outgoing;

import org.springframework.stereotype.Component;
import uk.homeward.server.time.PlaceTime;

/** What receivers say later, in a message of their own, of what they were sent. */
@Component
public class Acknowledgements {

    private final Outbox outbox;
    private final PlaceTime time;

    Acknowledgements(Outbox outbox, PlaceTime time) {
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * Keeps what was said.
     *
     * @param id the id of the message that was sent
     * @param yes false if the receiver will not have it: then it waits for a person
     * @return false if no such message was sent
     */
    public boolean keep(String id, boolean yes, String words) {
        return outbox.acknowledge(id, yes, words.length() > 500 ? words.substring(0, 500) : words, time.instant());
    }
}
