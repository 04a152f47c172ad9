package uk.homeward.server.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.ChangeEvent;
import uk.homeward.journey.event.CycleEvent.CycleNoted;
import uk.homeward.journey.event.CycleEvent.CyclePlanned;
import uk.homeward.journey.event.MaturityEvent.Level;
import uk.homeward.journey.event.MaturityEvent.PracticeAssessed;
import uk.homeward.journey.event.ProgrammeEvent.ActionClosed;
import uk.homeward.journey.event.ProgrammeEvent.ActionSet;
import uk.homeward.journey.event.ProgrammeEvent.Better;
import uk.homeward.journey.event.ProgrammeEvent.DecisionTaken;
import uk.homeward.journey.event.ProgrammeEvent.HighlightWritten;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneForecast;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneSet;
import uk.homeward.journey.event.ProgrammeEvent.Opinion;
import uk.homeward.journey.event.ProgrammeEvent.OpinionGiven;
import uk.homeward.journey.event.ProgrammeEvent.OutcomeSet;
import uk.homeward.journey.event.RiskEvent.MitigationDone;
import uk.homeward.journey.event.RiskEvent.MitigationSet;
import uk.homeward.journey.event.RiskEvent.RiskClosed;
import uk.homeward.journey.event.RiskEvent.RiskDescribed;
import uk.homeward.journey.event.RiskEvent.RiskEscalated;
import uk.homeward.journey.event.RiskEvent.RiskReviewed;
import uk.homeward.journey.event.RiskEvent.RiskScored;
import uk.homeward.journey.event.RiskEvent.Stage;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.event.WinterEvent.WinterActionReceived;
import uk.homeward.journey.event.WinterEvent.WinterActionStarted;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.DemoUsers;
import uk.homeward.server.access.Role;
import uk.homeward.server.time.PlaceTime;

/**
 * The demo's programme office: a made-up quarter of decisions, risks with reviews, a cycle and a matrix, told by the same desk
 * and rules as everybody's. Whatever was told once is not told again.
 */
@Component
class DemoOffice {

    private static final String PROGRAMME = "tp-intermediate";

    private final ChangeDesk desk;
    private final DemoUsers users;
    private final ServerSettings settings;
    private final Place place;
    private final PlaceTime time;
    private final TransactionTemplate transaction;
    private final ChangeBook book;

    DemoOffice(
            ChangeDesk desk,
            DemoUsers users,
            ServerSettings settings,
            Place place,
            PlaceTime time,
            TransactionTemplate transaction,
            ChangeBook book) {
        this.desk = desk;
        this.users = users;
        this.settings = settings;
        this.place = place;
        this.time = time;
        this.transaction = transaction;
        this.book = book;
    }

