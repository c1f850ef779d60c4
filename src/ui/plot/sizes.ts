/** Pixels that a plot keeps for its axes. */
export const AXIS_WIDTH = 60;
export const AXIS_HEIGHT = 20;
