package uk.homeward.bench.fuzz;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.FaultyDefinition;
import uk.homeward.server.exchange.fhir.FhirText;
import uk.homeward.server.exchange.hl7.MessageReader;
import uk.homeward.server.exchange.hl7.Received;
import uk.homeward.server.exchange.hl7.SenderProfiles;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.ResourceText;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.Types;
import uk.homeward.server.exchange.resources.Unusable;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** The parsers, each with inputs to begin from, and what it may throw: nothing but its own words for a faulty input. */
final class Targets {

    private static final String MESSAGE = "MSH|^~\\&|PAS|RRK|HOMEWARD||20261123093000||%s|1|P|2.4\r"
            + "EVN|A04|20261123093000\rPID|1||L100^^^RRK^PI~9434765919^^^NHS^NH||Osei^Ama^^^Mrs^^L||19400502|F|||1 High"
            + " Street^^Birmingham^^B13 0HN^^H\rPV1|1|E|QEED^^^QEHB||||||||||||||||V100\rPV2|||^Fall at home\r%s";
    private static final String ORU = "OBR|1|P1|F1|U&E^Urea^L|||20261123080000\r"
            + "OBX|1|NM|2823-3^Potassium^LN||5.9|mmol/L|3.5-5.3|H|||F\rNTE|1||Haemolysed\rOBX|2|SN|1^eGFR^LN||>^90\r";
    private static final String REF = "RF1||U||||R-1||||^Fell\rPRD|RP|Green^Jo^^^Dr|||0121\rDG1|1|||Weak\r";
    private static final List<String> QUERIES = List.of(
            "patient=Patient/1&code=http://loinc.org|2823-3&date=ge2026-01-01&_sort=-date&_count=10",
            "_include=Observation:patient&_revinclude=Provenance:target&value-quantity=lt5.4|http://unitsofmeasure.org|mg",
            "patient.identifier=https://fhir.nhs.uk/Id/nhs-number|9991234578&status:not=final&code:missing=true",
            "_has:Provenance:target:agent=Organization/1&_lastUpdated=eq2026-11-23T10:00:00Z&_id=a,b,c");

    private final Path root;
    private final Place place;

    Targets(Path root) {
        this.root = root;
        this.place = Place.load(root.resolve("places/birmingham-solihull"));
    }

    /** What is done with one input; throws only for a finding. */
    interface Parser {
        void read(byte[] input);
    }

    record Target(String name, List<byte[]> seeds, Parser parser) {}

    List<Target> all() {
        FhirContext context = FhirContext.forR4Cached();
        Types types = new Types(context);
        Resources resources =
                Resources.over(new JdbcTemplate(), new PlaceKey("fuzz"), PlaceTime.real(), context, place);
        MessageReader reader = new MessageReader(SenderProfiles.NONE);
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        List<byte[]> json = files("docs/examples", ".json");
        json.addAll(inputs("synthea", ".json", 60_000));
        json.addAll(inputs("bars", ".json", 60_000));
        json.add(
                bytes(
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"subject\":"
                                + "{\"reference\":\"Patient/1\"},\"valueQuantity\":{\"value\":1.50,\"unit\":\"kg\"},\"effectiveDateTime\":\"2026-11\"}"));
        List<byte[]> xml = inputs("ukcore", ".xml", 20_000);
        xml.add(bytes("<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"Osei\"/></name></Patient>"));
        return List.of(
                new Target(
                        "hl7",
                        List.of(
                                bytes(MESSAGE.formatted("ADT^A04", "")),
                                bytes(MESSAGE.formatted("ORU^R01", ORU)),
                                bytes(MESSAGE.formatted("REF^I12", REF)),
                                bytes(MESSAGE.formatted("ADT^A40", "MRG|L9^^^RRK\r"))),
                        in -> reader.read(Received.whole(in, "fuzz", now))),
                new Target("fhir-json", json, in -> {
                    ignoring(() -> resources.draft(ResourceText.read(in), "fuzz", 1, false, null));
                    FhirText.problem(context, in);
                }),
                new Target("fhir-xml", xml, in -> FhirText.problem(context, in)),
                new Target(
                        "query",
                        QUERIES.stream().map(Targets::bytes).toList(),
                        in -> ignoring(() -> Query.of(types.get("Observation"), Query.parameters(text(in))))),
                new Target(
                        "ndjson",
                        json,
                        in -> text(in).lines()
                                .limit(50)
                                .forEach(line -> ignoring(() -> ResourceText.read(bytes(line))))),
                new Target(
                        "csv",
                        List.of(
                                bytes("reference,family,given,born,reason\n"
                                        + "R-1,Osei,Ama,1940-05-02,\"Fell, \"\"twice\"\"\"\n"),
                                bytes("family;given\r\n\"a\nb\",c\r\n")),
                        in -> Csv.parse("fuzz.csv", text(in), new Faults()).rows()),
                new Target("pathway", files("places/birmingham-solihull/pathways", ".yaml"), in -> pathway(text(in))));
    }

    private static void pathway(String text) {
        try {
            Pathway.parse("fuzz.yaml", text);
        } catch (FaultyDefinition told) {
            // the faults are told, with their lines
        }
    }

    private static void ignoring(Runnable work) {
        try {
            work.run();
        } catch (Unusable told) {
            // what is wrong is told, with its element
        }
    }

    private List<byte[]> files(String folder, String end) {
        return read(root.resolve(folder), end, Integer.MAX_VALUE);
    }

    /** Real inputs beside the project; without them the others do. */
    private List<byte[]> inputs(String folder, String end, int longest) {
        return read(root.resolve("../shared/data/interop").resolve(folder), end, longest);
    }

    private static List<byte[]> read(Path folder, String end, int longest) {
        List<byte[]> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(end))
                    .sorted()
                    .limit(60)
                    .toList()) {
                byte[] content = Files.readAllBytes(file);
                if (content.length <= longest) {
                    all.add(content);
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
