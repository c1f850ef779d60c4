/** Pixels that a plot keeps for its time axis. */
export const AXIS_HEIGHT = 20;
