package uk.homeward.server.response;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.homeward.journey.journeys.Delay;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.Moment;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.Standard;
import uk.homeward.journey.pathway.StandardId;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.journey.pathway.Target;
import uk.homeward.journey.place.CauseId;
import uk.homeward.journey.place.DelayCause;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Team;
import uk.homeward.journey.place.TeamId;
import uk.homeward.journey.place.TeamKind;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.person.Plain;

/** Where journeys can stand, in the words of their pathway: titles, who acts, which teams, and what comes next. */
@Component
public final class Stops {

    private final Pathways pathways;
    private final Place place;

    Stops(Pathways pathways, Place place) {
        this.pathways = pathways;
        this.place = place;
    }

    /**
     * A step or decision.
     *
     * @param name as the pathway names it
     * @param roles who acts there
     */
    public record Stop(String name, String title, List<String> roles) {}

    /** Every step and decision of the place's pathways, in their order; then those that only older journeys still know. */
    public List<Stop> list() {
        Map<String, Stop> stops = new LinkedHashMap<>();
        for (Pathway pathway : pathways.everyVersion()) {
            for (Step step : pathway.steps().values()) {
                List<String> roles = new ArrayList<>(step.acts() == null ? List.of() : List.of(step.acts()));
                if (step.occupies().isEmpty() && step.then() instanceof Target.ToDecision(DecisionId then)) {
                    roles.addAll(pathway.get(then).decidedBy());
                }
                stops.putIfAbsent(step.id().value(), new Stop(step.id().value(), step.title(), roles));
            }
            for (Decision d : pathway.decisions().values()) {
                stops.putIfAbsent(d.id().value(), new Stop(d.id().value(), d.title(), d.decidedBy()));
            }
        }
        return List.copyOf(stops.values());
    }

    /** The names of the stops at which one of these roles acts. */
    public List<String> namesFor(Collection<String> roles) {
        return list().stream()
                .filter(stop -> stop.roles().stream().anyMatch(roles::contains))
                .map(Stop::name)
                .toList();
    }

    /** Every role that acts somewhere on the pathways. */
    public Set<String> roles() {
        Set<String> roles = new LinkedHashSet<>();
        list().forEach(stop -> roles.addAll(stop.roles()));
        return roles;
    }

    /** The decisions that one of the role may make; where a step's work is nothing but deciding, that step too. */
    List<String> decisionsOf(String role) {
        List<String> names = new ArrayList<>();
        for (Pathway pathway : pathways.everyVersion()) {
            pathway.decisions().values().stream()
                    .filter(d -> d.decidedBy().contains(role))
                    .forEach(d -> {
                        names.add(d.id().value());
                        pathway.steps().values().stream()
                                .filter(s -> s.occupies().isEmpty()
                                        && s.then() instanceof Target.ToDecision(DecisionId then)
                                        && then.equals(d.id()))
                                .forEach(s -> names.add(s.id().value()));
                    });
        }
        return names;
    }

    /** Where a journey stands, in the pathway's words. */
    public String title(WorkLine line) {
        return title(pathway(line), line.at());
    }

    /** What has to be done next, in one line. */
    public String next(WorkLine line) {
        Pathway pathway = pathway(line);
        return switch (line.state()) {
            case "REFERRED" -> "Accept, ask for more, or decline";
            case "AWAITING_INFORMATION" -> "The sender was asked for more";
            case "WAITING" -> waiting(pathway.get(StepId.of(line.at())), pathway);
            case "IN_STEP" -> inStep(pathway.get(StepId.of(line.at())), pathway, line);
            case "DECIDING" -> pathway.get(DecisionId.of(line.at())).question();
            default -> "";
        };
    }

    private static String waiting(Step step, Pathway pathway) {
        return step.occupies().isEmpty() && step.then() instanceof Target.ToDecision(DecisionId then)
                ? pathway.get(then).question()
                : "Begin: " + step.title();
    }

    private static String inStep(Step step, Pathway pathway, WorkLine line) {
        boolean contactDue = line.dueStandard() != null
                && Optional.ofNullable(pathway.standards().get(StandardId.of(line.dueStandard())))
                        .map(Standard::to)
                        .map(to -> to.kind() == Moment.Kind.CONTACT)
                        .orElse(false);
        if (contactDue) {
            return "See the person: first contact";
        }
        return step.then() instanceof Target.ToDecision(DecisionId then)
                ? "When done: " + pathway.get(then).title()
                : "When done: " + pathway.titleOf(step.then());
    }

