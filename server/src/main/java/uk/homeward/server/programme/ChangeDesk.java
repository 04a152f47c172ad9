package uk.homeward.server.programme;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.BaselineEvent;
import uk.homeward.journey.event.ChangeEvent;
import uk.homeward.journey.event.CycleEvent;
import uk.homeward.journey.event.CycleEvent.CycleConcluded;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.MaturityEvent;
import uk.homeward.journey.event.MaturityEvent.PracticeAssessed;
import uk.homeward.journey.event.ProgrammeEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Refusal;
import uk.homeward.journey.event.RiskEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.WinterEvent;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.programme.Cycle;
import uk.homeward.journey.programme.Maturity;
import uk.homeward.journey.programme.Programme;
import uk.homeward.journey.programme.ProgrammeRules;
import uk.homeward.journey.programme.Programmes;
import uk.homeward.journey.programme.Refused;
import uk.homeward.journey.programme.Risk;
import uk.homeward.journey.programme.RiskRules;
import uk.homeward.journey.programme.WinterState;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.measures.LiveMeasures;
import uk.homeward.server.time.PlaceTime;

/** The one way by which anything is told of the change: asks the rules, and tells the ledger. */
@Component
class ChangeDesk {

    private final Ledger ledger;
    private final ChangeBook book;
    private final LiveMeasures measures;
    private final Studies studies;
    private final PlaceData data;
    private final Place place;
    private final PlaceTime time;

    ChangeDesk(
            Ledger ledger,
            ChangeBook book,
            LiveMeasures measures,
            Studies studies,
            PlaceData data,
            Place place,
            PlaceTime time) {
        this.ledger = ledger;
        this.book = book;
        this.measures = measures;
        this.studies = studies;
        this.data = data;
        this.place = place;
        this.time = time;
    }

    /**
     * Tells a subject something now.
     *
     * @param seen the version of the subject that was looked at; 0 where none was
     */
    Answer tell(Subject subject, ChangeEvent asked, int seen, Actor by) {
        return tell(subject, asked, seen, by, time.instant(), null);
    }

    /** The same for a moment before now, under a key that is never applied twice. */
    Answer tell(Subject subject, ChangeEvent asked, int seen, Actor by, Instant at, @Nullable String key) {
        AtomicReference<Answer> conflict = new AtomicReference<>();
        Entry entry = ledger.tell(subject, at, by, key, before -> {
            int version = version(before);
            if (seen > 0 && version > seen) {
                conflict.set(conflict(before, seen, version));
                return Verdict.done();
            }
            return refuses(subject, before, asked, at)
                    .<Verdict>map(no -> new Verdict.Refused(kept(asked, no)))
                    .orElseGet(() -> Verdict.done(asked));
        });
        Answer faster = conflict.get();
        if (faster != null) {
            return faster;
        }
        return switch (entry) {
            case Entry.Done done -> new Answer.Done(version(ledger.history(subject)));
            case Entry.Refused refused -> new Answer.Refused(refused.code(), refused.why());
        };
    }

    /** The number of the last event that is no refusal. */
    private static int version(List<Recorded<Event>> told) {
        return told.stream()
                .filter(r -> !(r.event() instanceof Refusal))
                .mapToInt(Recorded::sequence)
                .max()
                .orElse(0);
    }

    private Answer conflict(List<Recorded<Event>> before, int seen, int version) {
        List<String> changed = before.stream()
                .filter(r -> r.sequence() > seen && !(r.event() instanceof Refusal))
                .map(r -> r.by().name() + ": " + Wording.of(r.event()))
                .toList();
        return new Answer.Conflict(changed, version);
    }

    private Optional<Refused> refuses(Subject subject, List<Recorded<Event>> before, ChangeEvent asked, Instant at) {
        AsOf day = AsOf.today(at.atZone(place.zone()).toLocalDate());
        return switch (asked) {
            case ProgrammeEvent e ->
                new ProgrammeRules(book.programmes(day), measures::isKnown, day.day())
                        .refuses(Programme.of(subject.id(), before), e);
            case RiskEvent e -> riskRules(day).refuses(Risk.of(subject.id(), before), e);
            case CycleEvent e -> cycle(Cycle.of(subject.id(), before), e, day);
            case PracticeAssessed e ->
                Maturity.refuses(e, p -> data.matrix().find(p).isPresent());
            case MaturityEvent.MaturityRefused e -> Optional.empty();
            case WinterEvent e -> WinterState.of(before).refuses(e);
            case BaselineEvent e -> Optional.empty(); // a table's rows are checked as they are read
        };
    }

    private RiskRules riskRules(AsOf day) {
        Programmes programmes = book.programmes(day);
        return new RiskRules(
                measures::isKnown,
                data::knowsOrganisation,
                p -> programmes.find(p).isPresent(),
                day.day());
    }

    private Optional<Refused> cycle(Cycle now, CycleEvent asked, AsOf day) {
        Optional<Refused> no = now.refuses(asked, measures::isKnown, day.day());
        return no.isPresent() || !(asked instanceof CycleConcluded concluded)
                ? no
                : studies.refuses(now, concluded.act(), day);
    }

    private static Event kept(ChangeEvent asked, Refused no) {
        String command = asked.type();
        return switch (asked) {
            case ProgrammeEvent e -> new ProgrammeEvent.ProgrammeRefused(command, no.code(), no.why());
            case RiskEvent e -> new RiskEvent.RiskRefused(command, no.code(), no.why());
            case CycleEvent e -> new CycleEvent.CycleRefused(command, no.code(), no.why());
            case MaturityEvent e -> new MaturityEvent.MaturityRefused(command, no.code(), no.why());
            case WinterEvent e -> new WinterEvent.WinterRefused(command, no.code(), no.why());
            case BaselineEvent e -> new BaselineEvent.FigureRefused(command, no.code(), no.why());
        };
    }
}
