package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.event.JourneyEvent.Mode;
import uk.homeward.journey.event.JourneyEvent.When;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.JourneyCommand.AssignStaff;
import uk.homeward.journey.journeys.JourneyCommand.AssignTeam;
import uk.homeward.journey.journeys.JourneyCommand.GiveTreatment;
import uk.homeward.journey.journeys.JourneyCommand.MakeContact;
import uk.homeward.journey.journeys.JourneyCommand.MakeVisit;
import uk.homeward.journey.journeys.JourneyCommand.MeasureOutcome;
import uk.homeward.journey.journeys.JourneyCommand.MissVisit;
import uk.homeward.journey.journeys.JourneyCommand.NameCoordinator;
import uk.homeward.journey.journeys.JourneyCommand.PlanVisit;
import uk.homeward.journey.journeys.JourneyCommand.RecordFinding;
import uk.homeward.journey.journeys.JourneyCommand.ReviewGoal;
import uk.homeward.journey.journeys.JourneyCommand.SetGoal;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.journey.place.Team;

/**
 * What is done within a step, each at its moment, as far as the step records such things. The list depends on the journey,
 * the step and its beginning alone, so that it can be made again at any time.
 */
final class Deeds {

    private static final String SCALE = "Barthel (0 to 20)";
    private static final int KEPT = 20_000;
    private static final Duration DAY = Duration.ofDays(1);