    /** The title of the standard that is due first; empty where none is. */
    public String due(WorkLine line) {
        return line.dueStandard() == null
                ? ""
                : Optional.ofNullable(pathway(line).standards().get(StandardId.of(line.dueStandard())))
                        .map(Standard::title)
                        .orElse(line.dueStandard());
    }

    public String team(String team) {
        return team.isEmpty()
                ? ""
                : place.teams().find(TeamId.of(team)).map(Team::title).orElse(team);
    }

    public String locality(String locality) {
        return locality.isEmpty()
                ? ""
                : place.localities()
                        .find(LocalityId.of(locality))
                        .map(l -> l.title())
                        .orElse(locality);
    }

    /** What holds the person back, in plain words; empty where nothing does. */
    public String cause(WorkLine line) {
        return line.delayCause() == null
                ? ""
                : place.delayCauses()
                        .find(CauseId.of(line.delayCause()))
                        .map(c -> c.title())
                        .orElse(Plain.words(line.delayCause()));
    }

    /** The chain of causes of a delay, each with the one who must act. */
    public List<String> causes(Delay delay) {
        return delay.causes().stream()
                .map(c -> place.delayCauses()
                                .find(CauseId.of(c.cause()))
                                .map(DelayCause::title)
                                .orElse(Plain.title(c.cause()))
                        + (c.owner().isBlank() ? "." : " (" + Plain.words(c.owner()) + ")."))
                .toList();
    }

    /** The teams that could take a journey where it stands: of the step's kind, the person's own locality first. */
    public List<Team> teamsFor(Journey journey) {
        Set<String> kinds = new LinkedHashSet<>();
        journey.currentStep().map(Step::team).ifPresent(kinds::add);
        if (journey.state() instanceof State.Deciding deciding) {
            journey.pathway().steps().values().stream()
                    .filter(s -> s.then() instanceof Target.ToDecision(DecisionId then)
                            && then.equals(deciding.decision())
                            && s.team() != null)
                    .forEach(s -> kinds.add(String.valueOf(s.team())));
        }
        String locality = journey.attributes().getOrDefault("locality", "");
        return kinds.stream()
                .flatMap(kind -> TeamKind.find(kind).stream())
                .flatMap(kind -> locality.isEmpty()
                        ? place.teams().stream().filter(t -> t.kind() == kind)
                        : place.teamsOf(kind, LocalityId.of(locality)).stream())
                .distinct()
                .toList();
    }

    /** Where a journey stands now, in the pathway's words. */
    public String now(Journey journey) {
        return switch (journey.state()) {
            case State.Referred s -> "Referred";
            case State.AwaitingInformation s -> "The sender was asked for more";
            case State.Declined s -> "Declined";
            case State.Withdrawn s -> "Withdrawn";
            case State.Waiting s ->
                "Waits for: " + journey.pathway().get(s.step()).title();
            case State.InStep s -> journey.pathway().get(s.step()).title();
            case State.Deciding s -> journey.pathway().get(s.decision()).title() + " is due";
            case State.Ended s -> "Ended: " + journey.pathway().get(s.exit()).title();
        };
    }

    /** The answers from which the due decision is chosen: name and title. */
    Map<String, String> options(Journey journey) {
        Map<String, String> options = new LinkedHashMap<>();
        journey.dueDecision().ifPresent(d -> d.options().forEach(o -> options.put(o.id().value(), o.title())));
        return options;
    }

    /** The title of a step or decision; what is not on the pathway (a referral) by its own name. */
    private static String title(Pathway pathway, String at) {
        for (Step step : pathway.steps().values()) {
            if (step.id().value().equals(at)) {
                return step.title();
            }
        }
        for (Decision decision : pathway.decisions().values()) {
            if (decision.id().value().equals(at)) {
                return decision.title();
            }
        }
        return Plain.title(at);
    }

    private Pathway pathway(WorkLine line) {
        return pathways.having(PathwayId.of(line.pathway()), line.at());
    }
}
