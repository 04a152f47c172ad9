package uk.homeward.server.exchange.inbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.person.KnownAttributes;
import uk.homeward.server.exchange.hl7.AckCode;
import uk.homeward.server.exchange.hl7.ErrorCode;
import uk.homeward.server.exchange.hl7.MessageReader;
import uk.homeward.server.exchange.hl7.Refusal;
import uk.homeward.server.exchange.hl7.adt.Oddity;
import uk.homeward.server.exchange.hl7.clinical.ReferralMessage;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.Told;

/** Opens the journey that a REF message asks for, once however often it comes, and ends it where it is taken back. */
@Component
class ReferralNews {

    private final People people;
    private final Desk desk;
    private final MessageReader reader;
    private final Pathway pathway;
    private final Route route;

    ReferralNews(People people, Desk desk, MessageReader reader, Pathways pathways) {
        this.people = people;
        this.desk = desk;
        this.reader = reader;
        this.pathway = pathways.first();
        this.route = pathway.routes().values().stream()
                .filter(Route::acceptance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the pathway (" + pathway.id()
                        + ") has no route for referrals. Maybe: add one with acceptance"));
    }

    /**
     * Applies a message; runs inside the caller's transaction.
     *
     * @throws CannotApply if it cannot be applied as it stands
     */
    List<Oddity> apply(ReferralMessage message) {
        Applying applying = Applying.of(message.about());
        String id = journey(message);
        if (message.withdrawn()) {
            withdraw(id, message, applying);
        } else {
            people.lock(List.of(message.about().subject()));
            open(id, people.meant(message.about().subject(), applying), message, applying);
        }
        return applying.oddities();
    }

    /** The same referral of the same sender is the same journey. */
    private static String journey(ReferralMessage message) {
        String name = "hl7-referral|" + message.about().envelope().sender().key() + "|" + message.identifier();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void open(String id, KnownPerson person, ReferralMessage message, Applying applying) {
        JourneyEvent.Sender sender = new JourneyEvent.Sender(
                "hospital",
                reader.nameOf(message.about().envelope().sender()),
                message.referrer().isBlank() ? "Sender by HL7" : message.referrer(),
                message.contact());
        done(desk.open(
                id,
                pathway.id(),
                new JourneyCommand.Open(
                        person.id(), route.id(), sender, message.reason(), attributes(message, person.details())),
                applying.at(),
                applying.by(),
                "hl7-referral/" + id));
    }

    private static Map<String, String> attributes(ReferralMessage message, Details d) {
        Map<String, String> attributes = KnownAttributes.of(d.livesAlone(), d.dementia(), d.frailty(), d.locality());
        attributes.put("urgency", message.urgent() ? "urgent" : "routine");
        attributes.put("referral", message.identifier());
        return attributes;
    }

    private void withdraw(String id, ReferralMessage message, Applying applying) {
        Journey journey = desk.find(id)
                .orElseThrow(() -> refused(
                        ErrorCode.UNKNOWN_KEY,
                        "RF1-6",
                        "no referral of this sender is known under this number",
                        "send the number under which it was referred"));
        done(desk.tell(
                journey.id(),
                0,
                new JourneyCommand.Withdraw(message.reason().isBlank() ? "Withdrawn by the sender" : message.reason()),
                applying.at(),
                applying.by(),
                "hl7-referral/withdraw/" + id));
    }

    private static void done(Told told) {
        switch (told) {
            case Told.Done done -> {}
            case Told.Refused refused ->
                throw refused(ErrorCode.UNKNOWN_KEY, "RF1", refused.why(), "telephone the team");
            case Told.Conflict conflict ->
                throw new IllegalStateException(
                        "a conflict without a version (" + conflict.journey().id() + ")");
        }
    }

    private static CannotApply refused(ErrorCode error, String where, String what, String maybe) {
        return new CannotApply(new Refusal(AckCode.AE, error, where, what, maybe));
    }
}
