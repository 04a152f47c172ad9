package uk.homeward.foresight.benefits;

/**
 * A printed figure beside what the model gives, both in the printed unit.
 *
 * @param model the model's value, not rounded, in the first (or only) year meant
 * @param settled the model's value once settled, where the figure is printed for all later years too; else as
 *     {@code model}
 */
public record Agreement(PrintedFigure printed, double model, double settled) {

    /**
     * True where the model, rounded as printed, gives the printed figure. A figure for a year and all later ones must
     * hold in its first year and once settled; a printed range must hold both.
     */
    public boolean agrees() {
        double first = printed.rounded(model);
        double last = printed.rounded(settled);
        return within(first) && within(last);
    }

    private boolean within(double rounded) {
        double hair = 1e-9;
        return rounded >= printed.low() - hair && rounded <= printed.high() + hair;
    }
}
