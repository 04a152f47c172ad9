package uk.homeward.journey.pathway;

/** The colours of the drawing: a strong one for lines and marks (at least 3:1 on white), a pale one for surfaces. */
enum Tone {
    WAY_IN("#425563", "#e8edee"),
    DESK("#005eb8", "#e6f0fa"),
    HOME("#007f3b", "#e4f3ea"),
    BED("#6a3fa0", "#efe8f8"),
    HOSPITAL("#b3121d", "#fbe9ea"),
    CARE_HOME("#a35800", "#fbf0e2"),
    DECIDED("#7a5d00", "#fff8e1"),
    QUIET("#5b6b78", "#eef1f3");

    private final String line;
    private final String surface;

    Tone(String line, String surface) {
        this.line = line;
        this.surface = surface;
    }

    String line() {
        return line;
    }

    String surface() {
        return surface;
    }

    static Tone of(Step.Setting setting) {
        return switch (setting) {
            case HOME -> HOME;
            case COMMUNITY_BED -> BED;
            case HOSPITAL -> HOSPITAL;
            case CARE_HOME -> CARE_HOME;
            case DESK -> DESK;
        };
    }

    static Tone of(Exit.Outcome outcome) {
        return switch (outcome) {
            case INDEPENDENT_AT_HOME, HOME_WITH_SUPPORT -> HOME;
            case CARE_HOME -> CARE_HOME;
            case HOSPITAL -> HOSPITAL;
            case COMMUNITY_SUPPORT -> DESK;
            case END_OF_LIFE_CARE, DIED, NO_NEED, WITHDRAWN -> QUIET;
        };
    }
}
