package uk.homeward.journey.event;

/**
 * What an event is about: one person, journey, spell, stay on its way out (flow), pool, case review, pair of records that may be
 * of one person (match), search for a place, package of care, failing provider, and so on. Each has its own sequence of events.
 *
 * @param id unique within its kind
 */
public record Subject(Kind kind, String id) {

    public Subject {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a " + kind + " needs an id");
        }
    }

    /** The kinds of subject. */
    public enum Kind {
        PERSON,
        JOURNEY,
        SPELL,
        FLOW,
        POOL,
        PATHWAY,
        PROGRAMME,
        RISK,
        CYCLE,
        /** The maturity of one locality. */
        MATURITY,
        /** One action of the winter plan. */
        WINTER,
        /** One figure of the market, the workforce or the estate. */
        BASELINE,
        HOLD,
        ESCALATION,
        SERVICE,
        PRESCRIPTION,
        REVIEW,
        MATCH,
        SEARCH,
        PACKAGE,
        CONTINGENCY,
        /** One form filled for one person. */
        ASSESSMENT,
        /** Who may assess for whom. */
        AGREEMENT,
        /** One opening of a record with a reason. */
        GLASS,
        /** An organisation's part in the place's agreement to share records. */
        SHARING,
        /** One person's choices about their data. */
        CONSENT,
        /** Whether somebody at work may come in. */
        ACCOUNT,
        /** One erasure of records whose time was over. */
        ERASURE
    }

    public static Subject person(String id) {
        return new Subject(Kind.PERSON, id);
    }

    public static Subject journey(String id) {
        return new Subject(Kind.JOURNEY, id);
    }

    public static Subject spell(String id) {
        return new Subject(Kind.SPELL, id);
    }

    /** What staff say of one stay; {@code id} is the stay's own. */
    public static Subject flow(String id) {
        return new Subject(Kind.FLOW, id);
    }

    /** A pathway's definition; {@code id} is the pathway's. */
    public static Subject pathway(String id) {
        return new Subject(Kind.PATHWAY, id);
    }

    public static Subject pool(String id) {
        return new Subject(Kind.POOL, id);
    }

    /** One place that is kept for one person. */
    public static Subject hold(String id) {
        return new Subject(Kind.HOLD, id);
    }

    /** The pressure on the place as a whole. */
    public static Subject escalation() {
        return new Subject(Kind.ESCALATION, "place");
    }

    /** An entry of the directory. */
    public static Subject service(String id) {
        return new Subject(Kind.SERVICE, id);
    }

    /** One person's way to something in the community. */
    public static Subject prescription(String id) {
        return new Subject(Kind.PRESCRIPTION, id);
    }

    /** Two records that may be of one person, in whatever order they are named. */
    public static Subject match(String one, String other) {
        return new Subject(Kind.MATCH, one.compareTo(other) < 0 ? one + "|" + other : other + "|" + one);
    }

    /** One search for a place, for one person. */
    public static Subject search(String id) {
        return new Subject(Kind.SEARCH, id);
    }

    /** What is arranged for one person. */
    public static Subject carePackage(String id) {
        return new Subject(Kind.PACKAGE, id);
    }

    /** What is done while this provider fails. */
    public static Subject contingency(String provider) {
        return new Subject(Kind.CONTINGENCY, provider);
    }

    public static Subject review(String id) {
        return new Subject(Kind.REVIEW, id);
    }

    /** One form filled for one person. */
    public static Subject assessment(String id) {
        return new Subject(Kind.ASSESSMENT, id);
    }

    public static Subject agreement(String id) {
        return new Subject(Kind.AGREEMENT, id);
    }

    public static Subject glass(String id) {
        return new Subject(Kind.GLASS, id);
    }

    public static Subject sharing(String organisation) {
        return new Subject(Kind.SHARING, organisation);
    }

    public static Subject erasure(String id) {
        return new Subject(Kind.ERASURE, id);
    }

    /** Whether the user with this id may come in. */
    public static Subject account(String user) {
        return new Subject(Kind.ACCOUNT, user);
    }

    public static Subject consent(String person) {
        return new Subject(Kind.CONSENT, person);
    }
}
