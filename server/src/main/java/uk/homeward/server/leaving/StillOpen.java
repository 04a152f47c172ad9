package uk.homeward.server.leaving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.capacity.Hold;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.Task;
import uk.homeward.server.brokerage.PackageDesk;
import uk.homeward.server.capacity.HoldLine;
import uk.homeward.server.capacity.Holds;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.leaving.OpenHere.Kind;

/** Finds everything of a person that is still open in this place, under whichever of their records. */
@Component
public class StillOpen {

    private final Desk desk;
    private final Holds holds;
    private final PackageDesk packages;
    private final SamePerson same;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    StillOpen(Desk desk, Holds holds, PackageDesk packages, SamePerson same, JdbcTemplate jdbc, PlaceKey place) {
        this.desk = desk;
        this.holds = holds;
        this.packages = packages;
        this.same = same;
        this.jdbc = jdbc;
        this.place = place;
    }

    /** In the order in which it is ended: what waits before what is given. */
    public List<OpenHere> list(Flow flow) {
        String person = flow.spell().person();
        List<OpenHere> open = new ArrayList<>();
        flow.tasks().stream()
                .filter(Task::isOpen)
                .forEach(task ->
                        open.add(new OpenHere(Kind.TASK, task.id(), task.kind().words(), "")));
        ids(
                        "select id from search where place = ? and person = any (?) and ended_at is null order by"
                                + " opened_at",
                        person)
                .forEach(id -> open.add(new OpenHere(Kind.SEARCH, id, "Search for a place", "/places/" + id)));
        for (String record : same.all(person)) {
            holds.ofPerson(record).stream().filter(StillOpen::isOpen).forEach(hold -> open.add(hold(hold)));
        }
        ids(
                        "select id from assessment where place = ? and person = any (?) and state = 'OPEN' order by"
                                + " begun_at",
                        person)
                .forEach(id -> open.add(new OpenHere(Kind.ASSESSMENT, id, "Open assessment", "/assessments/" + id)));
        ids("select id from package where place = ? and person = any (?) order by opened_at", person)
                .forEach(id -> open.addAll(ofPackage(id)));
        ids(
                        "select id from social_prescription where place = ? and person = any (?) and ended_at is null"
                                + " order by prescribed_at",
                        person)
                .forEach(id ->
                        open.add(new OpenHere(Kind.PRESCRIPTION, id, "Social prescription", "/social-prescriptions")));
        ids(
                        "select id from journey where place = ? and person = any (?) and ended_at is null order by"
                                + " opened_at",
                        person)
                .forEach(id -> desk.find(id)
                        .ifPresent(journey -> open.add(new OpenHere(
                                Kind.JOURNEY,
                                id,
                                journey.pathway().title()
                                        + journey.currentStep()
                                                .map(step -> ": " + step.title())
                                                .orElse(""),
                                "/journeys/" + id))));
        return List.copyOf(open);
    }

    private List<String> ids(String sql, String person) {
        return jdbc.queryForList(sql, String.class, place.value(), same.array(person));
    }

    private static boolean isOpen(HoldLine hold) {
        return hold.state() == Hold.State.HELD
                || hold.state() == Hold.State.CONFIRMED
                || hold.state() == Hold.State.THERE;
    }

    private static OpenHere hold(HoldLine hold) {
        return new OpenHere(
                Kind.HOLD,
                hold.id(),
                hold.unitTitle() + ", " + (hold.state() == Hold.State.HELD ? "a place held" : "their place"),
                "/capacity/" + hold.pool() + "/" + hold.unit());
    }

    private List<OpenHere> ofPackage(String id) {
        List<OpenHere> open = new ArrayList<>();
        packages.find(id).ifPresent(found -> {
            found.elements().stream()
                    .filter(element -> !element.isOver())
                    .forEach(element -> open.add(new OpenHere(
                            Kind.PACKAGE, id + "/" + element.id(), "Care: " + element.what(), "/packages/" + id)));
            found.continuingCare()
                    .filter(asked -> !asked.isDecided() || asked.isUnderReview())
                    .ifPresent(asked -> open.add(new OpenHere(
                            Kind.CONTINUING_CARE,
                            id,
                            "Continuing care " + asked.words().toLowerCase(Locale.ROOT) + "; ring " + asked.contact()
                                    + ", " + asked.phone(),
                            "/packages/" + id)));
        });
        return open;
    }
}
