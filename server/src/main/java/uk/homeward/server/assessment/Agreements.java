package uk.homeward.server.assessment;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.assessment.AgreementRules;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.AgreementEvent;
import uk.homeward.journey.event.AgreementEvent.Terms;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/** The agreements between organisations: made, changed, ended, and read. */
@Component
public class Agreements {

    private static final Actor DATA = Actor.system("place-data", "place");

    private final Ledger ledger;
    private final PlaceTime time;
    private final PlaceKey place;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Bank bank;

    Agreements(
            Ledger ledger,
            PlaceTime time,
            PlaceKey place,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Bank bank) {
        this.ledger = ledger;
        this.time = time;
        this.place = place;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.bank = bank;
    }

    /** An agreement as it stands; {@code endedAt} is null while nobody has ended it. */
    public record Line(String id, Terms terms, @Nullable Instant endedAt, String ended) {

        public boolean holds(LocalDate day) {
            return endedAt == null && terms.covers(day);
        }
    }

    /** Tells the agreements of the place's data where they say something new; what somebody else changed stays. */
    @Order(0)
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        transaction.executeWithoutResult(status -> bank.agreements()
                .forEach((id, terms) -> ledger.tell(
                        Subject.agreement(id),
                        time.instant(),
                        DATA,
                        null,
                        before -> saidLast(before).filter(terms::equals).isPresent()
                                ? Verdict.done()
                                : Verdict.done(new AgreementEvent.AgreementMade(terms)))));
    }

    private static Optional<Terms> saidLast(List<Recorded<Event>> before) {
        return before.reversed().stream()
                .filter(r -> r.by().user().equals(DATA.user()))
                .filter(r -> r.event() instanceof AgreementEvent.AgreementMade)
                .map(r -> ((AgreementEvent.AgreementMade) r.event()).terms())
                .findFirst();
    }

    /** Makes an agreement, or makes it anew with other terms; nothing happens where it stands so already. */
    public Entry make(String id, Terms terms, Actor by) {
        return ledger.tell(
                Subject.agreement(id),
                time.instant(),
                by,
                null,
                before -> AgreementRules.check(terms)
                        .<Verdict>map(r -> refused("make", r.code(), r.why()))
                        .orElseGet(() -> stands(before).filter(terms::equals).isPresent()
                                ? Verdict.done()
                                : Verdict.done(new AgreementEvent.AgreementMade(terms))));
    }

    private static Optional<Terms> stands(List<Recorded<Event>> before) {
        return before.reversed().stream()
                .map(Recorded::event)
                .filter(e -> e instanceof AgreementEvent.AgreementMade || e instanceof AgreementEvent.AgreementEnded)
                .findFirst()
                .flatMap(e -> e instanceof AgreementEvent.AgreementMade m ? Optional.of(m.terms()) : Optional.empty());
    }

    /** Ends it; assessments that were made under it stay trusted as long as they are valid. */
    public Entry end(String id, String reason, Actor by) {
        return ledger.tell(Subject.agreement(id), time.instant(), by, null, before -> {
            if (stands(before).isEmpty()) {
                return refused("end", "no-agreement", "There is no such agreement, or it was ended before.");
            }
            return reason.isBlank()
                    ? refused("end", "no-reason", "Write why the agreement ends.")
                    : Verdict.done(new AgreementEvent.AgreementEnded(reason));
        });
    }

    private static Verdict refused(String command, String code, String why) {
        return new Verdict.Refused(new AgreementEvent.AgreementRefused(command, code, why));
    }

    /** Every agreement, those that hold first. */
    public List<Line> list() {
        return jdbc.query(
                """
                select id, title, assessor, receiver, forms, roles, competence, valid_days, on_challenge, valid_from,
                       valid_until, source, ended_at, ended
                from agreement where place = ? order by ended_at is not null, assessor, receiver, id
                """,
                (row, n) -> new Line(
                        row.getString("id"),
                        new Terms(
                                row.getString("title"),
                                row.getString("assessor"),
                                row.getString("receiver"),
                                texts(row.getArray("forms")),
                                texts(row.getArray("roles")),
                                row.getString("competence"),
                                row.getInt("valid_days"),
                                row.getString("on_challenge"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_until", LocalDate.class),
                                row.getString("source")),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getString("ended")),
                place.value());
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    public Optional<Line> find(String id) {
        return list().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** The terms of those that were not ended, by their ids; their own days still bind them. */
    Map<String, Terms> terms() {
        Map<String, Terms> terms = new LinkedHashMap<>();
        list().stream().filter(a -> a.endedAt() == null).forEach(a -> terms.put(a.id(), a.terms()));
        return terms;
    }

    /** What happened to an agreement, the newest first. */
    public List<Recorded<Event>> history(String id) {
        return ledger.history(Subject.agreement(id)).reversed();
    }
}
