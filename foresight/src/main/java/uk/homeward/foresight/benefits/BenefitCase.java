package uk.homeward.foresight.benefits;

/** How far the programme goes: what is aimed at, what is possible, or half way between the two. */
public enum BenefitCase {
    TARGET,
    STRETCH,
    MIDPOINT;

    double of(double target, double stretch) {
        return switch (this) {
            case TARGET -> target;
            case STRETCH -> stretch;
            case MIDPOINT -> (target + stretch) / 2;
        };
    }
}
