package uk.homeward.foresight.benefits.finance;

import java.util.List;

/** Moves births between settings and prices the move at each setting's present cost per birth. */
public record BirthSettings(List<Setting> settings) {

    /** One setting now and at its target share. */
    public record Setting(String name, double births, double cost, double targetBirths) {

        public double perBirth() {
            return cost / births;
        }

        public double targetCost() {
            return targetBirths * perBirth();
        }

        /** Above 0 where the setting costs less than now. */
        public double saving() {
            return cost - targetCost();
        }
    }

    public BirthSettings {
        settings = List.copyOf(settings);
    }

    /** Reads columns {@code deliveries}, {@code cost} and {@code target share} (per cent of all deliveries). */
    public static BirthSettings of(FinanceTable table) {
        double all = table.sum("deliveries");
        return new BirthSettings(table.parts().stream()
                .map(row -> new Setting(
                        row.name(),
                        row.cell("deliveries").orElse(0),
                        row.cell("cost").orElse(0),
                        all * row.cell("target share").orElse(0) / 100))
                .toList());
    }

    /** Pounds saved by all moves together. */
    public double saving() {
        return settings.stream().mapToDouble(Setting::saving).sum();
    }
}
