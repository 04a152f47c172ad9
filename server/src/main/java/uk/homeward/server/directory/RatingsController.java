package uk.homeward.server.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Rating;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Fault;
import uk.homeward.journey.source.Faults;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.time.PlaceTime;

/**
 * The import of the Care Quality Commission's overall ratings, as a table. The columns are those of its published
 * directory: Location ID, Location Name, Latest Rating, Publication Date; and service for our own id where names differ.
 */
@RestController
class RatingsController {

    private static final List<String> NEEDED = List.of("Latest Rating", "Publication Date");
    private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("d/M/uuuu");

    private final DirectoryDesk desk;
    private final Directory directory;
    private final Place place;
    private final PlaceTime time;

    RatingsController(DirectoryDesk desk, Directory directory, Place place, PlaceTime time) {
        this.desk = desk;
        this.directory = directory;
        this.place = place;
        this.time = time;
    }

    /** What became of a row. */
    record Receipt(int line, String state, String service, String why) {}

    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping("/api/import/ratings")
    ResponseEntity<List<Receipt>> take(@RequestBody String body, User user) {
        Faults faults = new Faults();
        Csv csv = Csv.parse("ratings", body, faults);
        List<String> missing =
                NEEDED.stream().filter(c -> !csv.header().contains(c)).toList();
        if (!missing.isEmpty()
                || !(csv.header().contains("service") || csv.header().contains("Location Name"))) {
            return ResponseEntity.badRequest()
                    .body(List.of(new Receipt(
                            1,
                            "REFUSED",
                            "",
                            "columns are missing " + missing
                                    + ". Maybe: send Location Name (or service), Latest Rating and Publication Date")));
        }
        Map<String, String> byName = names();
        Map<Integer, Fault> byLine = new HashMap<>();
        faults.list().forEach(f -> byLine.put(f.line(), f));
        List<Receipt> receipts = new ArrayList<>();
        csv.rows().forEach(row -> receipts.add(take(row, byLine.get(row.line()), byName, user)));
        return ResponseEntity.ok(receipts);
    }

    /** Providers and entries by their names. */
    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        directory.list().forEach(e -> names.put(key(e.details().title()), e.id()));
        place.providers().stream().forEach(p -> names.put(key(p.title()), p.id().value()));
        return names;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private Receipt take(CsvRow row, @Nullable Fault fault, Map<String, String> byName, User user) {
        if (fault != null) {
            return refused(row, fault.what() + ". Maybe: " + fault.maybe());
        }
        String service = row.optional("service");
        String found = !service.isEmpty() && byName.containsValue(service)
                ? service
                : byName.getOrDefault(key(row.optional("Location Name")), "");
        if (found.isEmpty()) {
            return refused(
                    row,
                    "no provider or service of this place has this name (" + row.optional("Location Name")
                            + "). Maybe: give our id in the column service");
        }
        Optional<Rating> rating = rating(row.optional("Latest Rating"));
        if (rating.isEmpty()) {
            return refused(
                    row,
                    "this is no rating (" + row.optional("Latest Rating")
                            + "). Maybe: Outstanding, Good, Requires improvement, Inadequate or Not rated");
        }
        Optional<LocalDate> day = day(row.optional("Publication Date"));
        if (day.isEmpty()
                || day.get().isAfter(time.instant().atZone(place.zone()).toLocalDate())) {
            return refused(
                    row,
                    "this is no day until today (" + row.optional("Publication Date")
                            + "). Maybe: write it as 2025-03-31 or 31/03/2025");
        }
        return switch (desk.rate(found, rating.get(), day.get(), row.optional("Location ID"), user.actor())) {
            case Entry.Done done ->
                new Receipt(row.line(), done.happened().isEmpty() ? "UNCHANGED" : "TAKEN", found, "");
            case Entry.Refused(String code, String why) -> refused(row, why);
        };
    }

    private static Receipt refused(CsvRow row, String why) {
        return new Receipt(row.line(), "REFUSED", "", why);
    }

    private static Optional<Rating> rating(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
        for (Rating rating : Rating.values()) {
            if (rating.name().equals(name)) {
                return Optional.of(rating);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text.contains("/") ? LocalDate.parse(text, BRITISH) : LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
