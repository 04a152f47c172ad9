package uk.homeward.server.exchange.csv;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.identity.Judgement;
import uk.homeward.journey.identity.Traits;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.PracticeCode;
import uk.homeward.server.identity.PersonMatching;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Journal;
import uk.homeward.server.journal.PlaceKey;

/** People: registered where they are new, updated where a row says more or otherwise. An empty value changes nothing. */
final class PeopleTable implements RowTaker {

    private static final int MOST_FRAIL = 9;

    private final Desk desk;
    private final PersonMatching matching;
    private final Journal journal;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final Instant now;
    private final Actor by;
    private final boolean synthetic;

    PeopleTable(
            Desk desk,
            PersonMatching matching,
            Journal journal,
            JdbcTemplate jdbc,
            PlaceKey key,
            Place place,
            Instant now,
            Actor by,
            boolean synthetic) {
        this.desk = desk;
        this.matching = matching;
        this.journal = journal;
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.now = now;
        this.by = by;
        this.synthetic = synthetic;
    }

    @Override
    public String kind() {
        return "people";
    }

    @Override
    public List<String> required() {
        return List.of("family", "given", "born");
    }

    @Override
    public List<String> optional() {
        return List.of(
                "nhs_number",
                "sex",
                "address",
                "postcode",
                "phone",
                "practice",
                "language",
                "interpreter",
                "ethnicity",
                "lives_alone",
                "dementia",
                "frailty",
                "residence");
    }

    @Override
    public Report.Receipt take(Row row, boolean write) {
        @Nullable String number = number(row);
        String family = row.need("family");
        String given = row.need("given");
        row.need("born");
        @Nullable LocalDate born = born(row);
        Optional<Known> known =
                row.isSound() && born != null ? find(row, number, family, given, born) : Optional.empty();
        Judgement judgement = new Judgement.Nobody();
        if (known.isEmpty() && row.isSound()) {
            judgement = matching.judge(traits(row, number, family, given, born));
            known = sure(judgement);
        }
        Details before = known.map(Known::details).orElseGet(() -> Details.unknown(null, synthetic));
        Details after = details(row, before, number, family, given, born);
        if (!row.isSound()) {
            return row.refused();
        }
        String id = known.map(Known::id).orElseGet(() -> newId(number, family, given, born, row.may("postcode")));
        if (known.isPresent() && after.equals(before)) {
            return row.taken(Report.State.UNCHANGED, id);
        }
        if (write) {
            boolean isNew = known.isEmpty();
            desk.tellPerson(
                    id,
                    List.of(
                            isNew
                                    ? new PersonEvent.PersonRegistered(after)
                                    : new PersonEvent.PersonDetailsChanged(after)),
                    now,
                    by,
                    null);
            if (isNew) {
                matching.file(id, judgement, by);
            }
        }
        return row.taken(known.isEmpty() ? Report.State.ADDED : Report.State.CHANGED, id);
    }

    private static Traits traits(
            Row row, @Nullable String number, String family, String given, @Nullable LocalDate born) {
        return new Traits(
                number, family, given, born, row.may("sex"), row.may("address"), row.may("postcode"), row.may("phone"));
    }

    /** The person whom the row surely means, by all that it says of them. */
    private Optional<Known> sure(Judgement judgement) {
        return judgement instanceof Judgement.Same(Judgement.Likeness likeness)
                ? Optional.of(new Known(likeness.id(), details(likeness.id())))
                : Optional.empty();
    }

    private record Known(String id, Details details) {}

    private static @Nullable String number(Row row) {
        String text = row.may("nhs_number");
        if (text.isEmpty()) {
            return null;
        }
        if (!NhsNumber.isValid(text) || NhsNumber.of(text).isDummy()) {
            row.fault("nhs_number", "this is nobody's NHS number", "check its ten digits, or leave it empty");
            return null;
        }
        return NhsNumber.of(text).value();
    }

