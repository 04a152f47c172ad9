package uk.homeward.server.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.ChangeEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.programme.BaselineTable;
import uk.homeward.journey.programme.ProgrammeDraft;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/**
 * On start, tells the journal what the place's data says of programmes, risks and baselines that are not known yet, as of the
 * day of its document. What is known is left alone: from then on the programme office tells.
 */
@Component
class Shipping {

    private final Ledger ledger;
    private final PlaceData data;
    private final Place place;
    private final PlaceTime time;
    private final TransactionTemplate transaction;

    Shipping(Ledger ledger, PlaceData data, Place place, PlaceTime time, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.data = data;
        this.place = place;
        this.time = time;
        this.transaction = transaction;
    }

    @Order(1)
    @EventListener(ApplicationStartedEvent.class)
    void tell() {
        transaction.executeWithoutResult(status -> {
            Set<Subject> known = known();
            data.programmes().forEach(p -> programme(p, known));
            data.baselines().rows().stream()
                    .filter(r -> !known.contains(new Subject(Kind.BASELINE, r.id())))
                    .forEach(this::figure);
        });
    }

    private Set<Subject> known() {
        Set<Subject> known = new HashSet<>();
        for (Kind kind : List.of(Kind.PROGRAMME, Kind.RISK, Kind.BASELINE)) {
            ledger.histories(kind).forEach(r -> known.add(r.subject()));
        }
        return known;
    }

    private void programme(ProgrammeDraft draft, Set<Subject> known) {
        Subject programme = new Subject(Kind.PROGRAMME, draft.id());
        if (!known.contains(programme)) {
            tell(programme, draft.toldOn(), draft.events());
        }
        draft.risks().forEach(risk -> {
            Subject subject = new Subject(Kind.RISK, risk.id());
            if (!known.contains(subject)) {
                tell(subject, draft.toldOn(), risk.events());
            }
        });
    }

    private void figure(BaselineTable.Row row) {
        LocalDate on =
                row.toldOn() == null ? time.instant().atZone(place.zone()).toLocalDate() : row.toldOn();
        tell(new Subject(Kind.BASELINE, row.id()), on, List.of(row.named(), row.told()));
    }

    private void tell(Subject subject, LocalDate on, List<? extends ChangeEvent> events) {
        Instant at = on.atStartOfDay(place.zone()).toInstant();
        Actor by = Actor.system("place-data", place.id().value());
        ledger.tell(subject, at, by, null, before -> new Verdict.Done(events));
    }
}
