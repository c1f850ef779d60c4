import type { DataFrame } from '@grafana/data';
import type { Condition } from './shown-conditions';

/** What our data source was really asked: its uid, and the conditions with variables and the dashboard’s filters. */
export interface Asked {
  readonly ds: string;
  readonly where: readonly Condition[];
}

export const withAsked = (frame: DataFrame, asked: Asked): DataFrame => ({
  ...frame,
  meta: { ...frame.meta, custom: { ...frame.meta?.custom, asked } },
});

/** Undefined of a frame that our data source did not hand out in this browser. */
export function askedOf(frame: DataFrame | undefined): Asked | undefined {
  const { asked } = (frame?.meta?.custom ?? {}) as { asked?: Asked };
  return asked;
}
