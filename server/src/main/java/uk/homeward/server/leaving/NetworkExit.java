package uk.homeward.server.leaving;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.homeward.journey.assessment.AssessmentCommand;
import uk.homeward.journey.capacity.Hold;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.FlowEvent.DestinationNamed;
import uk.homeward.journey.event.FlowEvent.HandedOver;
import uk.homeward.journey.event.PackageEvent.EndReason;
import uk.homeward.journey.event.PrescriptionEvent.Outcome;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.packages.PackageCommand;
import uk.homeward.journey.place.Place;
import uk.homeward.server.assessment.AssessmentDesk;
import uk.homeward.server.brokerage.PackageDesk;
import uk.homeward.server.capacity.Holds;
import uk.homeward.server.directory.DirectoryDesk;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.matching.SearchDesk;
import uk.homeward.server.time.PlaceTime;

/**
 * Ends in this place what is open for somebody who has left for another area, each thing by its own rules and with the name of
 * who has taken the person on there. What the rules do not let end is told in the stay and stays due until somebody has handed
 * it over.
 */
@Component
@DependsOnDatabaseInitialization
public class NetworkExit {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkExit.class);
    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final StillOpen still;
    private final FlowDesk flows;
    private final Desk desk;
    private final SearchDesk searches;
    private final Holds holds;
    private final PackageDesk packages;
    private final AssessmentDesk assessments;
    private final DirectoryDesk directory;
    private final Place places;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;

    NetworkExit(
            StillOpen still,
            FlowDesk flows,
            Desk desk,
            SearchDesk searches,
            Holds holds,
            PackageDesk packages,
            AssessmentDesk assessments,
            DirectoryDesk directory,
            Place places,
            JdbcTemplate jdbc,
            PlaceKey place,
            PlaceTime time) {
        this.still = still;
        this.flows = flows;
        this.desk = desk;
        this.searches = searches;
        this.holds = holds;
        this.packages = packages;
        this.assessments = assessments;
        this.directory = directory;
        this.places = places;
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /** Ends what is open for everybody who left for another area lately. */
    @Scheduled(fixedDelay = 20_000, initialDelay = 20_000)
    public void round() {
        try {
            leftLately().forEach(this::end);
        } catch (DataAccessException e) {
            LOG.warn("What is open for people who left the place ends later: {}", e.getMessage());
        }
    }

    private List<String> leftLately() {
        return jdbc.queryForList(
                "select stay from flow where place = ? and destination_kind = 'OUT_OF_AREA' and left_at > ?"
                        + " and (handed_over_at is null or hand_over_left > 0)",
                String.class,
                place.value(),
                time.instant().minus(AFTERWARDS).atOffset(ZoneOffset.UTC));
    }

    /** Ends what can be ended, and tells the stay what ended and what is left. */
    public void end(String stay) {
        Flow flow = flows.find(stay).orElseThrow();
        DestinationNamed to = flow.destination().orElseThrow();
        String why = "Left for " + to.name() + "; taken on there by " + to.acceptedBy()
                + (to.phone().isEmpty() ? "" : ", " + to.phone());
        Actor by = Actor.system("leaving", stay.substring(0, stay.indexOf('/')));
        List<OpenHere> before = still.list(flow);
        before.forEach(open -> end(open, flow, why, by));
        List<OpenHere> after = still.list(flows.find(stay).orElseThrow());
        List<String> left = after.stream().map(OpenHere::title).toList();
        List<String> ended = new ArrayList<>(before.stream()
                .filter(open -> after.stream().noneMatch(one -> one.id().equals(open.id())))
                .map(OpenHere::title)
                .toList());
        boolean isNews =
                flow.handedOver().map(HandedOver::left).filter(left::equals).isEmpty();
        if (isNews || !ended.isEmpty()) {
            flows.tell(stay, 0, new FlowCommand.HandOver(ended, left), time.instant(), by, null);
        }
    }

    private void end(OpenHere open, Flow flow, String why, Actor by) {
        Instant now = time.instant();
        switch (open.kind()) {
            case TASK ->
                flows.tell(
                        flow.stay(),
                        0,
                        new FlowCommand.DropTask(open.id(), why),
                        Objects.requireNonNull(flow.spell().leftAt()),
                        by,
                        null);
            case SEARCH -> searches.tell(open.id(), new SearchCommand.Withdraw(why), by, null);
            case HOLD -> giveBack(open.id(), flow.spell().person(), why, by);
            case ASSESSMENT ->
                assessments
                        .find(open.id())
                        .ifPresent(found -> assessments.tell(found, new AssessmentCommand.Withdraw(why), by, null));
            case PACKAGE -> packages.tell(packageOf(open), ended(open, flow, why, now), by, null);
            case PRESCRIPTION -> directory.ended(open.id(), Outcome.NO_LONGER_NEEDED, why, by);
            case JOURNEY -> desk.tell(open.id(), 0, new JourneyCommand.Withdraw(why), now, by, null);
            case CONTINUING_CARE -> {} // a person's right: somebody hands it over by name
        }
    }

    private void giveBack(String hold, String person, String why, Actor by) {
        Hold.@Nullable State state = holds.find(hold).map(Hold::state).orElse(null);
        if (state == Hold.State.HELD) {
            holds.giveBack(hold, why, by, null);
        } else {
            holds.left(hold, person, why, by); // a partner who stays keeps their place
        }
    }

    private static String packageOf(OpenHere open) {
        return open.id().substring(0, open.id().indexOf('/'));
    }

    private PackageCommand ended(OpenHere open, Flow flow, String why, Instant now) {
        Instant left = Objects.requireNonNullElse(flow.spell().leftAt(), now);
        return new PackageCommand.End(
                open.id().substring(open.id().indexOf('/') + 1),
                left.atZone(places.zone()).toLocalDate(),
                EndReason.MOVED,
                why,
                why);
    }
}
