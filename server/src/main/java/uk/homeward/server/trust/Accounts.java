package uk.homeward.server.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/** Who of an organisation came in lately, and whose access its privacy officer withdrew. */
@Component
public class Accounts {

    private static final int DAYS = 91;
    private static final int MOST = 500;

    private final JdbcTemplate jdbc;
    private final Ledger ledger;
    private final PlaceKey place;
    private final PlaceTime time;

    Accounts(JdbcTemplate jdbc, Ledger ledger, PlaceKey place, PlaceTime time) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.place = place;
        this.time = time;
    }

    /**
     * Somebody at work.
     *
     * @param withdrawnAt null while they may come in
     */
    public record Account(
            String user,
            String name,
            String role,
            LocalDate seenOn,
            @Nullable Instant withdrawnAt,
            String reason,
            String by) {}

    /** Those of the officer's organisation, whoever was kept out first, then by name. */
    List<Account> list(User officer) {
        return jdbc.query(
                """
                select s.user_id, s.name, s.role, s.seen_on, w.at, coalesce(w.reason, ''), coalesce(w.by_name, '')
                from account_seen s left join account_withdrawn w
                    on w.place = s.place and w.user_id = s.user_id and w.withdrawn
                where s.place = ? and s.organisation = ? and (s.seen_on > ? or w.withdrawn)
                order by w.user_id is null, s.name, s.user_id limit ?
                """,
                (row, n) -> {
                    OffsetDateTime at = row.getObject(5, OffsetDateTime.class);
                    return new Account(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            at == null ? null : at.toInstant(),
                            row.getString(6),
                            row.getString(7));
                },
                place.value(),
                officer.organisation(),
                LocalDate.ofEpochDay(time.instant().getEpochSecond() / 86_400 - DAYS),
                MOST);
    }

    Entry withdraw(User officer, String user, String reason) {
        return tell(
                officer,
                user,
                "withdraw",
                reason,
                () -> user.equals(officer.id())
                        ? refused("withdraw", "own-access", "Nobody withdraws their own access. Ask another officer.")
                        : Verdict.done(new TrustEvent.AccessWithdrawn(officer.organisation(), reason)));
    }

    Entry giveBack(User officer, String user, String reason) {
        return tell(officer, user, "give-back", reason, () -> Verdict.done(new TrustEvent.AccessGivenBack(reason)));
    }

    private Entry tell(User officer, String user, String command, String reason, Supplier<Verdict> rules) {
        return ledger.tell(Subject.account(user), time.instant(), officer.actor(), null, before -> {
            if (list(officer).stream().noneMatch(a -> a.user().equals(user))) {
                return refused(command, "not-yours", "Nobody of this name came in for your organisation lately.");
            }
            return reason.isBlank() ? refused(command, "no-reason", "Write why.") : rules.get();
        });
    }

    private static Verdict refused(String command, String code, String why) {
        return new Verdict.Refused(new TrustEvent.TrustRefused(command, code, why));
    }
}
