package uk.homeward.server.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.programme.CriticalPath;
import uk.homeward.journey.programme.Programme;
import uk.homeward.journey.programme.Programmes;
import uk.homeward.journey.programme.Risk;
import uk.homeward.server.measures.LiveMeasures;

/** Puts together what the pages of programmes show. */
@Component
public class ProgrammePages {

    private final ChangeBook book;
    private final Statuses statuses;
    private final Benefits benefits;
    private final LiveMeasures measures;
    private final Place place;

    /** Over a book and measures; {@code data} is what the place's files say. */
    public ProgrammePages(ChangeBook book, LiveMeasures measures, PlaceData data, Place place) {
        this.book = book;
        this.statuses = new Statuses(measures);
        this.benefits = new Benefits(data, measures);
        this.measures = measures;
        this.place = place;
    }

    /** All programmes, those that are off track first. */
    public List<ProgrammeLine> lines(AsOf asOf) {
        List<Risk> risks = book.risks(asOf);
        List<ProgrammeLine> lines = new ArrayList<>();
        for (Programme programme : book.programmes(asOf).list()) {
            int open = (int) risks.stream()
                    .filter(r -> r.isOpen() && r.described().programme().equals(programme.id()))
                    .count();
            lines.add(ProgrammeLine.of(programme, statuses.outcomes(programme, asOf), open, asOf.day()));
        }
        lines.sort(Comparator.comparing((ProgrammeLine l) -> l.status().standing())
                .thenComparing(l -> l.programme().title()));
        return lines;
    }

    /** One programme; empty where it was not known on that day. */
    public Optional<ProgrammeView> view(String id, AsOf asOf, boolean mayEdit) {
        Programmes all = book.programmes(asOf);
        return all.find(id).map(programme -> view(all, programme, asOf, mayEdit && !asOf.isPast()));
    }

    private ProgrammeView view(Programmes all, Programme programme, AsOf asOf, boolean mayEdit) {
        List<OutcomeLine> outcomes = statuses.outcomes(programme, asOf);
        LocalDate day = asOf.day();
        return new ProgrammeView(
                programme,
                all,
                asOf,
                outcomes,
                Statuses.whole(outcomes),
                CriticalPath.of(all, programme.id(), day),
                benefits.of(programme, asOf),
                risks(programme.id(), asOf),
                Told.history(book.told(new Subject(Kind.PROGRAMME, programme.id()), asOf)),
                measures.list(),
                place.localities().list(),
                mayEdit);
    }

    private List<Risk> risks(String programme, AsOf asOf) {
        return RiskRegister.sorted(
                book.risks(asOf).stream()
                        .filter(r -> r.isOpen() && r.described().programme().equals(programme))
                        .toList(),
                RiskRegister.Order.URGENCY,
                asOf.day(),
                place.zone());
    }
}
