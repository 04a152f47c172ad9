package uk.homeward.server.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.spell.Spells;
import uk.homeward.server.journal.BulkJournal.Stayed;

/** The hospital stays of journeys that are over; of those who are still there the demo's hospitals tell themselves. */
final class PastStays {

    private final Hospitals hospitals;
    private final Map<String, List<Told>> told = new LinkedHashMap<>();

    /** One fact of one person at one organisation. */
    private record Told(StayNews news, SpellEvent fact) {}

    PastStays(Hospitals hospitals) {
        this.hospitals = hospitals;
    }

    void add(Journey journey) {
        if (journey.state().isOpen()) {
            return;
        }
        for (StayNews news : hospitals.of(journey)) {
            String subject = hospitals.organisation(news.ward()) + "/" + journey.person();
            List<Told> of = told.computeIfAbsent(subject, s -> new ArrayList<>());
            of.add(new Told(news, fact(journey.person(), news)));
            if (!news.codes().isEmpty()) {
                String site = news.ward().site().value();
                of.add(new Told(news, new SpellEvent.Coded(journey.person(), site, news.visit(), news.codes())));
            }
        }
    }

    private static SpellEvent fact(String person, StayNews news) {
        String site = news.ward().site().value();
        String ward = news.ward().id().value();
        return switch (news.what()) {
            case ARRIVED -> new SpellEvent.Arrived(person, site, news.visit(), ward, news.note());
            case ADMITTED -> new SpellEvent.Admitted(person, site, news.visit(), ward);
            case LEFT -> new SpellEvent.Discharged(person, site, news.visit(), news.note());
        };
    }

    /** All facts, numbered within each subject. */
    List<Recorded<SpellEvent>> events() {
        List<Recorded<SpellEvent>> all = new ArrayList<>();
        told.forEach((subject, facts) -> all.addAll(numbered(subject, facts)));
        all.sort(Comparator.comparing(Recorded::occurredAt));
        return all;
    }

    /** The stays to which they come. */
    List<Stayed> stays() {
        List<Stayed> all = new ArrayList<>();
        told.forEach(
                (subject, facts) -> all.add(new Stayed(subject, facts.size(), Spells.of(numbered(subject, facts)))));
        return all;
    }

    private static List<Recorded<SpellEvent>> numbered(String subject, List<Told> facts) {
        facts.sort(Comparator.comparing((Told t) -> t.news().at()));
        Actor by = Actor.system("demo", subject.substring(0, subject.indexOf('/')));
        List<Recorded<SpellEvent>> numbered = new ArrayList<>();
        for (Told t : facts) {
            numbered.add(new Recorded<>(
                    Subject.spell(subject),
                    numbered.size() + 1,
                    t.news().at(),
                    t.news().at(),
                    by,
                    t.fact()));
        }
        return numbered;
    }
}
