package uk.homeward.server.access;

import java.util.Set;

/** What somebody may be allowed to do. {@link Grants} is the one table that says which roles may. */
public enum Permission {
    READ_AGGREGATES("see the overview, the pathway and figures without names"),
    OPEN_REFERRAL("refer a person"),
    READ_REFERRALS("follow referrals"),
    TRIAGE("accept, question, decline and reopen referrals"),
    SEND_FACTS("send facts about people by FHIR, and read back what their organisation sent"),
    READ_BOARDS("see the boards and lists of people in care"),
    READ_PERSON("open a person's record"),
    READ_SENSITIVE("see what is marked as sensitive, of people whom they care for now"),
    ACT_ON_JOURNEY("add to a person's journey"),
    DECIDE("take the decisions that the pathway gives to their role"),
    RECORD_CARE("record contacts, findings, treatment, visits and outcomes"),
    PLAN("plan care: goals, actions, teams and the coordinator"),
    ACT_FOR_PLACE("act on journeys of every organisation of the place"),
    MANAGE_CAPACITY("say how many places there are and which are out of service"),
    FORESEE("see forecasts of the place"),
    PLAN_PLACE("make scenarios, and see demand and benefits"),
    KEEP_MEASURES("write notes on measures, set their limits anew and make board packs"),
    READ_REVIEWS("follow case reviews"),
    REVIEW_CASES("answer the questions of a case review"),
    READ_PROGRAMMES("see programmes, risks and what they start from"),
    EDIT_PROGRAMMES("change programmes, risks, improvement cycles and baselines"),
    JOIN_RECORDS("say whether two records are of one person, join them and part them"),
    FIND_PLACES("find places for people and arrange their care"),
    ANSWER_OFFERS("answer for a provider whom a place is asked of"),
    READ_SUMMARIES("read and acknowledge discharge summaries that were sent to their organisation"),
    APPROVE_CARE("agree what care costs"),
    KEEP_AGREEMENTS("make, change and end agreements on who may assess for whom"),
    MEND_MESSAGES("mend and replay messages that could not be understood"),
    REVIEW_ACCESS("review who opened records with a reason, and keep the agreements by which records are shared"),
    GIVE_ACCESS("give a person everything that is kept about them"),
    MANAGE_PLACE("run the system and change the place's settings");

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /** What it allows, so that "you may ..." can be put before it. */
    public String words() {
        return words;
    }

    /** The roles that have it, in the order of {@link Role}. */
    public Set<Role> roles() {
        return Grants.roles(this);
    }

    public boolean isOf(Role role) {
        return roles().contains(role);
    }
}
