/** Grafana counts times in nanoseconds, for which it has 64 bits: the years 1678 to 2261. In ms. */
const FIRST_TIME = Date.UTC(1678, 0, 1);
export const END_OF_TIME = Date.UTC(2262, 0, 1);

/** Whether a frame can hold this time: beyond, it would be another one. */
export const isInReach = (time: number): boolean => time >= FIRST_TIME && time < END_OF_TIME;
