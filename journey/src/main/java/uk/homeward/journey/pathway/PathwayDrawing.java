package uk.homeward.journey.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Draws a pathway as an SVG picture, computed from the definition alone: ways in at the left, exits at the right, steps
 * with the decision that follows them between, and all ways to one block as one line with branches. The same pathway and
 * figures give the same picture, letter by letter. The picture needs no style sheet, script or font of its own.
 */
public final class PathwayDrawing {

    private final Pathway pathway;
    private final DrawnLayout layout;

    private PathwayDrawing(Pathway pathway, boolean noted) {
        this.pathway = pathway;
        this.layout = new DrawnLayout(blocks(pathway, noted));
    }

    /**
     * What stands on a node.
     *
     * @param figure short, such as the number of people who are there; may be empty
     * @param note a few words about it, such as {@code 6 waiting}; may be empty
     */
    public record Badge(String figure, String note) {}

    /** Lays out a drawing; this takes a moment, so keep it. */
    public static PathwayDrawing of(Pathway pathway) {
        return new PathwayDrawing(pathway, false);
    }

    /** Lays out a drawing that leaves room for a line of notes on each way in, step and exit. */
    public static PathwayDrawing withNotes(Pathway pathway) {
        return new PathwayDrawing(pathway, true);
    }

    /** The picture as an SVG document. */
    public String svg() {
        return svg(Map.of());
    }

    /**
     * The picture with figures on its nodes.
     *
     * @param badges by the name of a route, step, decision or exit
     */
    public String svg(Map<String, Badge> badges) {
        return svg(badges, name -> "");
    }

    /**
     * The picture with figures on its nodes, and with nodes that lead somewhere.
     *
     * @param links gives the address for the name of a route, step, decision or exit; empty where there is none
     */
    public String svg(Map<String, Badge> badges, UnaryOperator<String> links) {
        return new DrawnSvg(pathway, layout, badges, links).write();
    }

    /** The same in sentences, for those who do not see the picture: one for each way in, step and answer. */
    public List<String> inWords() {
        return PathwayWords.of(pathway);
    }

    DrawnLayout layout() {
        return layout;
    }

    private static List<DrawnBlock> blocks(Pathway pathway, boolean noted) {
        List<DrawnBlock> blocks = new ArrayList<>();
        pathway.routes().values().forEach(r -> blocks.add(DrawnBlock.route(r, noted)));
        for (Step step : pathway.steps().values()) {
            Decision own = step.then() instanceof Target.ToDecision(DecisionId id) && waysTo(pathway, id) == 1
                    ? pathway.get(id)
                    : null;
            blocks.add(DrawnBlock.step(step, own, noted));
        }
        for (Decision decision : pathway.decisions().values()) {
            if (blocks.stream().noneMatch(b -> b.decision == decision)) {
                blocks.add(DrawnBlock.decision(decision));
            }
        }
        pathway.exits().values().forEach(e -> blocks.add(DrawnBlock.exit(e, noted)));
        return blocks;
    }

    private static long waysTo(Pathway pathway, DecisionId decision) {
        List<Target> targets = new ArrayList<>();
        pathway.routes().values().forEach(r -> targets.add(r.to()));
        pathway.steps().values().forEach(s -> {
            targets.add(s.then());
            Stream.of(
                            Optional.ofNullable(s.queue().overflow()),
                            Optional.ofNullable(s.queue().reneges()))
                    .flatMap(Optional::stream)
                    .forEach(targets::add);
        });
        pathway.decisions().values().forEach(d -> d.options().forEach(o -> targets.add(o.to())));
        return targets.stream()
                .filter(t -> t instanceof Target.ToDecision(DecisionId id) && id.equals(decision))
                .count();
    }
}
