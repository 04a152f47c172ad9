package uk.homeward.server.exchange.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.person.KnownAttributes;
import uk.homeward.server.exchange.hl7.Received;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.hl7.adt.Sender;
import uk.homeward.server.exchange.inbox.KeptMessage;
import uk.homeward.server.exchange.inbox.MessageState;
import uk.homeward.server.exchange.inbox.MessageStore;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.Told;
import uk.homeward.server.person.PersonCard;

/**
 * Takes referrals. Each is kept as received together with what it changes, in one transaction; one that cannot be
 * applied is kept by itself, to be mended. The same referral opens one journey, however often it comes.
 */
@Component
class Referrals {

    private static final System.Logger LOG = System.getLogger(Referrals.class.getName());
    private static final int TRIES = 4;
    private static final Sender HOMEWARD = new Sender("HOMEWARD", "");

    private final ReferralReader reader;
    private final MessageStore store;
    private final People people;
    private final Desk desk;
    private final TransactionTemplate transaction;
    private final Pathway pathway;
    private final Route route;

    Referrals(
            ReferralReader reader,
            MessageStore store,
            People people,
            Desk desk,
            TransactionTemplate transaction,
            Pathways pathways) {
        this.reader = reader;
        this.store = store.of("fhir");
        this.people = people;
        this.desk = desk;
        this.transaction = transaction;
        this.pathway = pathways.first();
        this.route = pathway.routes().values().stream()
                .filter(Route::acceptance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the pathway (" + pathway.id()
                        + ") has no route for referrals. Maybe: add one with acceptance"));
    }

    /**
     * Receives a referral.
     *
     * @param mends the number of the kept body that it replaces; null if none
     * @return the journey as it stands
     * @throws Faulty with everything that is wrong; the body is kept
     */
    Journey receive(Received received, Form form, Origin origin, @Nullable Long mends) {
        Understanding understood = reader.read(received, form, origin);
        Envelope envelope = envelope(understood, form, origin);
        if (understood.fault() != null) {
            throw kept(received, envelope, understood.fault(), mends);
        }
        Referral referral = Objects.requireNonNull(understood.referral());
        try {
            return retried(() -> {
                KeptMessage kept = store.keep(received, envelope, null, mends);
                return kept.repeats() == 0
                        ? first(kept, understood.oddities(), referral, received.at(), origin)
                        : again(kept, referral, received.at(), origin);
            });
        } catch (Faulty faulty) {
            throw kept(received, envelope, faulty, mends);
        } catch (ConcurrencyFailureException e) {
            throw e; // not kept: the sender sends it again
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A referral of " + origin.user() + " could not be applied", e);
            throw kept(received, envelope, ourFault(e), mends);
        }
    }

    private Journey first(KeptMessage kept, List<String> oddities, Referral referral, Instant at, Origin origin) {
        if (!oddities.isEmpty()) {
            store.noteOddities(kept.number(), String.join("\n", oddities));
        }
        return apply(referral, at, origin);
    }

    /** One that waited may be in order by now; one that was applied answers as before. */
    private Journey again(KeptMessage kept, Referral referral, Instant at, Origin origin) {
        if (!kept.state().isWaiting()) {
            return desk.find(referral.journey())
                    .orElseThrow(() -> new Faulty(
                            409,
                            List.of(new Finding(
                                    IssueType.CONFLICT,
                                    "",
                                    "a person here has settled this already ("
                                            + kept.state().words() + ")",
                                    "send it under a new identifier if help is still needed"))));
        }
        Journey journey = apply(referral, at, origin);
        store.settle(kept.number(), MessageState.DONE, at, origin.user(), "came again and was applied");
        return journey;
    }

    /** Turns a referral into its command; runs in the caller's transaction. */
    private Journey apply(Referral referral, Instant at, Origin origin) {
        if (referral.withdrawn()) {
            return withdraw(referral, at, origin);
        }
        PersonCard person = people.findOrRegister(referral, at, origin);
        return done(desk.open(
                referral.journey(),
                pathway.id(),
                new JourneyCommand.Open(
                        person.id(), route.id(), referral.sender(), referral.reason(), attributes(referral, person)),
                at,
                origin.actor(),
                "fhir/" + referral.journey()));
    }

    private static Map<String, String> attributes(Referral referral, PersonCard p) {
        Map<String, String> attributes = KnownAttributes.of(p.livesAlone(), p.dementia(), p.frailty(), p.locality());
        attributes.put("urgency", referral.urgency());
        attributes.put("referral", referral.identity());
        return attributes;
    }

    private Journey withdraw(Referral referral, Instant at, Origin origin) {
        Journey journey = desk.find(referral.journey())
                .filter(j -> isOf(j, origin.organisation()))
                .orElseThrow(() -> Faulty.unusable(new Finding(
                        IssueType.NOTFOUND,
                        "ServiceRequest.identifier",
                        "no referral of yours is known under this identifier",
                        "send the identifier under which you referred")));
        return done(desk.tell(
                journey.id(),
                0,
                new JourneyCommand.Withdraw(
                        referral.reason().isBlank() ? "Withdrawn by the sender" : referral.reason()),
                at,
                origin.actor(),
                "fhir/withdraw/" + journey.id()));
    }

    /** True if this organisation opened the journey. */
    static boolean isOf(Journey journey, String organisation) {
        return journey.history().events().getFirst().by().organisation().equals(organisation);
    }

    private static Journey done(Told told) {
        return switch (told) {
            case Told.Done done -> done.journey();
            case Told.Refused refused ->
                throw Faulty.unusable(new Finding(
                        IssueType.BUSINESSRULE, "ServiceRequest.status", refused.why(), "telephone the team"));
            case Told.Conflict conflict ->
                throw new IllegalStateException(
                        "a conflict without a version (" + conflict.journey().id() + ")");
        };
    }

    private Faulty kept(Received received, Envelope envelope, Faulty faulty, @Nullable Long mends) {
        KeptMessage kept = retried(() -> store.keep(received, envelope, faulty.refusal(), mends));
        return faulty.keptAs(kept.number());
    }

    private static Faulty ourFault(RuntimeException e) {
        return new Faulty(
                500,
                List.of(new Finding(
                        IssueType.EXCEPTION,
                        "",
                        "Homeward could not apply it (" + e.getClass().getSimpleName() + ")",
                        "it is kept; tell the makers of Homeward, and replay it when they have mended this")));
    }

    private static Envelope envelope(Understanding understood, Form form, Origin origin) {
        return new Envelope(understood.controlId(), origin.sender(), HOMEWARD, form.type(), "", "R4", "", null);
    }

    private <T> T retried(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (DataAccessException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
