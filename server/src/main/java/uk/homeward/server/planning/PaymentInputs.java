package uk.homeward.server.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.benefits.payment.Bucket;
import uk.homeward.foresight.benefits.payment.Service;
import uk.homeward.foresight.benefits.payment.Settlement;

/** A contract as a planner sets it: how much is done of each service, and by which way it is paid. */
public final class PaymentInputs {

    private final List<Field> fields = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Settlement settlement;

    PaymentInputs(List<Service> shipped, Map<String, String> given) {
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < shipped.size(); i++) {
            services.add(read(i, shipped.get(i), given));
        }
        settlement = Settlement.of(services);
    }

    /**
     * One service's fields.
     *
     * @param way block, cost-and-volume, gain-share or cost-reduction
     * @param share in per cent; empty for a block
     */
    public record Field(int number, String title, String activity, String way, String share) {}

    public List<Field> fields() {
        return List.copyOf(fields);
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }

    public Settlement settlement() {
        return settlement;
    }

    private Service read(int i, Service shipped, Map<String, String> given) {
        double activity = number(
                given.get("activity-" + i), shipped.actualActivity(), shipped.title() + ": activity", 1_000_000_000);
        String way = Objects.requireNonNullElse(given.get("way-" + i), way(shipped.bucket()));
        double share = number(given.get("share-" + i), share(shipped.bucket()), shipped.title() + ": share", 100);
        Bucket bucket = bucket(way, share / 100, shipped.bucket());
        fields.add(new Field(
                i,
                shipped.title(),
                MoneyText.amount(activity).replace(",", ""),
                way(bucket),
                bucket instanceof Bucket.Block ? "" : MoneyText.amount(share)));
        return new Service(
                shipped.title(),
                shipped.plannedActivity(),
                shipped.plannedCost(),
                shipped.fixedShare(),
                activity,
                bucket);
    }

    private double number(@Nullable String text, double otherwise, String what, double most) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text.strip().replace(",", "").replace("%", ""));
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as what is no number is
        }
        faults.add(what + " cannot be (" + text + "). Write 0 to " + MoneyText.amount(most) + ".");
        return otherwise;
    }

    private static Bucket bucket(String way, double share, Bucket otherwise) {
        return switch (way) {
            case "block" -> new Bucket.Block();
            case "cost-and-volume" -> new Bucket.CostAndVolume(share);
            case "gain-share" -> new Bucket.GainShare(share);
            case "cost-reduction" -> new Bucket.CostReduction(share);
            default -> otherwise;
        };
    }

    private static String way(Bucket bucket) {
        return switch (bucket) {
            case Bucket.Block b -> "block";
            case Bucket.CostAndVolume c -> "cost-and-volume";
            case Bucket.GainShare g -> "gain-share";
            case Bucket.CostReduction r -> "cost-reduction";
        };
    }

    private static double share(Bucket bucket) {
        return switch (bucket) {
            case Bucket.Block b -> 50;
            case Bucket.CostAndVolume c -> 100 * c.marginalShare();
            case Bucket.GainShare g -> 100 * g.providerShare();
            case Bucket.CostReduction r -> 100 * r.reduction();
        };
    }

    /** {@code gains 1.2} or {@code loses 0.4}. */
    public static String gain(double amount) {
        if (Math.abs(amount) < 0.005) {
            return "even";
        }
        return (amount > 0 ? "gains " : "loses ") + MoneyText.rounded(Math.abs(amount), 2);
    }

    public static String cost(double amount) {
        return MoneyText.rounded(amount, 2);
    }
}
