package uk.homeward.server.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.benefits.BenefitPlan;
import uk.homeward.foresight.benefits.BenefitPlanReader;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureBook;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.programme.BaselineTable;
import uk.homeward.journey.programme.MaturityMatrix;
import uk.homeward.journey.programme.ProgrammeDraft;
import uk.homeward.journey.programme.ProgrammeDraft.BenefitLink;
import uk.homeward.journey.programme.ProgrammeReader;
import uk.homeward.journey.programme.WinterAction;
import uk.homeward.journey.source.FaultyDefinition;
import uk.homeward.server.ServerSettings;

/** What the place's data says of the change; read once, and every fault stops the start. */
@Component
public class PlaceData {

    private final List<ProgrammeDraft> programmes;
    private final List<WinterAction> winter;
    private final MaturityMatrix matrix;
    private final BaselineTable baselines;
    private final Set<String> organisations;
    private final Map<String, BenefitPlan> plans = new HashMap<>();

    @Autowired
    PlaceData(ServerSettings settings, Place place) {
        this(settings.place(), place);
    }

    /** Reads the folder of a place; throws {@link FaultyDefinition} with the faults of the first file that has any. */
    public PlaceData(Path folder, Place place) {
        organisations = place.organisations().stream().map(o -> o.id().value()).collect(Collectors.toUnmodifiableSet());
        List<String> measures = MeasureBook.load(folder.resolve("measures")).measures().stream()
                .map(Measure::id)
                .toList();
        programmes = ProgrammeReader.read(folder.resolve("programmes"), measures::contains);
        winter = WinterAction.read(folder.resolve("winter/winter.yaml"), measures::contains, this::knowsOrganisation);
        matrix = MaturityMatrix.read(folder.resolve("maturity/maturity.yaml"));
        baselines = figures(folder.resolve("baselines/figures.csv"));
        programmes.stream()
                .flatMap(p -> p.benefits().stream())
                .map(BenefitLink::plan)
                .distinct()
                .forEach(plan -> plans.put(
                        plan, BenefitPlanReader.read(folder.resolve("benefits").resolve(plan))));
    }

    private static BaselineTable figures(Path file) {
        if (!Files.exists(file)) {
            return new BaselineTable(List.of(), List.of());
        }
        try {
            BaselineTable table = BaselineTable.parse(file.toString(), Files.readString(file), LocalDate.MAX);
            if (!table.refused().isEmpty()) {
                throw new FaultyDefinition(table.refused());
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knowsOrganisation(String id) {
        return organisations.contains(id);
    }

    List<ProgrammeDraft> programmes() {
        return programmes;
    }

    List<BenefitLink> benefits(String programme) {
        return programmes.stream()
                .filter(p -> p.id().equals(programme))
                .findFirst()
                .map(ProgrammeDraft::benefits)
                .orElse(List.of());
    }

    Optional<BenefitPlan> plan(String file) {
        return Optional.ofNullable(plans.get(file));
    }

    List<WinterAction> winter() {
        return winter;
    }

    Optional<WinterAction> winter(String id) {
        return winter.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    MaturityMatrix matrix() {
        return matrix;
    }

    BaselineTable baselines() {
        return baselines;
    }
}
