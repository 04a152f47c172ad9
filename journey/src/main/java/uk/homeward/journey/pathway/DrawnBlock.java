package uk.homeward.journey.pathway;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of the drawing: a route, an exit, or a step together with the decision that follows it. It has one way in, at
 * its head, and one way out for each port on its right edge.
 */
final class DrawnBlock {

    static final double PAD = 10;
    static final double TITLE = 13;
    static final double SMALL = 11.5;
    private static final double FIGURE = 40;
    private static final double WIDTH = 200;
    private static final double END_WIDTH = 138;

    /** What the head of a block shows. */
    enum Kind {
        ROUTE,
        STEP,
        DECISION,
        EXIT
    }

    /** A way out, with the words that stand beside it. */
    record Port(List<String> words, String target, double y, double height) {}

    final Kind kind;
    final String name;
    final Tone tone;
    final List<String> title;
    final boolean noted;
    final @Nullable Decision decision;
    final List<String> decisionTitle;
    final List<Port> ports = new ArrayList<>();
    final double width;
    int column;
    double x;
    double y;
    double height;

    private DrawnBlock(
            Kind kind, String name, Tone tone, String title, @Nullable Decision decision, boolean noted, double width) {
        this.kind = kind;
        this.name = name;
        this.tone = tone;
        this.width = width;
        this.noted = noted;
        this.decision = decision;
        this.title = Lettering.lines(title, TITLE, true, width - 2 * PAD - FIGURE);
        this.decisionTitle =
                decision == null ? List.of() : Lettering.lines(decision.title(), SMALL, true, width - 3 * PAD - FIGURE);
        this.height = headHeight() + (decision == null ? 0 : pillHeight() + 8);
    }

    static DrawnBlock route(Route route, boolean noted) {
        DrawnBlock block =
                new DrawnBlock(Kind.ROUTE, route.id().value(), Tone.WAY_IN, route.title(), null, noted, END_WIDTH);
        block.ports.add(new Port(List.of(), route.to().name(), 0, 0));
        return block;
    }

    static DrawnBlock exit(Exit exit, boolean noted) {
        return new DrawnBlock(
                Kind.EXIT, exit.id().value(), Tone.of(exit.outcome()), exit.title(), null, noted, END_WIDTH);
    }

    /** A step, with the decision that only it leads to. */
    static DrawnBlock step(Step step, @Nullable Decision decision, boolean noted) {
        DrawnBlock block = new DrawnBlock(
                Kind.STEP, step.id().value(), Tone.of(step.setting()), step.title(), decision, noted, WIDTH);
        if (decision == null) {
            block.ports.add(new Port(List.of(), step.then().name(), 0, 0));
        } else {
            block.options(decision);
        }
        Target overflow = step.queue().overflow();
        if (overflow != null) {
            block.row("When nobody more can wait", overflow.name());
        }
        Target reneges = step.queue().reneges();
        if (reneges != null) {
            block.row("Who no longer wait", reneges.name());
        }
        return block;
    }

    /** A decision to which several ways lead. */
    static DrawnBlock decision(Decision decision) {
        DrawnBlock block = new DrawnBlock(
                Kind.DECISION, decision.id().value(), Tone.DECIDED, decision.title(), null, false, WIDTH);
        block.options(decision);
        return block;
    }

    private void options(Decision decision) {
        height += 4;
        decision.options().forEach(option -> row(option.title(), option.to().name()));
        height += 4;
    }

    private void row(String words, String target) {
        List<String> lines = Lettering.lines(words, SMALL, false, width - 2 * PAD - 8);
        double row = lines.size() * 14 + 5;
        ports.add(new Port(lines, target, height, row));
        height += row;
    }

    double headHeight() {
        return 2 * PAD + title.size() * 16 + (noted ? 15 : 0) - 2;
    }

    double pillHeight() {
        return 10 + Math.max(1, decisionTitle.size()) * 14.0;
    }

    /** The height at which ways from the left come in. */
    double entry() {
        return y + headHeight() / 2;
    }

    /** The height at which ways from the right come in; never where a way goes out. */
    double entryFromRight() {
        return ports.stream().anyMatch(p -> p.words().isEmpty()) ? entry() - 8 : entry();
    }

    /** The height at which a port's way goes out. */
    double exitOf(Port port) {
        if (!port.words().isEmpty()) {
            return y + port.y() + port.height() / 2;
        }
        return kind == Kind.STEP ? entry() + 8 : entry();
    }

    /** True if this block shows the node of that name. */
    boolean shows(String node) {
        return name.equals(node) || (decision != null && decision.id().value().equals(node));
    }
}
