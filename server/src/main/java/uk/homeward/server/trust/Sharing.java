package uk.homeward.server.trust;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent;
import uk.homeward.journey.place.Organisation;
import uk.homeward.journey.place.OrganisationKind;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/** The organisations' agreement to share records, and what people chose about theirs; both with their history. */
@Component
public class Sharing {

    private final JdbcTemplate jdbc;
    private final Ledger ledger;
    private final PlaceKey key;
    private final Place place;
    private final PlaceTime time;

    Sharing(JdbcTemplate jdbc, Ledger ledger, PlaceKey key, Place place, PlaceTime time) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.key = key;
        this.place = place;
        this.time = time;
    }

    /** An organisation's part; {@code until} is the last day. */
    public record Agreement(
            Organisation organisation,
            String purpose,
            @Nullable LocalDate until,
            boolean holds,
            String words) {}

    /** What a person chose; where they chose nothing their record is shared for their care. */
    public record Choice(TrustEvent.Sharing sharing, boolean optedOut) {}

    List<Agreement> agreements() {
        LocalDate today = time.instant().atZone(place.zone()).toLocalDate();
        Map<String, Agreement> told = new LinkedHashMap<>();
        place.organisations().stream()
                .forEach(o ->
                        told.put(o.id().value(), new Agreement(o, "", null, true, "By the place's own agreement")));
        jdbc.query(
                "select organisation, purpose, until, ended, words from sharing_agreement where place = ?",
                row -> {
                    LocalDate until = row.getObject(3, LocalDate.class);
                    Agreement before = told.get(row.getString(1));
                    if (before != null) {
                        boolean holds = !row.getBoolean(4) && (until == null || !until.isBefore(today));
                        told.put(
                                row.getString(1),
                                new Agreement(before.organisation(), row.getString(2), until, holds, row.getString(5)));
                    }
                },
                key.value());
        return List.copyOf(told.values());
    }

    Entry make(User officer, String organisation, String purpose, @Nullable LocalDate until) {
        LocalDate today = time.instant().atZone(place.zone()).toLocalDate();
        return tell(
                officer,
                organisation,
                () -> purpose.isBlank()
                        ? refused("make", "no-purpose", "Write for what records are shared.")
                        : until != null && until.isBefore(today)
                                ? refused("make", "past", "The last day lies in the past.")
                                : Verdict.done(new TrustEvent.SharingAgreed(purpose, until)));
    }

    Entry end(User officer, String organisation, String reason) {
        return tell(
                officer,
                organisation,
                () -> reason.isBlank()
                        ? refused("end", "no-reason", "Write why the agreement ends.")
                        : Verdict.done(new TrustEvent.SharingEnded(reason)));
    }

    private Entry tell(User officer, String organisation, java.util.function.Supplier<Verdict> rules) {
        return ledger.tell(
                Subject.sharing(organisation),
                time.instant(),
                officer.actor(),
                null,
                before -> isTheirs(officer, organisation)
                        ? rules.get()
                        : refused(
                                "change",
                                "not-yours",
                                "An organisation's own privacy officer changes its agreement, or the integrated care"
                                        + " board's."));
    }

    private boolean isTheirs(User officer, String organisation) {
        return officer.organisation().equals(organisation)
                || place.organisations().stream()
                        .anyMatch(o -> o.id().value().equals(officer.organisation())
                                && o.kind() == OrganisationKind.INTEGRATED_CARE_BOARD);
    }

    Choice choice(String person) {
        return jdbc
                .query(
                        "select sharing, opted_out from consent where place = ? and person = ?",
                        (row, n) -> new Choice(TrustEvent.Sharing.valueOf(row.getString(1)), row.getBoolean(2)),
                        key.value(),
                        person)
                .stream()
                .findFirst()
                .orElse(new Choice(TrustEvent.Sharing.SHARED, false));
    }

    /** Tells what the person chose; nothing where it is what stands. */
    Entry choose(User user, String person, Choice chosen, String words) {
        return ledger.tell(Subject.consent(person), time.instant(), user.actor(), null, before -> {
            if (words.isBlank()) {
                return refused("choose", "no-words", "Write how the person told you, or who decided for them.");
            }
            Choice stands = choice(person);
            List<Event> events = new java.util.ArrayList<>();
            if (stands.sharing() != chosen.sharing()) {
                events.add(new TrustEvent.SharingChosen(chosen.sharing(), words));
            }
            if (stands.optedOut() != chosen.optedOut()) {
                events.add(new TrustEvent.NationalOptOutTold(chosen.optedOut(), words));
            }
            return new Verdict.Done(events);
        });
    }

    List<Recorded<Event>> history(Subject subject) {
        return ledger.history(subject);
    }

    private static Verdict refused(String command, String code, String why) {
        return new Verdict.Refused(new TrustEvent.TrustRefused(command, code, why));
    }
}
