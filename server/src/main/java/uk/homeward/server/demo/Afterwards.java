package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.Moments;
import uk.homeward.journey.journeys.Plan;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.FollowUp;
import uk.homeward.journey.pathway.Moment;

/** What is done beside the steps: checks some weeks later, and actions of the plan. */
final class Afterwards {

    private final Luck luck;
    private final ZoneId zone;

    Afterwards(Luck luck, ZoneId zone) {
        this.luck = luck;
        this.zone = zone;
    }

    Optional<Act> next(Journey journey, Actor by) {
        List<Act> acts = new ArrayList<>();
        journey.pathway()
                .followUps()
                .values()
                .forEach(f -> followUp(journey, f, by).ifPresent(acts::add));
        if (journey.state().isOpen()) {
            journey.plan().actions().stream()
                    .filter(a -> a.doneAt() == null)
                    .map(a -> done(journey, a, by))
                    .forEach(acts::add);
        }
        return acts.stream().min(Comparator.comparing(Act::at));
    }

    private Act done(Journey journey, Plan.Action action, Actor by) {
        Duration after = luck.about(Duration.ofHours(14), Duration.ofHours(8), journey.id(), action.id());
        Instant at = Hours.DAY.next(action.addedAt().plus(after), zone, luck.uniform(journey.id(), "action"));
        return new Act(at, new JourneyCommand.FinishAction(action.id(), "Done"), by);
    }

    private Optional<Act> followUp(Journey journey, FollowUp followUp, Actor by) {
        Recorded<JourneyEvent> since = null;
        for (Recorded<JourneyEvent> r : journey.history().events()) { // a loop, because it is asked before every act
            if (r.event() instanceof JourneyEvent.FollowedUp e && e.followUp().equals(followUp.id())) {
                return Optional.empty();
            }
            since = since == null && begins(followUp, r.event()) ? r : since;
        }
        return since == null ? Optional.empty() : Optional.of(followedUp(journey, followUp, since, by));
    }

    private static boolean begins(FollowUp followUp, JourneyEvent event) {
        Moment moment = Moments.of(event).orElse(null);
        if (moment != null) {
            for (Moment since : followUp.since()) {
                if (since.matches(moment)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Act followedUp(Journey journey, FollowUp followUp, Recorded<JourneyEvent> since, Actor by) {
        double u = luck.uniform(journey.id(), followUp.id().value());
        Instant at =
                Hours.DAY.next(since.occurredAt().plus(followUp.after()).plusSeconds((long) (90_000 * u)), zone, u);
        return new Act(at, new JourneyCommand.FollowUp(followUp.id(), whereabouts(journey), ""), by);
    }

    /** Where the person lives now: as the journey left them, for most. */
    private String whereabouts(Journey journey) {
        double u = luck.uniform(journey.id(), "whereabouts");
        if (!(journey.state() instanceof State.Ended ended)) {
            return journey.state().places().isEmpty() ? "own-home" : u < 0.5 ? "hospital" : "own-home";
        }
        Exit.Outcome outcome = journey.pathway().get(ended.exit()).outcome();
        return switch (outcome) {
            case DIED -> "died";
            case CARE_HOME -> u < 0.9 ? "care-home" : "died";
            case END_OF_LIFE_CARE -> "died";
            case HOSPITAL -> "hospital";
            case INDEPENDENT_AT_HOME -> u < 0.90 ? "own-home" : u < 0.94 ? "hospital" : u < 0.97 ? "care-home" : "died";
            case HOME_WITH_SUPPORT, COMMUNITY_SUPPORT, NO_NEED, WITHDRAWN ->
                u < 0.82 ? "own-home" : u < 0.90 ? "hospital" : u < 0.96 ? "care-home" : "died";
        };
    }
}
