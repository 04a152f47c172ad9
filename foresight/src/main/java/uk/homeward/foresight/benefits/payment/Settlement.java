package uk.homeward.foresight.benefits.payment;

import java.util.List;

/**
 * Who gains and who loses, service by service, against the plan (in which the commissioner pays the planned cost and the
 * provider breaks even). The two gains always add up to the cost that was saved.
 */
public record Settlement(List<Line> lines) {

    /** One service; a gain below 0 is a loss. */
    public record Line(Service service, double paid, double providerGains, double commissionerGains) {

        /** The cost saved against plan, below 0 where more was spent. */
        public double saved() {
            return service.plannedCost() - service.actualCost();
        }
    }

    public Settlement {
        lines = List.copyOf(lines);
    }

    public static Settlement of(List<Service> services) {
        return new Settlement(services.stream().map(Settlement::line).toList());
    }

    private static Line line(Service service) {
        double paid = service.bucket().paid(service);
        return new Line(service, paid, paid - service.actualCost(), service.plannedCost() - paid);
    }

    public double providerGains() {
        return lines.stream().mapToDouble(Line::providerGains).sum();
    }

    public double commissionerGains() {
        return lines.stream().mapToDouble(Line::commissionerGains).sum();
    }
}
