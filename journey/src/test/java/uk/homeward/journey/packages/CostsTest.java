package uk.homeward.journey.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.PackageEvent;
import uk.homeward.journey.event.PackageEvent.ElementKind;
import uk.homeward.journey.event.PackageEvent.EndReason;
import uk.homeward.journey.event.PackageEvent.PauseReason;
import uk.homeward.journey.event.PackageEvent.Per;
import uk.homeward.journey.event.PackageEvent.Share;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.matching.Ruling;
import uk.homeward.journey.matching.Terms;

class CostsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Terms TERMS = Terms.load(
            Path.of(Objects.requireNonNull(System.getProperty("homeward.root")), "places/birmingham-solihull"));
    private static final Actor HUB = new Actor("jo", "Jo", "hub", "bcc");
    private static final List<Share> SPLIT = List.of(new Share(Funder.NHS, 40), new Share(Funder.COUNCIL, 60));

    private final List<Recorded<PackageEvent>> told = new ArrayList<>();

    @Test
    void a_week_is_paid_by_the_day_and_split_as_the_shares_say() {
        say(add(ElementKind.NURSING, 0, 700, Per.WEEK, SPLIT));

        assertThat(Costs.on(carePackage(), DAY, TERMS)).isEqualTo(Map.of(Funder.NHS, 40.0, Funder.COUNCIL, 60.0));
        assertThat(Costs.on(carePackage(), DAY.minusDays(1), TERMS)).isEmpty();
        assertThat(Costs.between(carePackage(), DAY, DAY.plusDays(7), TERMS).get(Funder.NHS))
                .isEqualTo(280);
    }

    @Test
    void a_change_counts_from_its_day_and_the_day_of_the_end_costs_nothing() {
        say(add(ElementKind.HOME_CARE, 7, 20, Per.HOUR, List.of(new Share(Funder.SELF, 100))));
        say(new PackageCommand.Change(
                "part-1", 14, 20, List.of(new Share(Funder.SELF, 100)), DAY.plusDays(3), "More help"));
        say(new PackageCommand.End("part-1", DAY.plusDays(5), EndReason.WISH, "", ""));

        assertThat(cost(DAY.plusDays(2))).isEqualTo(20);
        assertThat(cost(DAY.plusDays(3))).isEqualTo(40);
        assertThat(cost(DAY.plusDays(5))).isZero();
    }

    @Test
    void a_kept_place_in_a_home_is_paid_and_visits_that_are_not_made_are_not() {
        say(add(ElementKind.RESIDENTIAL, 0, 700, Per.WEEK, List.of(new Share(Funder.SELF, 100))));
        say(add(ElementKind.HOME_CARE, 7, 10, Per.HOUR, List.of(new Share(Funder.SELF, 100))));
        say(new PackageCommand.Pause("part-1", DAY.plusDays(2), PauseReason.HOSPITAL, true, ""));
        say(new PackageCommand.Pause("part-2", DAY.plusDays(2), PauseReason.HOSPITAL, true, ""));
        say(new PackageCommand.Resume("part-2", DAY.plusDays(4)));

        assertThat(cost(DAY)).isEqualTo(110);
        assertThat(cost(DAY.plusDays(2))).isEqualTo(100);
        assertThat(cost(DAY.plusDays(4))).isEqualTo(110);
    }

    @Test
    void what_waits_for_approval_costs_nothing_yet_and_a_dearer_change_leaves_the_old_price() {
        say(add(ElementKind.NURSING, 0, 1400, Per.WEEK, List.of(new Share(Funder.COUNCIL, 100))));
        say(new PackageCommand.Change("part-1", 0, 2100, List.of(new Share(Funder.COUNCIL, 100)), DAY, "One to one"));
        say(add(ElementKind.NURSING, 0, 2400, Per.WEEK, List.of(new Share(Funder.COUNCIL, 100))));

        assertThat(Costs.on(carePackage(), DAY, TERMS)).isEqualTo(Map.of(Funder.COUNCIL, 200.0));
        assertThat(carePackage().findElement("part-2").orElseThrow().waitsFor()).isEqualTo("commissioner");
    }

    private static PackageCommand add(ElementKind kind, double hours, double price, Per per, List<Share> shares) {
        return new PackageCommand.Add(kind, "", "Something", hours, price, per, shares, DAY);
    }

    private CarePackage carePackage() {
        return CarePackage.of("p", told);
    }

    private double cost(LocalDate day) {
        return Costs.on(carePackage(), day, TERMS).values().stream()
                .mapToDouble(p -> p)
                .sum();
    }

    private void say(PackageCommand command) {
        if (told.isEmpty()) {
            told.add(recorded(new PackageEvent.PackageOpened("someone", "north", "", "Jo", "")));
        }
        Instant at = DAY.atTime(9, 0).atZone(ZoneId.of("Europe/London")).toInstant();
        Ruling ruling = PackageHandling.answer(
                carePackage(), command, new PackageSituation(at, HUB, ZoneId.of("Europe/London"), TERMS));
        assertThat(ruling).isInstanceOf(Ruling.Done.class);
        ((Ruling.Done) ruling).events().forEach(event -> told.add(recorded((PackageEvent) event)));
    }

    private Recorded<PackageEvent> recorded(PackageEvent event) {
        Instant at = DAY.atTime(9, 0).atZone(ZoneId.of("Europe/London")).toInstant();
        return new Recorded<>(Subject.carePackage("p"), told.size() + 1, at, at, HUB, event);
    }
}
