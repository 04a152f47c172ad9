package uk.homeward.server.record.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.Plan;
import uk.homeward.journey.journeys.State;

/** A journey as an episode of care, with its plan, goals, tasks, team and outcomes. */
final class JourneyMapping {

    private JourneyMapping() {}

    static List<EpisodeOfCare> episodes(Known known) {
        return known.journeys().stream().map(j -> episode(known, j)).toList();
    }

    private static EpisodeOfCare episode(Known known, Journey j) {
        EpisodeOfCare episode = new EpisodeOfCare();
        episode.setId(Known.id(j.person(), j.id()));
        episode.setStatus(status(j.state()));
        episode.setPatient(known.patient());
        episode.addType(text(j.pathway().title()));
        episode.addReferralRequest(new Reference("ServiceRequest/" + j.id()));
        episode.setPeriod(period(j));
        if (j.plan().coordinator() != null) {
            episode.setCareManager(
                    new Reference().setDisplay(j.plan().coordinator().name()));
        }
        return episode;
    }

    private static Period period(Journey j) {
        Period period = new Period().setStart(Date.from(j.openedAt()));
        if (!j.state().isOpen()) {
            period.setEnd(Date.from(j.history().events().getLast().occurredAt()));
        }
        return period;
    }

    private static EpisodeOfCareStatus status(State state) {
        return switch (state) {
            case State.Referred s -> EpisodeOfCareStatus.PLANNED;
            case State.AwaitingInformation s -> EpisodeOfCareStatus.ONHOLD;
            case State.Declined s -> EpisodeOfCareStatus.CANCELLED;
            case State.Withdrawn s -> EpisodeOfCareStatus.CANCELLED;
            case State.Waiting s -> EpisodeOfCareStatus.WAITLIST;
            case State.InStep s -> EpisodeOfCareStatus.ACTIVE;
            case State.Deciding s -> EpisodeOfCareStatus.ACTIVE;
            case State.Ended s -> EpisodeOfCareStatus.FINISHED;
        };
    }

    static List<CarePlan> plans(Known known) {
        return known.journeys().stream().map(j -> plan(known, j)).toList();
    }

    private static CarePlan plan(Known known, Journey j) {
        CarePlan plan = new CarePlan();
        plan.setId(Known.id(j.person(), j.id()));
        plan.setStatus(j.state().isOpen() ? CarePlanStatus.ACTIVE : CarePlanStatus.COMPLETED);
        plan.setIntent(CarePlanIntent.PLAN);
        plan.setTitle("The one plan");
        plan.setSubject(known.patient());
        plan.setPeriod(period(j));
        plan.addCareTeam(new Reference("CareTeam/" + Known.id(j.person(), j.id())));
        j.plan().goals().forEach(g -> plan.addGoal(new Reference("Goal/" + goalId(j, g))));
        j.plan().actions().forEach(a -> plan.addActivity().setReference(new Reference("Task/" + actionId(j, a))));
        return plan;
    }

    static List<Goal> goals(Known known) {
        List<Goal> goals = new ArrayList<>();
        known.journeys().forEach(j -> j.plan().goals().forEach(g -> goals.add(goal(known, j, g))));
        return goals;
    }

    private static Goal goal(Known known, Journey j, Plan.Goal g) {
        Goal goal = new Goal();
        goal.setId(goalId(j, g));
        goal.setLifecycleStatus(j.state().isOpen() ? GoalLifecycleStatus.ACTIVE : GoalLifecycleStatus.COMPLETED);
        goal.setDescription(text(g.words()));
        goal.setSubject(known.patient());
        goal.setStart(new DateType(Date.from(g.setAt())));
        if (g.due() != null) {
            goal.addTarget().setDue(new DateType(g.due().toString()));
        }
        goal.addNote().setText(g.progress() + " of 10" + (g.note().isBlank() ? "" : ": " + g.note()));
        return goal;
    }

    private static String goalId(Journey j, Plan.Goal g) {
        return Known.id(j.person(), j.id() + "/goal/" + g.id());
    }

