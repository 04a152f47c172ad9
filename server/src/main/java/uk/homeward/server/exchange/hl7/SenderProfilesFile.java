package uk.homeward.server.exchange.hl7;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;
import uk.homeward.server.exchange.hl7.SenderProfile.NhsNumbers;
import uk.homeward.server.exchange.hl7.SenderProfile.SiteRule;
import uk.homeward.server.exchange.hl7.adt.PatientClass;

/** Reads {@code senders.yaml} of a place; {@code docs/hl7.md} explains each key. */
public final class SenderProfilesFile {

    private SenderProfilesFile() {}

    /** Reads the file; every fault is added to {@code faults}, and what stands there wrongly falls back. */
    public static SenderProfiles read(Path file, Faults faults) {
        return read(Yaml.read(file, faults));
    }

    static SenderProfiles read(Yaml file) {
        file.allow("default", "senders");
        SenderProfile otherwise =
                file.has("default") ? profile(file.get("default"), SenderProfiles.FORGIVING) : SenderProfiles.FORGIVING;
        List<SenderProfile> known = new ArrayList<>();
        for (Yaml sender : file.get("senders").items()) {
            if (!sender.has("application") && !sender.has("facility")) {
                sender.fault(
                        "this sender has neither application nor facility", "add the names from its MSH-3 and MSH-4");
            }
            sender.get("organisation");
            known.add(profile(sender, otherwise));
        }
        return new SenderProfiles(known, otherwise);
    }

    private static SenderProfile profile(Yaml at, SenderProfile base) {
        at.allow(
                "name", "application", "facility", "organisation", "zone", "nhs-number", "accepts", "classes", "sites");
        String organisation = at.text("organisation", base.organisation() == null ? "" : base.organisation());
        return new SenderProfile(
                at.text("name", base.name()),
                codes(at, "application", base.applications()),
                codes(at, "facility", base.facilities()),
                organisation.isBlank() ? null : organisation,
                zone(at, base.zone()),
                at.has("nhs-number") ? nhsNumbers(at.get("nhs-number"), base.nhsNumbers()) : base.nhsNumbers(),
                codes(at, "accepts", base.accepts()),
                at.has("classes") ? classes(at.get("classes")) : base.classes(),
                at.has("sites") ? sites(at.get("sites")) : base.sites());
    }

    private static Set<String> codes(Yaml at, String key, Set<String> otherwise) {
        return at.has(key)
                ? at.texts(key).stream().map(SenderProfile::upper).collect(Collectors.toUnmodifiableSet())
                : otherwise;
    }

    private static ZoneId zone(Yaml at, ZoneId otherwise) {
        String name = at.text("zone", "");
        try {
            return name.isBlank() ? otherwise : ZoneId.of(name);
        } catch (DateTimeException e) {
            at.get("zone").fault("there is no such time zone (" + name + ")", "Europe/London");
            return otherwise;
        }
    }

    private static NhsNumbers nhsNumbers(Yaml at, NhsNumbers base) {
        at.allow("authorities", "types", "also-in", "verified");
        return new NhsNumbers(
                codes(at, "authorities", base.authorities()),
                codes(at, "types", base.types()),
                at.has("also-in") ? pidFields(at.get("also-in")) : base.alsoIn(),
                codes(at, "verified", base.verifiedCodes()));
    }

    private static Set<Integer> pidFields(Yaml at) {
        Set<Integer> fields = new HashSet<>();
        for (Yaml item : at.items()) {
            String text = item.text().toUpperCase(Locale.ROOT);
            if (text.matches("PID-\\d{1,2}")) {
                fields.add(Integer.parseInt(text.substring(4)));
            } else {
                item.fault("this is no PID field (" + text + ")", "PID-2 or PID-19");
            }
        }
        return Set.copyOf(fields);
    }

    private static Map<String, PatientClass> classes(Yaml at) {
        Map<String, PatientClass> classes = new HashMap<>();
        at.entries().forEach((code, value) -> {
            String name = value.text().toUpperCase(Locale.ROOT);
            for (PatientClass known : PatientClass.values()) {
                if (known.name().equals(name)) {
                    classes.put(SenderProfile.upper(code), known);
                    return;
                }
            }
            value.fault(
                    "there is no such class of patient (" + value.text() + ")", "inpatient, emergency or outpatient");
        });
        return Map.copyOf(classes);
    }

    private static List<SiteRule> sites(Yaml at) {
        List<SiteRule> rules = new ArrayList<>();
        for (Yaml rule : at.items()) {
            rule.allow("facility", "ward", "site");
            rules.add(new SiteRule(
                    SenderProfile.upper(rule.text("facility", "")),
                    SenderProfile.upper(rule.text("ward", "")),
                    rule.get("site").text()));
        }
        return List.copyOf(rules);
    }
}
