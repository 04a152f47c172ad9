package uk.homeward.server.exchange.hospitals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import uk.homeward.server.exchange.hl7.SenderProfiles.Origin;
import uk.homeward.server.exchange.hl7.adt.Address;
import uk.homeward.server.exchange.hl7.adt.AdtDraft;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.Demographics;
import uk.homeward.server.exchange.hl7.adt.Identity;
import uk.homeward.server.exchange.hl7.adt.LocalNumber;
import uk.homeward.server.exchange.hl7.adt.Location;
import uk.homeward.server.exchange.hl7.adt.NhsNumberStatus;
import uk.homeward.server.exchange.hl7.adt.PatientClass;
import uk.homeward.server.exchange.hl7.adt.PersonName;
import uk.homeward.server.exchange.hl7.adt.Sex;
import uk.homeward.server.exchange.hl7.adt.Told;
import uk.homeward.server.exchange.hl7.adt.Trigger;
import uk.homeward.server.exchange.hl7.adt.Visit;
import uk.homeward.server.exchange.hospitals.Line.News;

/** Drafts what a hospital's system would send. */
final class Drafting {

    private Drafting() {}

    static AdtMessage message(News news, Patient patient, Origin origin) {
        return new AdtDraft(news.trigger(), news.at())
                .controlId(news.controlId())
                .from(origin.sender())
                .about(identity(patient, origin), demographics(patient), visit(news, origin))
                .message();
    }

    private static Identity identity(Patient patient, Origin origin) {
        String nhs = patient.nhsNumber() == null ? "" : patient.nhsNumber();
        byte[] id = patient.id().getBytes(StandardCharsets.UTF_8);
        String number = UUID.nameUUIDFromBytes(id)
                .toString()
                .replace("-", "")
                .substring(0, 12)
                .toUpperCase(Locale.ROOT);
        return new Identity(
                nhs,
                NhsNumberStatus.of(nhs, true),
                List.of(new LocalNumber("H" + number, origin.sender().facility())));
    }

    /** What the house knows already: a hospital of the demo tells no news of who somebody is. */
    private static Demographics demographics(Patient patient) {
        return new Demographics(
                Told.said(new PersonName(patient.family(), patient.given(), "", "")),
                patient.born() == null ? Told.unsaid() : Told.said(patient.born()),
                Told.said(Sex.of(patient.sex())),
                patient.address().isBlank()
                        ? Told.unsaid()
                        : Told.said(new Address(List.of(patient.address()), patient.postcode())),
                Told.unsaid(),
                Told.unsaid(),
                Told.unsaid(),
                Told.unsaid());
    }

    private static Visit visit(News news, Origin origin) {
        Trigger trigger = news.trigger();
        boolean begins = trigger == Trigger.A01 || trigger == Trigger.A04;
        return new Visit(
                news.visit(),
                trigger == Trigger.A04 ? PatientClass.EMERGENCY : PatientClass.INPATIENT,
                "21",
                news.ward().isBlank() ? null : new Location(news.ward(), "", news.bed(), origin.facility(), "", ""),
                null,
                begins ? news.at() : null,
                trigger == Trigger.A03 ? news.at() : null,
                null,
                null,
                "",
                news.reason(),
                trigger == Trigger.A03 ? "19" : "",
                trigger == Trigger.A03 ? Coding.of(news.reason(), news.visit()) : List.of());
    }
}
