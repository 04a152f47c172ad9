package uk.homeward.server.hospital;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.flow.Advice;
import uk.homeward.journey.flow.Day;
import uk.homeward.journey.flow.DischargeReady;
import uk.homeward.journey.flow.Due;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.HoldUp;
import uk.homeward.journey.flow.Limits;
import uk.homeward.journey.flow.ReturnDestination;
import uk.homeward.journey.flow.Sitrep;
import uk.homeward.journey.flow.Task;
import uk.homeward.server.leaving.OpenHere;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.Sentence;

/**
 * Everything that the page of a stay shows.
 *
 * @param timeline newest first, what the hospital's system told and what staff said together
 * @param whyNot why the reader may not add to it; empty where they may
 * @param journey the person's open journey; empty where there is none
 * @param key makes each form of the page count once
 * @param receivers to whom a summary can be sent
 * @param openHere of somebody who leaves for another area: what is open for them in this place
 * @param known what a summary can begin with under each heading
 */
public record StayPage(
        Flow flow,
        PersonCard person,
        List<Sentence> timeline,
        WardView view,
        String whyNot,
        Optional<String> journey,
        Instant now,
        String key,
        List<Receivers.Receiver> receivers,
        List<OpenHere> openHere,
        Map<SummaryPart, String> known) {

    public StayPage {
        timeline = List.copyOf(timeline);
        receivers = List.copyOf(receivers);
        openHere = List.copyOf(openHere);
        known = Map.copyOf(known);
    }

    public String ref() {
        return StayRef.encode(flow.stay());
    }

    public boolean acts() {
        return whyNot.isEmpty();
    }

    public boolean isOver() {
        return flow.isOver();
    }

    public Optional<DischargeReady> ready() {
        return flow.ready(now);
    }

    public List<Due> dues() {
        return flow.dues();
    }

    public List<Task> openTasks() {
        return flow.tasks().stream().filter(Task::isOpen).toList();
    }

    /** The chain of what held them up, the newest first. */
    public List<HoldUp> holdUps() {
        return flow.holdUps().reversed();
    }

    /** The last two weeks of days, the newest first. */
    public List<Day> days() {
        return flow.days(now).reversed().stream().limit(14).toList();
    }

    public long redDays() {
        return flow.days(now).stream().filter(day -> !day.green()).count();
    }

    /** What the described need points to; empty while nobody described it. */
    public Optional<Advice> advice() {
        return flow.need().map(need -> Advice.of(need.needs()));
    }

    public boolean needs(Need need) {
        return flow.need().filter(described -> described.needs().contains(need)).isPresent();
    }

    /** The long-stay review that is due next; 0 if all were held. */
    public int nextReview() {
        return Limits.LONG_STAYS.stream()
                .filter(days -> !flow.longStayReviews().containsKey(days))
                .findFirst()
                .orElse(0);
    }

    /** How they count in the daily return; empty while they are there, and where they did not leave acute care alive. */
    public Optional<String> returned() {
        Optional<DestinationKind> to = flow.goesTo(person.residence().equals("care-home"));
        boolean counted = flow.isOver()
                && !flow.isDeath()
                && to.filter(kind -> kind == DestinationKind.OTHER_HOSPITAL).isEmpty();
        return counted
                ? Optional.of(
                        ReturnDestination.of(to.orElse(null), flow.pathway().orElse(null))
                                .map(ReturnDestination::metric)
                                .orElse(Sitrep.DESTINATION_NOT_RECORDED))
                : Optional.empty();
    }

    public boolean lateAndAlone() {
        return person.livesAlone() && flow.departure().filter(flow::isLate).isPresent();
    }

    /** True if they left late, live alone, and nobody was named to look in. */
    public boolean leftUnseen() {
        Instant left = flow.spell().leftAt();
        return left != null
                && person.livesAlone()
                && flow.isLate(left)
                && flow.arrival().isEmpty();
    }
}
