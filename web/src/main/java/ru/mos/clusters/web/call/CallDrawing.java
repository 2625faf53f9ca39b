package ru.mos.clusters.web.call;

import java.util.ArrayList;
import java.util.List;
import ru.mos.clusters.call.CallAction;
import ru.mos.clusters.call.CallEffect;
import ru.mos.clusters.call.CallGuard;
import ru.mos.clusters.call.CallState;
import ru.mos.clusters.platform.Transitions.Step;

/**
 * The life of a call, drawn from its table: states in a column, arcs for what leads from one to another, those downwards on
 * the right, those back on the left. Places are in pixels.
 */
public record CallDrawing(int width, int height, List<Box> boxes, List<Arc> arcs) {

    private static final List<CallState> ORDER = List.of(CallState.values());
    private static final int WIDTH = 680;
    private static final int BOX_WIDTH = 340;
    private static final int BOX_HEIGHT = 34;
    private static final int STEP = 62;
    private static final int LEFT = 170;
    private static final int BEND = 26;

    /** A state in its place. */
    public record Box(CallState state, int x, int y, int wide, int high, boolean now) {
        public int middle() {
            return x + wide / 2;
        }

        public int textY() {
            return y + 22;
        }
    }

    /** What leads from one state to another. */
    public record Arc(CallAction action, String path) {}

    static CallDrawing of(List<Step<CallState, CallAction, CallGuard, CallEffect>> steps, CallState now) {
        var boxes = new ArrayList<Box>();
        for (var state : CallState.values()) {
            boxes.add(new Box(state, LEFT, top(state), BOX_WIDTH, BOX_HEIGHT, state == now));
        }
        var arcs = new ArrayList<Arc>();
        for (var step : steps) {
            if (step.from() != step.to()) {
                arcs.add(new Arc(step.action(), path(step.from(), step.to())));
            }
        }
        return new CallDrawing(WIDTH, top(CallState.DISCARDED) + BOX_HEIGHT + 12, boxes, arcs);
    }

    private static int top(CallState state) {
        return 8 + ORDER.indexOf(state) * STEP;
    }

    private static String path(CallState from, CallState to) {
        int span = ORDER.indexOf(to) - ORDER.indexOf(from);
        if (span == 1) {
            int x = LEFT + BOX_WIDTH / 2;
            return "M%d %dV%d".formatted(x, top(from) + BOX_HEIGHT, top(to) - 2);
        }
        boolean down = span > 0;
        int side = down ? LEFT + BOX_WIDTH : LEFT;
        int far = down ? side + BEND * span : side - BEND * -span;
        int y1 = top(from) + BOX_HEIGHT / 2 + (down ? 6 : -6);
        int y2 = top(to) + BOX_HEIGHT / 2 + (down ? -6 : 6);
        return "M%d %dC%d %d %d %d %d %d".formatted(side, y1, far, y1, far, y2, down ? side + 2 : side - 2, y2);
    }
}
