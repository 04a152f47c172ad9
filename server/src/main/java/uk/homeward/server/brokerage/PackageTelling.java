package uk.homeward.server.brokerage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.packages.CarePackage;
import uk.homeward.journey.packages.PackageCommand;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Takes what was filled in about a package, tells it to the desk, and says what became of it. */
@Component
class PackageTelling {

    private final PackageDesk desk;
    private final PackageList list;
    private final PersonCards people;
    private final Place place;
    private final PlaceTime time;

    PackageTelling(PackageDesk desk, PackageList list, PersonCards people, Place place, PlaceTime time) {
        this.desk = desk;
        this.list = list;
        this.people = people;
        this.place = place;
        this.time = time;
    }

    /** What became of it. */
    sealed interface Outcome {}

    record Faulty(List<Fault> faults) implements Outcome {}

    record Told(Entry entry) implements Outcome {}

    /** The package; answers 404 if there is none. */
    CarePackage get(String id) {
        return desk.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no package (" + id + "). Maybe: it was opened in another place"));
    }

    LocalDate today() {
        return time.instant().atZone(place.zone()).toLocalDate();
    }

    /** The person's package; opened where there is none. Whoever opens it is the one to ring. */
    String open(String person, String search, Actor by) {
        return list.findOf(person).orElseGet(() -> {
            String id = "package-" + UUID.randomUUID();
            String locality = people.find(person)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such person"))
                    .locality();
            desk.tell(id, new PackageCommand.Open(person, locality, search, by.name(), ""), by, null);
            return id;
        });
    }

    Outcome tell(String id, String word, Fields fields, Actor by, @Nullable String key) {
        get(id);
        Form form = new Form(fields, place.zone(), time.instant());
        PackageCommand command = PackageReader.read(word, form, today())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no such command (" + word + "). Maybe: one of " + PackageReader.WORDS));
        return form.faults().isEmpty() ? new Told(desk.tell(id, command, by, key)) : new Faulty(form.faults());
    }
}