    @Order(2)
    @EventListener(ApplicationStartedEvent.class)
    void work() {
        AsOf today = AsOf.today(book.today());
        if (!settings.isDemo()
                || settings.people() == ServerSettings.NOBODY
                || book.programmes(today).find(PROGRAMME).isEmpty()
                || book.risk("staff-leave-for-better-paid-work", today).isPresent()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            programme();
            risks();
            cycle();
            maturity();
            winter();
        });
    }

    private void programme() {
        tell(
                80,
                Kind.PROGRAMME,
                PROGRAMME,
                new OutcomeSet(
                        "seen-within-two-hours",
                        "Seen within two hours",
                        "%",
                        "response-2h",
                        "",
                        Better.HIGHER,
                        null,
                        null,
                        "",
                        70.0,
                        LocalDate.of(2022, 12, 1),
                        "national standard of urgent community response"));
        tell(
                80,
                Kind.PROGRAMME,
                PROGRAMME,
                new OutcomeSet(
                        "at-home-after-91-days",
                        "Still at home after 91 days",
                        "%",
                        "at-home-91",
                        "",
                        Better.HIGHER,
                        77.5,
                        LocalDate.of(2017, 3, 31),
                        "Birmingham 2016/17 (document 003)",
                        82.5,
                        LocalDate.of(2018, 3, 31),
                        "the England figure (document 003)"));
        tell(
                75,
                Kind.PROGRAMME,
                PROGRAMME,
                new MilestoneSet(
                        "response-on-seven-days",
                        "Crisis response on seven days in every locality",
                        day(-30),
                        "",
                        List.of()));
        tell(
                75,
                Kind.PROGRAMME,
                PROGRAMME,
                new MilestoneSet(
                        "one-team-one-record",
                        "Every team works from the one record",
                        day(-75),
                        "",
                        List.of("response-on-seven-days")));
        tell(
                70,
                Kind.PROGRAMME,
                PROGRAMME,
                new ActionSet(
                        "rota-for-sundays",
                        "Agree a rota for Sundays with the unions",
                        "community operations lead",
                        day(40)));
        tell(
                60,
                Kind.PROGRAMME,
                PROGRAMME,
                new DecisionTaken(
                        "response-also-on-sundays",
                        "Crisis response also works on Sundays",
                        "a quarter of crises begin at a weekend",
                        "programme board"));
        tell(45, Kind.PROGRAMME, PROGRAMME, new ActionClosed("rota-for-sundays", true, "agreed for six months"));
        tell(
                40,
                Kind.PROGRAMME,
                PROGRAMME,
                new ActionSet(
                        "therapist-in-every-centre",
                        "Find a therapist for every enablement centre",
                        "director of adult social care",
                        day(8)));
        tell(
                35,
                Kind.PROGRAMME,
                PROGRAMME,
                new MilestoneForecast("response-on-seven-days", day(-55), "two localities recruit still"));
        tell(
                20,
                Kind.PROGRAMME,
                PROGRAMME,
                new OpinionGiven("", Opinion.CONFIDENT, "teams in four localities work as one and like it"));
        tell(
                18,
                Kind.PROGRAMME,
                PROGRAMME,
                new HighlightWritten(
                        "Response runs on six days everywhere and on seven in four localities. Staffing of the centres"
                                + " worries us most."));
    }

    private void risks() {
        raise(
                82,
                "staff-leave-for-better-paid-work",
                "neighbouring councils pay more",
                "Staff leave for better paid work",
                "people wait for enablement and lose strength",
                "director of adult social care",
                "bcc",
                "wait-home-place");
        score(82, "staff-leave-for-better-paid-work", Stage.BEFORE, 4, 4, "turnover was 32.9% (document 003)");
        tell(
                78,
                Kind.RISK,
                "staff-leave-for-better-paid-work",
                new MitigationSet(
                        "retention-payment",
                        "Pay a retention supplement for two winters",
                        "director of adult social care",
                        day(30)));
        score(78, "staff-leave-for-better-paid-work", Stage.AFTER, 2, 4, "as much as neighbours pay");
        review(
                54,
                "staff-leave-for-better-paid-work",
                "Leavers fell a little; the supplement is not approved yet",
                day(26));

        raise(
                76,
                "home-care-agencies-hand-back-packages",
                "prices do not cover wages",
                "Home-care agencies hand back packages",
                "people who are ready stay in hospital",
                "head of commissioning",
                "bcc",
                "ready-to-leave-24h");
        score(76, "home-care-agencies-hand-back-packages", Stage.BEFORE, 3, 5, "eleven packages came back last winter");
        review(48, "home-care-agencies-hand-back-packages", "Two agencies have given notice", day(20));
        score(20, "home-care-agencies-hand-back-packages", Stage.BEFORE, 4, 5, "a third agency has given notice");
        review(
                20,
                "home-care-agencies-hand-back-packages",
                "It grows, and the council cannot mend the price alone",
                day(-8));
        tell(
                12,
                Kind.RISK,
                "home-care-agencies-hand-back-packages",
                new RiskEscalated("icb", "the price needs money of the whole system"));

        raise(
                70,
                "record-is-not-opened-in-crisis",
                "signing in takes too long",
                "The shared record is not opened in a crisis",
                "people are asked everything again",
                "chief clinical information officer",
                "bchc",
                "record-looks");
        score(70, "record-is-not-opened-in-crisis", Stage.BEFORE, 3, 3, "look-ups are few");
        tell(
                66,
                Kind.RISK,
                "record-is-not-opened-in-crisis",
                new MitigationSet("one-sign-in", "One sign-in for response teams", "digital lead", day(16)));
        score(66, "record-is-not-opened-in-crisis", Stage.AFTER, 1, 3, "it opens with one tap");
        review(42, "record-is-not-opened-in-crisis", "The pilot team opens it for every second person", day(14));
        tell(
                16,
                Kind.RISK,
                "record-is-not-opened-in-crisis",
                new MitigationDone("one-sign-in", "all response teams have it"));
        review(14, "record-is-not-opened-in-crisis", "Look-ups have doubled", day(-14));

        raise(
                85,
                "centre-loses-its-lease",
                "the landlord wants to sell",
                "An enablement centre loses its lease",
                "32 beds are lost",
                "estates lead",
                "bcc",
                "");
        score(85, "centre-loses-its-lease", Stage.BEFORE, 2, 4, "the landlord has said so");
        tell(33, Kind.RISK, "centre-loses-its-lease", new RiskClosed("the lease is signed for five years"));
    }

    private void cycle() {
        tell(
                38,
                Kind.CYCLE,
                "second-clinician-at-the-weekend",
                new CyclePlanned(
                        PROGRAMME,
                        "People in crisis at a weekend are seen within two hours",
                        "response-2h",
                        "",
                        "A second clinician stands by on Saturdays and Sundays",
                        "More weeks above 90%",
                        day(35),
                        "response team lead"));
        tell(
                21,
                Kind.CYCLE,
                "second-clinician-at-the-weekend",
                new CycleNoted("The second clinician was called on three of four days"));
    }

    private void maturity() {
        List<String> localities =
                place.localities().list().stream().map(l -> l.id().value()).toList();
        for (int i = 0; i < localities.size(); i++) {
            Level level = i % 3 == 0 ? Level.SILVER : Level.BRONZE;
            tell(
                    50 - i,
                    Kind.MATURITY,
                    localities.get(i),
                    new PracticeAssessed(
                            "quick-response", level, "the two-hour figure of the last quarter, seen with the team"));
            tell(
                    30 - i,
                    Kind.MATURITY,
                    localities.get(i),
                    new PracticeAssessed(
                            "live-figures",
                            i == 0 ? Level.GOLD : Level.NOT_YET,
                            i == 0 ? "the team changed its rota by its own chart" : ""));
        }
    }

    private void winter() {
        tell(6, Kind.WINTER, "weekly-system-meeting", new WinterActionStarted("winter has begun"));
        tell(5, Kind.WINTER, "weekly-system-meeting", new WinterActionReceived("uhb"));
        tell(5, Kind.WINTER, "weekly-system-meeting", new WinterActionReceived("bchc"));
    }

    private void raise(
            int ago,
            String id,
            String cause,
            String event,
            String effect,
            String owner,
            String organisation,
            String measure) {
        tell(
                ago,
                Kind.RISK,
                id,
                new RiskDescribed(
                        PROGRAMME,
                        cause,
                        event,
                        effect,
                        owner,
                        organisation,
                        measure.isEmpty() ? List.of() : List.of(measure),
                        28,
                        ""));
    }

    private void score(int ago, String id, Stage stage, int likelihood, int impact, String why) {
        tell(ago, Kind.RISK, id, new RiskScored(stage, likelihood, impact, why));
    }

    private void review(int ago, String id, String words, LocalDate next) {
        tell(ago, Kind.RISK, id, new RiskReviewed(words, next));
    }

    private void tell(int daysAgo, Kind kind, String id, ChangeEvent event) {
        Instant at = time.instant().minus(daysAgo, ChronoUnit.DAYS);
        desk.tell(new Subject(kind, id), event, 0, users.of(Role.PROGRAMME).actor(), at, null);
    }

    /** So many days ago; days to come are negative. */
    private LocalDate day(int ago) {
        return book.today().minusDays(ago);
    }
}