    private @Nullable LocalDate born(Row row) {
        @Nullable LocalDate born = row.date("born");
        if (born != null && born.isAfter(LocalDate.ofInstant(now, place.zone()))) {
            row.fault("born", "the date of birth lies in the future", "check the year");
        }
        return born;
    }

    private Optional<Known> find(Row row, @Nullable String number, String family, String given, LocalDate born) {
        if (number == null) {
            String id = newId(null, family, given, born, row.may("postcode"));
            return journal.person(id).isEmpty() ? Optional.empty() : Optional.of(new Known(id, details(id)));
        }
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 2575))", r -> {}, number);
        List<Known> known = jdbc
                .queryForList(
                        "select id from person where place = ? and nhs_number = ? and merged_into is null order by id",
                        String.class,
                        key.value(),
                        number)
                .stream()
                .map(id -> new Known(id, details(id)))
                .toList();
        Optional<Known> same = known.stream()
                .filter(k ->
                        k.details().born() == null || born.equals(k.details().born()))
                .findFirst();
        if (same.isEmpty() && !known.isEmpty()) {
            row.fault(
                    "nhs_number",
                    "the number belongs here to someone with another date of birth",
                    "check the number and the date of birth");
        }
        return same;
    }

    private Details details(String id) {
        Details last = null;
        for (var recorded : journal.person(id)) {
            if (recorded.event() instanceof PersonEvent.PersonRegistered registered) {
                last = registered.details();
            } else if (recorded.event() instanceof PersonEvent.PersonDetailsChanged changed) {
                last = changed.details();
            }
        }
        return last == null ? Details.unknown(null, synthetic) : last;
    }

    private Details details(
            Row row, Details before, @Nullable String number, String family, String given, @Nullable LocalDate born) {
        String practice = practice(row, before.practice());
        return new Details(
                before.nhsNumber() == null ? number : before.nhsNumber(),
                family,
                given,
                born,
                row.oneOf("sex", List.of("female", "male", "other", "unknown"), before.sex()),
                or(row.may("address"), before.address()),
                or(row.may("postcode"), before.postcode()),
                or(row.may("phone"), before.phone()),
                locality(practice, before.locality()),
                practice,
                or(row.may("language"), before.language()),
                row.yes("interpreter", before.interpreter()),
                or(row.may("ethnicity"), before.ethnicity()),
                row.yes("lives_alone", before.livesAlone()),
                row.yes("dementia", before.dementia()),
                frailty(row, before.frailty()),
                row.oneOf("residence", List.of("own-home", "care-home"), before.residence()),
                before.synthetic());
    }

    private static int frailty(Row row, int before) {
        if (row.may("frailty").isEmpty()) {
            return before;
        }
        double frailty = row.amount("frailty");
        if (frailty != Math.rint(frailty) || frailty > MOST_FRAIL) {
            row.fault(
                    "frailty", "this is not a value of the clinical frailty scale", "write 1 to 9, or 0 for not known");
        }
        return (int) frailty;
    }

    private String practice(Row row, String before) {
        String code = row.may("practice").toUpperCase(Locale.ROOT);
        if (!code.isEmpty()
                && (!code.matches("[A-Z0-9]{3,10}")
                        || place.practices().find(PracticeCode.of(code)).isEmpty())) {
            row.fault("practice", "this practice is not one of the place", "check the code, or leave it empty");
        }
        return or(code, before);
    }

    private String locality(String practice, String before) {
        return practice.matches("[A-Z0-9]{3,10}")
                ? place.practices()
                        .find(PracticeCode.of(practice))
                        .map(p -> p.locality().value())
                        .orElse(before)
                : before;
    }

    private static String or(String told, String before) {
        return told.isEmpty() ? before : told;
    }

    /** The same person has the same id in every table. */
    private static String newId(
            @Nullable String number, String family, String given, @Nullable LocalDate born, String postcode) {
        String who = number == null
                ? String.join("|", family, given, String.valueOf(born), postcode)
                        .toLowerCase(Locale.ROOT)
                : "NHS|" + number;
        return UUID.nameUUIDFromBytes(("csv|" + who).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
