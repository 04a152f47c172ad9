package uk.homeward.server.exchange.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.dao.DataIntegrityViolationException;
import uk.homeward.server.exchange.resources.Address;
import uk.homeward.server.exchange.resources.Draft;
import uk.homeward.server.exchange.resources.Issue;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.ResourceText;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.Source;
import uk.homeward.server.exchange.resources.Unusable;

/**
 * Takes NDJSON, one FHIR resource on each line. A resource with an id is put under it, one without is new; Patients go first,
 * wherever they stand. A line that cannot be used is refused with its element, and the others go on.
 */
final class FactLines {

    private static final int STEP = 100;

    private final Resources resources;
    private final Source source;

    FactLines(Resources resources, Source source) {
        this.resources = resources;
        this.source = source;
    }

    private record Line(int number, String text) {

        boolean isPatient() {
            return text.contains("\"Patient\"") && text.replaceAll("\\s", "").contains("\"resourceType\":\"Patient\"");
        }
    }

    Report run(String text, boolean dryRun, IntConsumer progress) {
        List<String> all = text.lines().toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isBlank()) {
                lines.add(new Line(i + 1, all.get(i)));
            }
        }
        List<Report.Receipt> receipts = new ArrayList<>();
        lines.stream().sorted(Comparator.comparing(line -> !line.isPatient())).forEach(line -> {
            receipts.add(take(line, dryRun));
            if (receipts.size() % STEP == 0) {
                progress.accept(receipts.size());
            }
        });
        receipts.sort(Comparator.comparingInt(Report.Receipt::row));
        return new Report("resources", dryRun, List.of(), receipts);
    }

    private Report.Receipt take(Line line, boolean dryRun) {
        try {
            ResourceText text = ResourceText.read(line.text().getBytes(StandardCharsets.UTF_8));
            return take(line.number(), text, dryRun);
        } catch (Unusable e) {
            return refused(line.number(), e.issues());
        } catch (DataIntegrityViolationException e) {
            return refused(
                    line.number(), List.of(new Issue("value", "", "holds characters that cannot be kept", true)));
        }
    }

    private Report.Receipt take(int number, ResourceText text, boolean dryRun) {
        String id = text.id() == null ? resources.newId() : text.id();
        if (!Address.isId(id)) {
            throw Unusable.request(text.type() + ".id", "has more than 64 letters, digits, - and .");
        }
        Optional<Kept> standing = text.id() == null ? Optional.empty() : resources.find(text.type(), id);
        if (standing.isPresent() && !standing.get().organisation().equals(source.organisation())) {
            throw Unusable.conflict("another organisation sent the resource that stands under this id");
        }
        boolean stands = standing.isPresent() && !standing.get().deleted();
        if (stands && java.util.Arrays.equals(standing.get().content(), text.content())) {
            return new Report.Receipt(number, Report.State.UNCHANGED, text.type() + "/" + id, List.of());
        }
        Draft draft =
                resources.draft(text, id, standing.map(k -> k.version() + 1).orElse(1), false, null);
        if (!dryRun) {
            resources.keep(List.of(draft), source, false);
        }
        return new Report.Receipt(
                number, stands ? Report.State.CHANGED : Report.State.ADDED, text.type() + "/" + id, List.of());
    }

    private static Report.Receipt refused(int number, List<Issue> issues) {
        List<Report.RowFault> faults = issues.stream()
                .map(i -> new Report.RowFault(
                        i.element(), "", i.what(), "correct the line and send it again; the others are kept"))
                .toList();
        return new Report.Receipt(number, Report.State.REFUSED, "", faults);
    }
}
