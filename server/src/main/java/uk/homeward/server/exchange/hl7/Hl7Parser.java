package uk.homeward.server.exchange.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes segments apart with HAPI's parser, without HAPI's idea of which segment may stand where.
 *
 * <p>Versions 2.3 to 2.5 have the same fields in the same places for all that is read here, and real senders mix
 * versions, so messages are parsed without a version's structure. The header that HAPI sees is ours; the sender's own
 * was read by {@link Header}. Safe for use by many threads.
 */
final class Hl7Parser {

    /** More than any real message has; a bound on what a hostile one can make us allocate. */
    private static final int MOST_SEGMENTS = 2_000;

    private static final int MOST_PARTS = 5_000;

    private final PipeParser parser;

    @SuppressWarnings("resource") // the context holds no resource unless its executor is used
    Hl7Parser() {
        DefaultHapiContext context = new DefaultHapiContext(new GenericModelClassFactory());
        context.setValidationContext(ValidationContextFactory.noValidation());
        this.parser = context.getPipeParser();
    }

    /**
     * Parses the segments after the header.
     *
     * @throws HL7Exception if the message is out of all proportion, or HAPI cannot take it apart
     */
    ParsedMessage parse(Delimiters delimiters, List<String> lines) throws HL7Exception {
        checkProportion(delimiters, lines);
        char field = delimiters.field();
        String start =
                "MSH" + field + delimiters.encoding() + String.valueOf(field).repeat(7);
        String type = "ADT" + delimiters.component() + "A01";
        StringBuilder text = new StringBuilder(start)
                .append(type)
                .append(field)
                .append('1')
                .append(field)
                .append('P')
                .append(field)
                .append("2.5");
        lines.forEach(line -> text.append('\r').append(line));
        return segments(parser.parse(text.toString()));
    }

    private static void checkProportion(Delimiters delimiters, List<String> lines) throws HL7Exception {
        if (lines.size() > MOST_SEGMENTS) {
            throw new HL7Exception("the message has " + lines.size() + " segments, more than " + MOST_SEGMENTS);
        }
        String separators = delimiters.field()
                + delimiters.encoding().substring(0, 2)
                + delimiters.encoding().charAt(3);
        for (String line : lines) {
            long parts = line.chars().filter(c -> separators.indexOf(c) >= 0).count();
            if (parts > MOST_PARTS) {
                throw new HL7Exception("a segment has " + parts + " parts, more than " + MOST_PARTS);
            }
        }
    }

    private static ParsedMessage segments(Message message) throws HL7Exception {
        List<Segment> segments = new ArrayList<>();
        for (String name : message.getNames()) {
            for (Structure structure : message.getAll(name)) {
                if (structure instanceof ca.uhn.hl7v2.model.Segment segment && !name.equals("MSH")) {
                    segments.add(new Segment(segment));
                }
            }
        }
        return new ParsedMessage(List.copyOf(segments));
    }
}
