package uk.homeward.server.record;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.journey.preferences.DecisionKind;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.time.PlaceTime;

/**
 * A decision about care that changes while somebody is in hospital, or just after, travels with them: the stay learns of it, so
 * that a summary which was sent before is outdated and is sent again.
 */
@Component
class TravellingDecisions {

    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final CareDecisions decisions;
    private final FlowDesk flows;
    private final SamePerson same;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;

    TravellingDecisions(
            CareDecisions decisions,
            FlowDesk flows,
            SamePerson same,
            JdbcTemplate jdbc,
            PlaceKey place,
            PlaceTime time) {
        this.decisions = decisions;
        this.flows = flows;
        this.same = same;
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /** Tells the person's stays what holds now of this kind. */
    void follow(String person, DecisionKind kind, User user) {
        Instant now = time.instant();
        String holds = decisions.of(person).find(kind).isEmpty()
                ? "No longer holds"
                : decisions.forTransfer(person).stream()
                        .filter(sentence -> sentence.startsWith(kind.title()))
                        .findFirst()
                        .orElse("");
        Actor by = new Actor("system:decisions", user.name(), user.role().word(), user.organisation());
        for (String stay : stays(person, now)) {
            flows.tell(stay, 0, new FlowCommand.KeepDecision(kind.title(), holds), now, by, null);
        }
    }

    private List<String> stays(String person, Instant now) {
        return jdbc.queryForList(
                "select id from spell where place = ? and person = any (?) and admitted_at is not null"
                        + " and state in ('ADMITTED', 'LEFT') and (discharged_at is null or discharged_at > ?)",
                String.class,
                place.value(),
                same.array(person),
                now.minus(AFTERWARDS).atOffset(ZoneOffset.UTC));
    }
}
