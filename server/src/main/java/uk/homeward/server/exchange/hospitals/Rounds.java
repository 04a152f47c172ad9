package uk.homeward.server.exchange.hospitals;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.HospitalWard;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.WardId;
import uk.homeward.server.exchange.hl7.adt.Trigger;
import uk.homeward.server.exchange.hospitals.Census.Told;
import uk.homeward.server.exchange.hospitals.Line.Answer;
import uk.homeward.server.exchange.hospitals.Line.News;

/**
 * Goes round the demo's hospitals and tells what has changed since the last round. A person has one stay at a time, at one
 * organisation; who is moved to another organisation's hospital leaves the first. What was told once is never told again,
 * even where the house made nothing of it.
 */
@Component
class Rounds {

    private static final int TRIES = 3;

    private final Census census;
    private final Line line;
    private final Place place;
    private final Map<Said, Integer> said = new HashMap<>();

    /** One thing that was told of a person; to tell it again would change nothing. */
    private record Said(String person, News news) {}

    Rounds(Census census, Line line, Place place) {
        this.census = census;
        this.line = line;
        this.place = place;
    }

    boolean canAnnounce(Comer comer) {
        return line.isOf(place.hospitalWards().get(comer.department()).site().value());
    }

    /** Announces somebody who has come, unless that is known. */
    synchronized Answer announce(Comer comer) throws IOException {
        if (!census.known(List.of(comer.visit())).isEmpty()) {
            return Answer.TAKEN;
        }
        Patient patient = census.patients(List.of(comer.person())).get(comer.person());
        HospitalWard department = place.hospitalWards().get(comer.department());
        News news = new News(
                Trigger.A04,
                comer.at(),
                comer.visit(),
                department.code(),
                "",
                department.site().value(),
                comer.reason());
        return line.tell(news, patient);
    }

    /** Sends what is missing; returns how many messages that were. */
    synchronized int tell() throws IOException {
        Map<String, Whereabouts> here = census.here();
        Map<String, List<Told>> told = census.told();
        said.keySet().removeIf(s -> !here.containsKey(s.person()) && !told.containsKey(s.person()));
        List<Telling> tellings = new ArrayList<>(comings(here, told));
        tellings.addAll(goings(here, told));
        Map<String, Patient> patients =
                census.patients(tellings.stream().map(Telling::person).toList());
        int messages = 0;
        for (Telling telling : tellings) {
            Whereabouts seen = telling.seen();
            if (seen == null
                    || census.here(seen.person()).equals(Optional.of(seen))) { // not gone since this round began
                Answer answer = line.tell(telling.news(), patients.get(telling.person()));
                said.merge(telling.said(), answer == Answer.TAKEN ? TRIES : 1, Integer::sum);
                messages++;
            }
        }
        return messages;
    }

    /** Something to tell of a person who was seen there, or of one who is gone. */
    private record Telling(String person, @Nullable Whereabouts seen, News news) {
        Said said() {
            return new Said(person, news);
        }
    }

    /** What is to be told of those who are here. */
    private List<Telling> comings(Map<String, Whereabouts> here, Map<String, List<Told>> told) {
        List<Whereabouts> strangers = new ArrayList<>();
        List<Telling> tellings = new ArrayList<>();
        here.values().forEach(at -> {
            List<Told> stays = told.getOrDefault(at.person(), List.of());
            Told stay = stays.stream()
                    .filter(t -> t.organisation().equals(organisation(at.ward())))
                    .findFirst()
                    .orElse(null);
            if (stay == null && (at.inBed() || stays.isEmpty())) {
                strangers.add(at);
            } else if (stay != null && at.inBed() && !stay.inBed()) {
                add(tellings, at, Trigger.A01, stay.visit());
            } else if (stay != null && at.inBed() && !isWhereTold(at, stay)) {
                add(tellings, at, Trigger.A02, stay.visit());
            }
        });
        Map<Whereabouts, String> visits = visits(strangers);
        visits.forEach((at, visit) -> add(tellings, at, at.inBed() ? Trigger.A01 : Trigger.A04, visit));
        return tellings;
    }

    private static boolean isWhereTold(Whereabouts at, Told stay) {
        return stay.ward().equals(at.ward().value()) && stay.bed().equals(at.bed());
    }

    /** The numbers of new stays: a journey's first stay has its name, later ones have the time beside it. */
    private Map<Whereabouts, String> visits(List<Whereabouts> strangers) {
        if (strangers.isEmpty()) {
            return Map.of();
        }
        Set<String> used = census.known(
                strangers.stream().map(at -> Census.VISIT + at.journey()).toList());
        Map<Whereabouts, String> visits = new HashMap<>();
        for (Whereabouts at : strangers) {
            String first = Census.VISIT + at.journey();
            String later = first + "-" + Long.toString(at.since().getEpochSecond(), 36);
            visits.put(at, used.contains(first) ? later : first);
        }
        return visits;
    }

    private void add(List<Telling> tellings, Whereabouts at, Trigger trigger, String visit) {
        HospitalWard ward = place.hospitalWards().get(at.ward());
        add(
                tellings,
                at.person(),
                at,
                new News(
                        trigger,
                        at.since(),
                        visit,
                        ward.code(),
                        at.bed(),
                        ward.site().value(),
                        ""));
    }

    /** What is to be told of those who are gone, or are in another organisation's hospital now. */
    private List<Telling> goings(Map<String, Whereabouts> here, Map<String, List<Told>> told) {
        List<String> missing = told.keySet().stream()
                .filter(person -> !here.containsKey(person))
                .toList();
        Map<String, Instant> gone = missing.isEmpty() ? Map.of() : census.gone(missing);
        List<Telling> tellings = new ArrayList<>();
        told.forEach((person, stays) -> {
            Whereabouts at = here.get(person);
            Instant since = gone.get(person);
            for (Told stay : stays) {
                if (at != null && isElsewhere(stay, at)) {
                    leaves(tellings, at, at.since(), stay);
                } else if (since != null) {
                    leaves(tellings, null, since, stay);
                }
            }
        });
        return tellings;
    }

    private boolean isElsewhere(Told stay, Whereabouts at) {
        return at.inBed() && !stay.organisation().equals(organisation(at.ward()));
    }

    /** Nobody leaves before they came, whatever the journey says. */
    private void leaves(List<Telling> tellings, @Nullable Whereabouts seen, Instant since, Told stay) {
        Instant at = since.isBefore(stay.since()) ? stay.since() : since;
        String reason = census.reason(stay);
        add(tellings, stay.person(), seen, new News(Trigger.A03, at, stay.visit(), "", "", stay.site(), reason));
    }

    private void add(List<Telling> tellings, String person, @Nullable Whereabouts seen, News news) {
        Telling telling = new Telling(person, seen, news);
        if (said.getOrDefault(telling.said(), 0) < TRIES) {
            tellings.add(telling);
        }
    }

    private String organisation(WardId ward) {
        return place.sites()
                .get(place.hospitalWards().get(ward).site())
                .organisation()
                .value();
    }
}
