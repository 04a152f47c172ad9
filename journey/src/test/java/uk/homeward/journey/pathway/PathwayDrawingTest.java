package uk.homeward.journey.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PathwayDrawingTest {

    private final Pathway pathway = Pathway.load(Path.of(System.getProperty("homeward.root"))
            .resolve("places/birmingham-solihull/pathways/intermediate-care.yaml"));

    @Test
    void shows_every_way_in_step_decision_answer_and_exit() throws Exception {
        String words = words(PathwayDrawing.of(pathway).svg());
        pathway.routes().values().forEach(r -> assertThat(words).contains(r.title()));
        pathway.steps().values().forEach(s -> assertThat(words).contains(s.title()));
        pathway.exits().values().forEach(e -> assertThat(words).contains(e.title()));
        for (Decision decision : pathway.decisions().values()) {
            assertThat(words).contains(decision.title());
            decision.options().forEach(o -> assertThat(words).contains(o.title()));
        }
    }

    @Test
    void no_block_lies_on_another_and_no_line_runs_through_a_block() {
        DrawnLayout layout = PathwayDrawing.of(pathway).layout();
        for (DrawnBlock a : layout.blocks) {
            for (DrawnBlock b : layout.blocks) {
                assertThat(a == b || !overlap(a, b))
                        .as(a.name + " and " + b.name)
                        .isTrue();
            }
            for (DrawnNet net : layout.nets) {
                net.lanes.forEach((column, lane) -> assertThat(
                                column == a.column && lane.y > a.y - 2 && lane.y < a.y + a.height + 2)
                        .as("line to " + net.target.name + " through " + a.name)
                        .isFalse());
                net.tracks
                        .values()
                        .forEach(x -> assertThat(x > a.x && x < a.x + a.width)
                                .as("track to " + net.target.name + " through " + a.name)
                                .isFalse());
            }
        }
    }

    @Test
    void every_text_stays_inside_its_block_and_the_picture_fits_a_desktop() {
        DrawnLayout layout = PathwayDrawing.of(pathway).layout();
        for (DrawnBlock block : layout.blocks) {
            block.title.forEach(line ->
                    assertThat(Lettering.width(line, DrawnBlock.TITLE, true)).isLessThan(block.width - DrawnBlock.PAD));
            block.ports.forEach(port -> port.words()
                    .forEach(line -> assertThat(Lettering.width(line, DrawnBlock.SMALL, false))
                            .isLessThan(block.width - DrawnBlock.PAD)));
        }
        assertThat(layout.width).isLessThan(1400);
    }

    @Test
    void every_answer_has_a_line_to_what_follows_it() {
        DrawnLayout layout = PathwayDrawing.of(pathway).layout();
        Set<String> drawn = new HashSet<>();
        layout.nets.forEach(net -> net.sources.forEach(s -> drawn.add(s.block().name + " -> " + net.target.name)));
        assertThat(drawn)
                .contains(
                        "professional -> triage",
                        "triage -> crisis-response",
                        "crisis-response -> stays-home",
                        "acute-stay -> home-enablement",
                        "end-of-life-care -> died-where-wished");
    }

    @Test
    void says_its_name_and_carries_figures() throws Exception {
        Map<String, PathwayDrawing.Badge> badges = Map.of(
                "crisis-response", new PathwayDrawing.Badge("31", "6 waiting"),
                "after-crisis", new PathwayDrawing.Badge("4", ""));
        String svg = PathwayDrawing.withNotes(pathway).svg(badges);
        assertThat(svg).contains("role=\"img\"", "<title", "<desc");
        assertThat(words(svg)).contains("31", "6 waiting");
        assertThat(svg).isEqualTo(PathwayDrawing.withNotes(pathway).svg(badges));
    }

    @Test
    void draws_a_pathway_with_a_queue_that_overflows_and_a_decision_with_two_ways_in() throws Exception {
        Pathway small = Pathway.parse("small.yaml", """
                pathway: small
                title: Small & plain
                routes:
                  door: {title: The door, to: look}
                steps:
                  look: {title: Look, queue: {capacity: 3, overflow: choose}, then: choose}
                decisions:
                  choose:
                    title: Choose
                    question: What now?
                    options:
                      again: {title: Look again, share: 0.1, to: look}
                      out: {title: Home, share: 0.9, to: home}
                exits:
                  home: {title: Home, outcome: independent-at-home}
                """);
        String words = words(PathwayDrawing.of(small).svg());
        assertThat(words).contains("Choose", "When nobody more can wait", "Look again");
        assertThat(PathwayDrawing.of(small).inWords())
                .contains("Way in: The door. Goes to: Look.", "Step: Look. Then: Choose.");
    }

    @Test
    void breaks_lines_at_spaces() {
        assertThat(Lettering.lines("Long-term needs assessed at home", 13, true, 150))
                .isEqualTo(List.of("Long-term needs", "assessed at home"));
    }

    private static boolean overlap(DrawnBlock a, DrawnBlock b) {
        return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    }

    /** All text of the picture, with one space between lines of one block. */
    private static String words(String svg) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        NodeList texts = document.getElementsByTagName("text");
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < texts.getLength(); i++) {
            words.append(texts.item(i).getTextContent()).append(' ');
        }
        return words.toString();
    }
}
