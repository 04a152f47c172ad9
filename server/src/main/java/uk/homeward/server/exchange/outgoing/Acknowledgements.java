package uk.homeward.server.exchange.outgoing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.journey.flow.Summary;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.time.PlaceTime;

/** What receivers say later, in a message of their own, of what they were sent. */
@Component
public class Acknowledgements {

    /** ITK3's business acknowledgement: the letter is for somebody who is known there. */
    private static final String BUSINESS = "30001";

    private static final int LONGEST = 500;

    private final Outbox outbox;
    private final Subscribers subscribers;
    private final FlowDesk flows;
    private final PlaceTime time;

    Acknowledgements(Outbox outbox, Subscribers subscribers, FlowDesk flows, PlaceTime time) {
        this.outbox = outbox;
        this.subscribers = subscribers;
        this.flows = flows;
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
        boolean known = outbox.acknowledge(
                id, yes, words.length() > LONGEST ? words.substring(0, LONGEST) : words, time.instant());
        if (known && yes) {
            taken(id, words);
        }
        return known;
    }

    /**
     * A message was taken. Where it carried a discharge summary and the receiver's business acknowledgement is among the
     * words, the summary counts as read there; that it arrived is not enough.
     */
    void taken(String id, String words) {
        if (words.contains(BUSINESS)) {
            outbox.carried(id).forEach(this::read);
        }
    }

    private void read(Outbox.Carried carried) {
        Optional<Subscriber> subscriber = subscribers.find(carried.subscriber());
        Optional<Summary> sent = flows.find(carried.stay()).stream()
                .flatMap(flow -> flow.summaries().stream())
                .filter(summary -> summary.sequence() == carried.summary() && !summary.isRead())
                .findFirst();
        if (subscriber.isPresent() && sent.isPresent()) {
            String to = sent.get().organisation().isEmpty()
                    ? sent.get().receiver()
                    : sent.get().organisation();
            flows.tell(
                    carried.stay(),
                    0,
                    new FlowCommand.AcknowledgeSummary(
                            subscriber.get().name() + ", by ITK3 message", to, "", carried.summary()),
                    time.instant(),
                    Actor.system("outgoing", subscriber.get().organisation()),
                    "itk-" + carried.stay() + "-" + carried.summary());
        }
    }
}
