package uk.homeward.server.access;

import java.util.Locale;
import java.util.Optional;

/** The roles of the place's people at work. */
public enum Role {
    REFERRER("Referrer", "Refers people and follows what became of it"),
    TRIAGE_CLINICIAN("Triage clinician", "Decides with other professions what a person needs now"),
    RESPONDER("Responder", "Sees people at home within two hours"),
    THERAPIST("Therapist", "Leads enablement at home and in the centres"),
    WARD("Ward", "Cares for people in hospital and plans their way home"),
    HUB("Transfer of care hub", "Finds the next place for people who are ready"),
    COORDINATOR("Coordinator", "Is the one named person to ring"),
    HEAD_OF_BROKERAGE("Head of brokerage", "Agrees care above the others' limits and finds places for whom nobody did"),
    PROVIDER("Care provider", "Gives places at home or in a home"),
    COMMISSIONER("Commissioner", "Watches and buys capacity"),
    ANALYST("Analyst", "Reads measures and forecasts; sees no names"),
    PROGRAMME("Programme office", "Runs the change"),
    PRIVACY_OFFICER("Privacy officer", "Watches over who opens whose record"),
    ADMINISTRATOR("Administrator", "Runs the system");

    private final String title;
    private final String does;

    Role(String title, String does) {
        this.title = title;
        this.does = does;
    }

    public String title() {
        return title;
    }

    public String does() {
        return does;
    }

    /** The word used in pathways, tokens and addresses: {@code triage-clinician}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> find(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
