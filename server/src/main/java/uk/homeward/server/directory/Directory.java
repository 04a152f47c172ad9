package uk.homeward.server.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.directory.Eligible;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Position;
import uk.homeward.journey.place.PostalArea;
import uk.homeward.journey.place.Rating;
import uk.homeward.journey.place.Site;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** Reads and searches the directory of services; the face of this package for all others. */
@Repository
public class Directory {

    private static final String ENTRIES = """
        select e.*, r.rating, r.rated_on from service_entry e
        left join service_rating r on r.place = e.place and r.service = e.id
        where e.place = ?
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final PlaceTime time;

    Directory(JdbcTemplate jdbc, PlaceKey key, Place place, PlaceTime time) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.time = time;
    }

    /** Every entry, also those that are off or withdrawn, by title. */
    public List<DirectoryEntry> list() {
        return jdbc.query(ENTRIES + " order by lower(e.title), e.id", (row, n) -> entry(row), key.value());
    }

    /** The entries that are shown to everybody. */
    public List<DirectoryEntry> listPublic() {
        Instant now = time.instant();
        return list().stream()
                .filter(e -> e.details().isPublic() && e.isShown(now))
                .toList();
    }

    public Optional<DirectoryEntry> find(String id) {
        return jdbc.query(ENTRIES + " and e.id = ?", (row, n) -> entry(row), key.value(), id).stream()
                .findFirst();
    }

    /** The regulator's newest rating of a provider or service; empty where none was imported. */
    public Optional<Rating> findRating(String service) {
        return jdbc
                .queryForList(
                        "select rating from service_rating where place = ? and service = ?",
                        String.class,
                        key.value(),
                        service)
                .stream()
                .map(Rating::valueOf)
                .findFirst();
    }

    /** Entries that fit, those for the person and the nearest first. */
    public List<Found> search(Wanted wanted, boolean isPublic) {
        Instant now = time.instant();
        LocalDateTime local = LocalDateTime.ofInstant(now, place.zone());
        Eligible eligible = new Eligible(wanted.age(), wanted.locality());
        return list().stream()
                .filter(e -> e.isShown(now) && (!isPublic || e.details().isPublic()))
                .filter(e -> fits(wanted, e.details()))
                .map(e -> new Found(
                        e,
                        kilometres(wanted.outward(), e),
                        e.opening(local, place::isHoliday),
                        eligible.whyNot(e.details(), areas(e.details()))))
                .filter(f -> !wanted.openNow() || f.isOpen())
                .sorted(Comparator.comparing((Found f) -> !f.whyNot().isEmpty())
                        .thenComparing(f -> Double.isNaN(f.kilometres()) ? 1e9 : f.kilometres())
                        .thenComparing(f -> f.entry().details().title().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean fits(Wanted wanted, Details entry) {
        String all = String.join(
                        " ",
                        entry.title(),
                        entry.organisation(),
                        entry.what(),
                        entry.audience(),
                        String.join(" ", entry.categories()))
                .toLowerCase(Locale.ROOT);
        return (wanted.category().isEmpty() || entry.categories().contains(wanted.category()))
                && (!wanted.community() || entry.isCommunity())
                && Arrays.stream(wanted.words().toLowerCase(Locale.ROOT).split("\\s+"))
                        .allMatch(all::contains);
    }

    private double kilometres(String from, DirectoryEntry to) {
        Optional<PostalArea> here = area(from);
        Optional<Position> there = findWhere(to).map(Where::position);
        return here.isEmpty() || there.isEmpty()
                ? Double.NaN
                : here.get().middle().kilometresTo(there.get());
    }

    /**
     * Where a service is: a site of the place, else the middle of its postcode area.
     *
     * @param id one id for one place, whoever tells of it
     */
    public record Where(String id, String title, String postcode, Position position) {}

    /** Where an entry is; empty where it does not say, or the place does not know it. */
    public Optional<Where> findWhere(DirectoryEntry entry) {
        return site(entry.details().site())
                .map(s -> new Where(s.id().value(), s.title(), s.postcode(), s.position()))
                .or(() -> area(entry.details().outward())
                        .map(a -> new Where(a.id(), "Postcode area " + a.outward(), a.outward(), a.middle())));
    }

    /** The day, as the place reads it. */
    public LocalDate today() {
        return LocalDate.ofInstant(time.instant(), place.zone());
    }

    private Optional<Site> site(String id) {
        return place.sites().stream().filter(s -> s.id().value().equals(id)).findFirst();
    }

    /** Where an outward postcode is; empty where the place does not know it. */
    Optional<PostalArea> area(String outward) {
        return place.postalAreas().find(outward);
    }

    /** The localities that a service serves, in words. */
    public String areas(Details entry) {
        return entry.areas().isEmpty()
                ? place.title()
                : entry.areas().stream().map(this::locality).collect(Collectors.joining(", "));
    }

    /** The name of a locality. */
    String locality(String id) {
        return place.localities().find(LocalityId.of(id)).map(l -> l.title()).orElse(id);
    }

    /** Every category that some entry has. */
    List<String> categories() {
        return jdbc.queryForList(
                "select distinct unnest(categories) from service_entry where place = ? order by 1",
                String.class,
                key.value());
    }

    private static DirectoryEntry entry(ResultSet row) throws SQLException {
        return new DirectoryEntry(
                row.getString("id"),
                row.getInt("version"),
                new Details(
                        row.getString("title"),
                        row.getString("organisation"),
                        row.getString("what"),
                        row.getString("audience"),
                        row.getString("not_for"),
                        texts(row, "categories"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getString("web"),
                        row.getString("outward"),
                        row.getString("site"),
                        texts(row, "areas"),
                        row.getInt("minimum_age"),
                        row.getString("hours"),
                        row.getString("opens"),
                        row.getString("response"),
                        row.getBoolean("is_public"),
                        row.getBoolean("is_community"),
                        row.getString("source")),
                row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
                row.getString("confirmed_by"),
                row.getString("withdrawn"),
                row.getString("rating"),
                row.getObject("rated_on", LocalDate.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
