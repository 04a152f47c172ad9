package uk.homeward.server.hospital;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.FlowTold;
import uk.homeward.server.journal.Stays;

/** What these tests need: somebody in a bed of a ward, and words for what is said of them. Times are local. */
abstract class Ward extends ServerTest {

    static final String SITE = "qehb";
    static final String WARD = "qehb-medical-ward-3";
    static final Actor NURSE = new Actor("peter", "Peter Hall", "ward", "uhb");
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    final Desk desk = bean(Desk.class);
    final Stays stays = bean(Stays.class);
    final FlowDesk flows = bean(FlowDesk.class);

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** A person of this name; {@code alone} if nobody lives with them. */
    String person(String name, boolean alone) {
        String id = newId("flow-person");
        Details d = someone(name, "Flow");
        Details details = new Details(
                d.nhsNumber(),
                d.family(),
                d.given(),
                d.born(),
                d.sex(),
                d.address(),
                d.postcode(),
                d.phone(),
                d.locality(),
                d.practice(),
                d.language(),
                d.interpreter(),
                d.ethnicity(),
                alone,
                d.dementia(),
                d.frailty(),
                d.residence(),
                d.synthetic());
        desk.tellPerson(id, List.of(new PersonEvent.PersonRegistered(details)), at("2026-01-01T09:00"), STAFF, null);
        return id;
    }

    /** Admits them and returns the stay's id. */
    String admitted(String person, String when) {
        return admitted(person, WARD, when);
    }

    String admitted(String person, String ward, String when) {
        String visit = newId("V");
        return hospital(person, when, new SpellEvent.Admitted(person, SITE, visit, ward + "/A/1"));
    }

    String hospital(String person, String when, SpellEvent fact) {
        return stays.tell("uhb", person, List.of(fact), at(when), Actor.system("hl7", "uhb"))
                .orElseThrow()
                .id();
    }

    static String visit(String stay) {
        return stay.substring(stay.lastIndexOf('/') + 1);
    }

    void left(String person, String stay, String when) {
        hospital(person, when, new SpellEvent.Discharged(person, SITE, visit(stay), "19"));
    }

    void moved(String person, String stay, String when, String ward) {
        hospital(person, when, new SpellEvent.Moved(person, SITE, visit(stay), null, ward + "/B/2"));
    }

    FlowTold say(String stay, String when, FlowCommand command) {
        return flows.tell(stay, 0, command, at(when), NURSE, null);
    }

    /** The code with which something was refused; empty if it was recorded. */
    static String refused(FlowTold told) {
        return switch (told) {
            case FlowTold.Done done -> "";
            case FlowTold.Refused refused -> refused.code();
            case FlowTold.Conflict conflict -> "changed-meanwhile";
        };
    }

    static FlowCommand ready() {
        return new FlowCommand.Review(false, "", true, "");
    }

    static FlowCommand needs(FlowEvent.Need... needs) {
        return new FlowCommand.DescribeNeed(List.of(needs), "");
    }
}
