package uk.homeward.server.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.directory.DirectoryFile;
import uk.homeward.journey.directory.DirectoryRules;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.PrescriptionEvent;
import uk.homeward.journey.event.PrescriptionEvent.Outcome;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.ServiceEvent;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Rating;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/** Where entries are written, confirmed, rated and withdrawn, and where people are socially prescribed. */
@Component
public class DirectoryDesk {

    private static final Actor DATA = Actor.system("place-data", "place");

    private final Ledger ledger;
    private final PlaceTime time;
    private final Place place;
    private final ServerSettings settings;
    private final TransactionTemplate transaction;

    DirectoryDesk(
            Ledger ledger, PlaceTime time, Place place, ServerSettings settings, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.time = time;
        this.place = place;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Tells the entries of the place's data where they say something new; what somebody else wrote since then stays. */
    @Order(0)
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        Map<String, String> organisations =
                place.organisations().stream().collect(Collectors.toMap(o -> o.id().value(), o -> o.title()));
        Set<String> sites = place.sites().stream().map(s -> s.id().value()).collect(Collectors.toSet());
        Map<String, Details> entries = DirectoryFile.load(settings.place(), organisations, sites);
        transaction.executeWithoutResult(status -> entries.forEach((id, details) -> ledger.tell(
                Subject.service(id),
                time.instant(),
                DATA,
                null,
                before -> saidLast(before).filter(details::equals).isPresent()
                        ? Verdict.done()
                        : Verdict.done(new ServiceEvent.ServiceDescribed(details)))));
    }

    private static Optional<Details> saidLast(List<Recorded<Event>> before) {
        return before.reversed().stream()
                .filter(r -> r.by().user().equals(DATA.user()))
                .filter(r -> r.event() instanceof ServiceEvent.ServiceDescribed)
                .map(r -> ((ServiceEvent.ServiceDescribed) r.event()).details())
                .findFirst();
    }

    /** Writes an entry, new or anew; nothing happens where it stands so already. */
    public Entry describe(String id, Details details, Actor by) {
        return ledger.tell(
                Subject.service(id),
                time.instant(),
                by,
                null,
                before -> DirectoryRules.check(details)
                        .<Verdict>map(r -> refused("describe", r.code(), r.why()))
                        .orElseGet(() -> details.equals(stands(before).orElse(null))
                                ? Verdict.done()
                                : Verdict.done(new ServiceEvent.ServiceDescribed(details))));
    }

    private static Optional<Details> stands(List<Recorded<Event>> before) {
        return before.reversed().stream()
                .map(Recorded::event)
                .filter(e -> e instanceof ServiceEvent.ServiceDescribed || e instanceof ServiceEvent.ServiceWithdrawn)
                .findFirst()
                .flatMap(e ->
                        e instanceof ServiceEvent.ServiceDescribed d ? Optional.of(d.details()) : Optional.empty());
    }

    /** Says that the entry is still right. */
    public Entry confirm(String id, String note, Actor by) {
        return ledger.tell(
                Subject.service(id),
                time.instant(),
                by,
                null,
                before -> stands(before).isPresent()
                        ? Verdict.done(new ServiceEvent.ServiceConfirmed(note))
                        : refused(
                                "confirm", "no-entry", "There is no such entry, or it was withdrawn. Write it anew."));
    }

    /** Says that the service is no more. */
    public Entry withdraw(String id, String reason, Actor by) {
        return ledger.tell(
                Subject.service(id),
                time.instant(),
                by,
                null,
                before -> stands(before).isEmpty()
                        ? Verdict.done()
                        : reason.isBlank()
                                ? refused("withdraw", "reason-missing", "Say why the entry is taken out.")
                                : Verdict.done(new ServiceEvent.ServiceWithdrawn(reason)));
    }

    /** Keeps the regulator's rating of a service or provider; nothing happens where it is known already or older. */
    public Entry rate(String service, Rating rating, LocalDate on, String location, Actor by) {
        return ledger.tell(
                Subject.service(service),
                time.instant(),
                by,
                null,
                before -> before.stream()
                                .map(Recorded::event)
                                .anyMatch(e -> e instanceof ServiceEvent.ServiceRated r
                                        && !on.isAfter(r.on())
                                        && !(on.equals(r.on()) && !r.rating().equals(rating.name())))
                        ? Verdict.done()
                        : Verdict.done(new ServiceEvent.ServiceRated(rating.name(), on, location)));
    }

    /** Agrees with a person that something in the community could help them. */
    Entry prescribe(String id, DirectoryEntry entry, String person, String matters, Actor by) {
        return ledger.tell(
                Subject.prescription(id),
                time.instant(),
                by,
                null,
                before -> !entry.details().isCommunity()
                        ? new Verdict.Refused(new PrescriptionEvent.PrescriptionRefused(
                                "prescribe",
                                "not-community",
                                "This is no community service. Refer the person to it instead."))
                        : before.isEmpty()
                                ? Verdict.done(new PrescriptionEvent.Prescribed(
                                        person, entry.id(), entry.details().title(), matters))
                                : Verdict.done());
    }

    /** Says what came of it. */
    public Entry ended(String id, Outcome outcome, String note, Actor by) {
        return ledger.tell(
                Subject.prescription(id),
                time.instant(),
                by,
                null,
                before -> before.isEmpty()
                        ? new Verdict.Refused(new PrescriptionEvent.PrescriptionRefused(
                                "end",
                                "no-prescription",
                                "There is no such prescription. Look at the list of open ones."))
                        : Verdict.done(new PrescriptionEvent.PrescriptionEnded(outcome, note)));
    }

    private static Verdict refused(String command, String code, String why) {
        return new Verdict.Refused(new ServiceEvent.ServiceRefused(command, code, why));
    }
}
