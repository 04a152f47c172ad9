package uk.homeward.server.exchange.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.spell.Spell;
import uk.homeward.server.exchange.hl7.AckCode;
import uk.homeward.server.exchange.hl7.ErrorCode;
import uk.homeward.server.exchange.hl7.Refusal;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.Clinician;
import uk.homeward.server.exchange.hl7.adt.Oddity;
import uk.homeward.server.exchange.hl7.adt.Subject;
import uk.homeward.server.exchange.hl7.adt.Visit;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.Stays;
import uk.homeward.server.journal.Stays.Stay;

/** Applies an understood message: to the people, then to their stays, then to the front door. */
@Component
class HospitalNews {

    private final People people;
    private final Stays stays;
    private final FlowDesk flows;
    private final FrontDoor frontDoor;
    private final SpellFacts facts;

    HospitalNews(People people, Stays stays, FlowDesk flows, FrontDoor frontDoor, Place place) {
        this.people = people;
        this.stays = stays;
        this.flows = flows;
        this.frontDoor = frontDoor;
        this.facts = new SpellFacts(new Wards(place));
    }

    /**
     * Applies a message; runs inside the caller's transaction.
     *
     * @return what was not as it should be
     * @throws CannotApply if it cannot be applied as it stands
     */
    List<Oddity> apply(AdtMessage message) {
        Applying applying = Applying.of(message);
        people.lock(message.subjects());
        message.subjects().forEach(subject -> apply(subject, message, applying));
        return applying.oddities();
    }

    private void apply(Subject subject, AdtMessage message, Applying applying) {
        KnownPerson person = people.tell(subject, applying);
        @Nullable Visit visit = subject.visit();
        List<SpellEvent> news = facts.of(message, person.id(), visit);
        news.forEach(fact -> check(fact, person, applying));
        Optional<Stay> stay =
                stays.tell(applying.organisation(), person.id(), news, message.occurredAt(), applying.by());
        @Nullable Clinician attending = visit == null ? null : visit.attending();
        if (stay.isPresent() && attending != null) {
            nameConsultant(stay.get(), attending, applying);
        }
        if (stay.isPresent() && visit != null && beginsAStay(news) && SpellFacts.isUnplanned(visit)) {
            frontDoor.open(person, stay.get(), applying);
        }
    }

    /** Nobody leaves before they came; who comes after a discharge that nobody could place is remarked upon. */
    private void check(SpellEvent fact, KnownPerson person, Applying applying) {
        if (fact instanceof SpellEvent.Discharged
                && known(fact, person, applying).anyMatch(beginsAfter(applying.at()))) {
            throw new CannotApply(new Refusal(
                    AckCode.AE,
                    ErrorCode.DATA_TYPE,
                    "PV1-45",
                    "the discharge is timed before the admission that was told of this stay",
                    "ask the hospital which of the two times is right, correct this message and apply it; until then"
                            + " they stay on the ward"));
        }
        if (fact instanceof SpellEvent.Admitted
                && known(fact, person, applying).anyMatch(onlyLeftBefore(applying.at()))) {
            applying.note(
                    "PV1-44",
                    "this stay's discharge was told before, timed earlier than this admission; they stand on the ward."
                            + " Maybe: ask the hospital which of the two times is right");
        }
    }

    private Stream<Spell> known(SpellEvent fact, KnownPerson person, Applying applying) {
        return stays.find(applying.organisation(), person.id(), fact.visit()).stream();
    }

    private static Predicate<Spell> beginsAfter(Instant at) {
        return stay ->
                stay.isOpen() && stay.admittedAt() != null && stay.admittedAt().isAfter(at);
    }

    /** Nothing but its end was told of such a stay. */
    private static Predicate<Spell> onlyLeftBefore(Instant at) {
        return stay -> stay.leftAt() != null
                && stay.leftAt().equals(stay.arrivedAt())
                && stay.leftAt().isBefore(at);
    }

    /** Who is in charge, as the hospital says it (PV1-7), until somebody on the ward says it. */
    private void nameConsultant(Stay stay, Clinician attending, Applying applying) {
        String name = attending.name().isBlank() ? attending.code() : attending.name();
        boolean isNews = flows.find(stay.id())
                .filter(flow -> !flow.isOver() && !flow.consultant().equals(name) && !isTheWardsWord(flow))
                .isPresent();
        if (isNews && !name.isBlank()) {
            flows.tell(stay.id(), 0, new FlowCommand.NameConsultant(name), applying.at(), applying.by(), null);
        }
    }

    private static boolean isTheWardsWord(Flow flow) {
        return flow.told().stream().anyMatch(r -> r.event() instanceof FlowEvent.ConsultantNamed && !r.by().isSystem());
    }

    private static boolean beginsAStay(List<SpellEvent> news) {
        return news.stream()
                .anyMatch(fact -> fact instanceof SpellEvent.Arrived || fact instanceof SpellEvent.Admitted);
    }
}