    private final Luck luck;
    private final Words words;
    private final Staff staff;
    private final ZoneId zone;
    private final Map<String, Kept> kept = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > KEPT;
        }
    };

    Deeds(Luck luck, Words words, Staff staff, ZoneId zone) {
        this.luck = luck;
        this.words = words;
        this.staff = staff;
        this.zone = zone;
    }

    /** Something that is done. */
    record Deed(Instant at, JourneyCommand command) {}

    /** One step of one journey, for the time in which its deeds are thought out. */
    private final class Plan {
        private final Journey journey;
        private final Step step;
        private final Instant since;
        private final Instant end;
        private final String round;
        private final String profession;
        private final List<Deed> deeds = new ArrayList<>();

        Plan(Journey journey, Step step, Instant since, Instant end, int round) {
            this.journey = journey;
            this.step = step;
            this.since = since;
            this.end = end;
            this.round = step.id() + " " + round;
            this.profession = step.acts() == null ? "clinician" : step.acts();
        }

        private void add(Instant at, JourneyCommand command) {
            if (at.isBefore(end) && at.isAfter(since)) {
                deeds.add(new Deed(at, command));
            }
        }

        private Instant share(double part) {
            return since.plusSeconds((long) (Duration.between(since, end).toSeconds() * part));
        }

        private double chance(String what) {
            return luck.uniform(journey.id(), round + what);
        }

        private Instant day(int number, Hours hours, String what) {
            LocalDate day = since.atZone(zone).toLocalDate().plusDays(number);
            return hours.on(day, zone, chance(what + number));
        }

        private boolean records(String what) {
            return step.records().contains(what);
        }

        List<Deed> list() {
            assign();
            if (records("goal")) {
                goals();
            }
            if (records("outcome")) {
                outcomes();
            }
            if (records("visit")) {
                visits();
            }
            if (records("contact")) {
                contacts();
            }
            if (records("finding")) {
                add(share(0.35), new RecordFinding(words.finding(journey.id(), round)));
            }
            if (records("treatment") && chance("treated") < 0.6) {
                add(share(0.5), new GiveTreatment(words.treatment(journey.id(), round), ""));
            }
            deeds.sort(Comparator.comparing(Deed::at));
            return oneAfterAnother(deeds);
        }

        private void assign() {
            Team team = staff.team(journey, step).orElse(null);
            if (team == null) {
                return;
            }
            Instant at = since.plusSeconds(20);
            add(at, new AssignTeam(team.id().value()));
            if (Duration.between(since, end).compareTo(Duration.ofHours(12)) > 0) {
                Staff.Member who = staff.member(team, journey, round);
                add(at.plusSeconds(1), new AssignStaff(who.user(), who.name()));
                if (!records("goal") && journey.plan().coordinator() != null) {
                    return; // who was named stays the one to ring
                }
                Staff.Member named = staff.member(team, journey, "coordinator");
                add(
                        at.plusSeconds(2),
                        new NameCoordinator(
                                named.user(),
                                named.name(),
                                team.phone(),
                                team.organisation().value()));
            }
        }

        private void goals() {
            int goals = chance("goals") < 0.6 ? 2 : 1;
            LocalDate due = since.plus(DAY.multipliedBy(28)).atZone(zone).toLocalDate();
            for (int i = 1; i <= goals; i++) {
                String id = step.id() + "-" + round.substring(round.indexOf(' ') + 1) + "-goal-" + i;
                add(
                        since.plusSeconds(5400 + 30L * i),
                        new SetGoal(id, words.goal(journey.id(), round + "goal" + i), due));
                int half = (int) (2 + 4 * chance("half" + i));
                add(share(0.5).plusSeconds(7L * i), new ReviewGoal(id, half, "Halfway"));
                add(
                        end.minusSeconds(3000 - 11L * i),
                        new ReviewGoal(id, Math.min(10, half + (int) (5 * chance("full" + i))), "At the end"));
            }
        }

        private void outcomes() {
            double start = 7 + Math.round(8 * chance("barthel"));
            add(since.plusSeconds(5300), new MeasureOutcome(SCALE, start, When.START));
            double gain = Math.round(5 * chance("gain"));
            add(end.minusSeconds(2400), new MeasureOutcome(SCALE, Math.min(20, start + gain), When.END));
        }

        private void contacts() {
            boolean crisis = step.setting() == Step.Setting.HOME && records("finding");
            Duration travel = crisis
                    ? luck.about(Duration.ofMinutes(66), Duration.ofMinutes(30), journey.id(), round + "travel")
                    : Duration.ofMinutes(crisis ? 0 : 6);
            Mode mode = step.setting() == Step.Setting.DESK ? Mode.TELEPHONE : Mode.FACE_TO_FACE;
            add(since.plus(travel).plusSeconds(31), new MakeContact(mode, profession, ""));
            if (records("visit")) {
                return;
            }
            for (int day = 1; day < Duration.between(since, end).toDays(); day += crisis ? 1 : 7) {
                add(day(day, Hours.DAY, "contact"), new MakeContact(Mode.FACE_TO_FACE, profession, ""));
            }
        }

        private void visits() {
            long days = Duration.between(since, end).toDays();
            int number = 1;
            for (int day = 1; day <= days; number++) {
                Instant visit = day(day, Hours.DAY, "visit");
                Instant planned = day <= 7
                        ? since.plusSeconds(60L + number)
                        : day(7 * ((day - 1) / 7), Hours.DAY, "week").plusSeconds(number);
                String id = step.id() + "-" + round.substring(round.indexOf(' ') + 1) + "-visit-" + number;
                if (visit.plusSeconds(2701).isBefore(end)) {
                    add(planned, new PlanVisit(id, visit, words.visit(journey.id(), id)));
                    boolean made = chance("made" + number) > 0.04;
                    add(
                            visit.plusSeconds(2700),
                            made ? new MakeVisit(id, "") : new MissVisit(id, "Nobody answered; rang, all is well"));
                }
                day += chance("gap" + number) < (day < 10 ? 0.75 : 0.4) ? 1 : 2;
            }
        }
    }

    /** Two deeds are never done in the same moment, so that the time of the last one tells which is next. */
    private static List<Deed> oneAfterAnother(List<Deed> sorted) {
        List<Deed> apart = new ArrayList<>(sorted.size());
        Instant last = Instant.MIN;
        for (Deed deed : sorted) {
            Instant at = deed.at().isAfter(last) ? deed.at() : last.plusMillis(1);
            apart.add(new Deed(at, deed.command()));
            last = at;
        }
        return apart;
    }

    /** The deeds of a step that somebody is in, kept while they are in it. */
    private record Kept(StepId step, Instant since, List<Deed> deeds) {}

    /** What is done between the beginning of a step and its end, in order. */
    List<Deed> of(Journey journey, Step step, Instant since, Instant end, int round) {
        Kept known = kept.get(journey.id());
        if (known == null || !known.step().equals(step.id()) || !known.since().equals(since)) {
            known = new Kept(step.id(), since, new Plan(journey, step, since, end, round).list());
            kept.put(journey.id(), known);
        }
        return known.deeds();
    }
}
