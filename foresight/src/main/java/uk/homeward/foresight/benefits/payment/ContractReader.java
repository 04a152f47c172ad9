package uk.homeward.foresight.benefits.payment;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/** Reads services with their ways of payment from YAML. */
public final class ContractReader {

    private ContractReader() {}

    /** Reads a file; throws {@link uk.homeward.journey.source.FaultyDefinition} with every fault. */
    public static List<Service> read(Path file) {
        Faults faults = new Faults();
        List<Service> services = services(Yaml.read(file, faults));
        faults.throwIfAny();
        return services;
    }

    /** Reads text, with the name that faults will carry. */
    public static List<Service> parse(String file, String text) {
        Faults faults = new Faults();
        List<Service> services = services(Yaml.parse(file, text, faults));
        faults.throwIfAny();
        return services;
    }

    private static List<Service> services(Yaml yaml) {
        yaml.allow("title", "unit", "services", "source");
        return yaml.get("services").items().stream()
                .map(ContractReader::service)
                .toList();
    }

    private static Service service(Yaml yaml) {
        yaml.allow("title", "planned-activity", "planned-cost", "fixed-share", "actual-activity", "bucket");
        String title = yaml.get("title").text();
        double activity = yaml.get("planned-activity").number();
        double cost = yaml.get("planned-cost").number();
        double fixed = yaml.get("fixed-share").number();
        double actual = yaml.get("actual-activity").number();
        Bucket bucket = bucket(yaml.get("bucket"));
        return valid(
                yaml,
                () -> new Service(title, activity, cost, fixed, actual, bucket),
                new Service(title, 1, 0, 0, 1, bucket));
    }

    private static Bucket bucket(Yaml yaml) {
        if (yaml.isScalar() && yaml.text().equals("block")) {
            return new Bucket.Block();
        }
        yaml.allow("cost-and-volume", "gain-share", "cost-reduction");
        Bucket none = new Bucket.Block();
        if (yaml.has("cost-and-volume")) {
            double share = yaml.get("cost-and-volume").number();
            return valid(yaml, () -> new Bucket.CostAndVolume(share), none);
        } else if (yaml.has("gain-share")) {
            double share = yaml.get("gain-share").number();
            return valid(yaml, () -> new Bucket.GainShare(share), none);
        } else if (yaml.has("cost-reduction")) {
            double share = yaml.get("cost-reduction").number();
            return valid(yaml, () -> new Bucket.CostReduction(share), none);
        }
        yaml.fault(
                "the bucket is not understood",
                "block, or cost-and-volume: 0.7, gain-share: 0.5, cost-reduction: 0.02");
        return none;
    }

    private static <T> T valid(Yaml yaml, Supplier<T> made, T otherwise) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String[] parts = String.valueOf(e.getMessage()).split("\\. Maybe: ", 2);
            yaml.fault(parts[0], parts.length > 1 ? parts[1] : "mend the value");
            return otherwise;
        }
    }
}
