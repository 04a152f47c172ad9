package uk.homeward.server.exchange.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.hl7.clinical.About;
import uk.homeward.server.exchange.hl7.clinical.ReferralMessage;

/** Reads a REF message: RF1 says what is asked, PRD who asks, DG1, OBX and NTE why. */
final class ReferralReader {

    private static final Set<String> ROUTINE = Set.of("", "R", "ROUTINE");
    private static final Set<String> REFERRING = Set.of("RP", "REF", "REFERRING PROVIDER");

    private final ParsedMessage parsed;
    private final Envelope envelope;
    private final boolean withdrawn;

    ReferralReader(ParsedMessage parsed, Envelope envelope, boolean withdrawn) {
        this.parsed = parsed;
        this.envelope = envelope;
        this.withdrawn = withdrawn;
    }

    Optional<Refusal> refusal() {
        if (parsed.find("RF1").isEmpty()) {
            return Optional.of(Refusal.cannotApply(
                    ErrorCode.SEGMENT_SEQUENCE, "RF1", "there is no referral in the message", "add an RF1 segment"));
        }
        if (identifier().isBlank()) {
            return Optional.of(Refusal.cannotApply(
                    ErrorCode.REQUIRED_FIELD,
                    "RF1-6",
                    "the referral has no identifier",
                    "send the referral's own number in RF1-6; the same number is the same referral"));
        }
        return reason().isBlank() && !withdrawn
                ? Optional.of(Refusal.cannotApply(
                        ErrorCode.REQUIRED_FIELD,
                        "RF1-10",
                        "the reason for the referral is missing",
                        "write it as text in RF1-10, in DG1-4 or in a note (NTE-3)"))
                : Optional.empty();
    }

    ReferralMessage read(About about) {
        Segment rf1 = parsed.find("RF1").orElseThrow();
        Optional<Segment> referring = parsed.all("PRD").stream()
                .filter(prd -> REFERRING.contains(prd.text(1).toUpperCase(java.util.Locale.ROOT)))
                .findFirst();
        return new ReferralMessage(
                about,
                identifier(),
                withdrawn,
                !ROUTINE.contains(rf1.text(2).toUpperCase(java.util.Locale.ROOT)),
                reason(),
                referring.map(ReferralReader::name).orElse(""),
                referring
                        .map(prd -> first(prd.text(5, 0, 1), prd.text(5, 0, 12)))
                        .orElse(""));
    }

    private String identifier() {
        return parsed.find("RF1")
                .map(rf1 -> first(rf1.text(6), rf1.text(11), envelope.controlId()))
                .orElse("");
    }

    private static String name(Segment prd) {
        return Stream.of(prd.text(2, 0, 5), prd.text(2, 0, 2), prd.text(2, 0, 1))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Every way in which a REF lets one say why, without repeating. */
    private String reason() {
        List<String> said = new ArrayList<>();
        parsed.find("RF1").ifPresent(rf1 -> {
            for (int i = 0; i < rf1.repetitions(10); i++) {
                said.add(first(rf1.text(10, i, 2), rf1.text(10, i, 1)));
            }
        });
        parsed.all("DG1").forEach(dg1 -> said.add(first(dg1.text(4), dg1.text(3, 0, 2))));
        parsed.segments().stream().filter(s -> s.name().equals("NTE")).forEach(nte -> said.add(Notes.text(nte)));
        parsed.all("OBX").stream()
                .filter(obx -> Set.of("TX", "FT", "ST").contains(obx.text(2)))
                .forEach(obx -> said.add(Notes.joined(obx, 5)));
        return said.stream().filter(words -> !words.isBlank()).distinct().collect(Collectors.joining(". "));
    }

    static String first(String... candidates) {
        return Stream.of(candidates).filter(c -> !c.isBlank()).findFirst().orElse("");
    }
}
