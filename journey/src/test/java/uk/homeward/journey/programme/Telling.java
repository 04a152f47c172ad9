package uk.homeward.journey.programme;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.ProgrammeEvent;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneSet;
import uk.homeward.journey.event.ProgrammeEvent.ProgrammeDescribed;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.RiskEvent;
import uk.homeward.journey.event.Subject;

/** Tells programmes and risks in tests. */
final class Telling {

    static final Actor OFFICE = new Actor("sunita", "Sunita Rao", "programme", "icb");

    private Telling() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Recorded<Event> told(Subject.Kind kind, String id, int sequence, String day, Event event) {
        var at = day(day).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Recorded<>(new Subject(kind, id), sequence, at, at, OFFICE, event);
    }

    /** A programme of that name with these events, all told on the first day of 2018. */
    static Programme programme(String id, ProgrammeEvent... events) {
        List<Recorded<Event>> told = new ArrayList<>();
        told.add(told(
                Subject.Kind.PROGRAMME,
                id,
                1,
                "2018-01-01",
                new ProgrammeDescribed("Programme " + id, "", "better", "director", List.of(), List.of(), "test")));
        for (ProgrammeEvent event : events) {
            told.add(told(Subject.Kind.PROGRAMME, id, told.size() + 1, "2018-01-01", event));
        }
        return Programme.of(id, told);
    }

    static Programmes all(Programme... programmes) {
        Programmes all = Programmes.of(List.of());
        for (Programme programme : programmes) {
            all = all.with(programme);
        }
        return all;
    }

    static MilestoneSet milestone(String id, String planned, String... after) {
        return new MilestoneSet(id, "Milestone " + id, day(planned), "", List.of(after));
    }

    static Risk risk(RiskEvent... events) {
        List<Recorded<Event>> told = new ArrayList<>();
        for (RiskEvent event : events) {
            told.add(told(Subject.Kind.RISK, "r", told.size() + 1, "2018-01-01", event));
        }
        return Risk.of("r", told);
    }
}
