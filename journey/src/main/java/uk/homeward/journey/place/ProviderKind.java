package uk.homeward.journey.place;

/** What a care provider offers. */
public enum ProviderKind {
    RESIDENTIAL_HOME,
    NURSING_HOME,
    HOME_CARE;

    public boolean isCareHome() {
        return this != HOME_CARE;
    }
}
