package uk.homeward.server.response;

import java.util.List;

/** The professions that pages offer; others can be written in. */
final class Professions {

    static final List<String> OFFERED = List.of(
            "nurse",
            "doctor",
            "occupational-therapist",
            "physiotherapist",
            "paramedic",
            "social-worker",
            "pharmacist",
            "mental-health-nurse");

    private Professions() {}
}