    static List<Task> tasks(Known known) {
        List<Task> tasks = new ArrayList<>();
        for (Journey j : known.journeys()) {
            j.plan().actions().forEach(a -> tasks.add(action(known, j, a)));
            j.plan().visits().forEach(v -> tasks.add(visit(known, j, v)));
        }
        return tasks;
    }

    private static Task action(Known known, Journey j, Plan.Action a) {
        Task task = task(known, j, actionId(j, a), a.what());
        task.setStatus(a.doneAt() == null ? TaskStatus.REQUESTED : TaskStatus.COMPLETED);
        task.setAuthoredOn(Date.from(a.addedAt()));
        task.setOwner(new Reference().setDisplay(a.owner()));
        if (a.due() != null) {
            task.getRestriction()
                    .getPeriod()
                    .setEndElement(new DateTimeType(a.due().toString()));
        }
        if (a.doneAt() != null) {
            task.setLastModified(Date.from(a.doneAt()));
        }
        return task;
    }

    private static Task visit(Known known, Journey j, Plan.Visit v) {
        Task task = task(known, j, Known.id(j.person(), j.id() + "/visit/" + v.id()), "Visit: " + v.purpose());
        task.setStatus(
                switch (v.state()) {
                    case PLANNED -> TaskStatus.REQUESTED;
                    case MADE -> TaskStatus.COMPLETED;
                    case MISSED -> TaskStatus.FAILED;
                });
        task.getExecutionPeriod().setStart(Date.from(v.at()));
        return task;
    }

    private static Task task(Known known, Journey j, String id, String what) {
        Task task = new Task();
        task.setId(id);
        task.setIntent(TaskIntent.PLAN);
        task.setDescription(what);
        task.setFor(known.patient());
        task.addBasedOn(new Reference("ServiceRequest/" + j.id()));
        return task;
    }

    private static String actionId(Journey j, Plan.Action a) {
        return Known.id(j.person(), j.id() + "/action/" + a.id());
    }

    static List<CareTeam> teams(Known known) {
        return known.journeys().stream()
                .filter(j -> j.plan().coordinator() != null
                        || j.findLast(JourneyEvent.TeamAssigned.class).isPresent())
                .map(j -> team(known, j))
                .toList();
    }

    private static CareTeam team(Known known, Journey j) {
        CareTeam team = new CareTeam();
        team.setId(Known.id(j.person(), j.id()));
        team.setStatus(j.state().isOpen() ? CareTeamStatus.ACTIVE : CareTeamStatus.INACTIVE);
        team.setSubject(known.patient());
        JourneyEvent.@Nullable CoordinatorNamed named = j.plan().coordinator();
        if (named != null) {
            team.addParticipant().addRole(text("coordinator")).setMember(new Reference().setDisplay(named.name()));
            if (!named.phone().isBlank()) {
                team.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(named.phone());
            }
        }
        j.findLast(JourneyEvent.TeamAssigned.class)
                .ifPresent(t ->
                        team.addParticipant().addRole(text("team")).setMember(new Reference().setDisplay(t.team())));
        return team;
    }

    static List<Observation> outcomes(Known known) {
        List<Observation> outcomes = new ArrayList<>();
        for (Journey j : known.journeys()) {
            for (Plan.Outcome o : j.plan().outcomes()) {
                outcomes.add(outcome(known, j, o));
            }
        }
        return outcomes;
    }

    private static Observation outcome(Known known, Journey j, Plan.Outcome o) {
        JourneyEvent.OutcomeMeasured measured = o.measured();
        Observation observation = new Observation();
        observation.setId(Known.id(j.person(), j.id() + "/" + measured.scale() + "/" + measured.when() + "/" + o.at()));
        observation.setStatus(ObservationStatus.FINAL);
        observation.addCategory(text("outcome"));
        observation.setCode(text(measured.scale()));
        observation.setSubject(known.patient());
        observation.setEffective(new DateTimeType(Date.from(o.at())));
        observation.setValue(new Quantity().setValue(BigDecimal.valueOf(measured.score())));
        return observation;
    }

    static CodeableConcept text(String words) {
        return new CodeableConcept().setText(words);
    }
}
