/** The rows of query B, the table of scenarios, by scenario. */
import type { DataFrame, Field, GrafanaTheme2 } from '@grafana/data';
import { brief, finite, countOf } from '../../ui/plot';

/** How many there were in the range before. */
export type Trend =
  | { readonly is: 'unknown' }
  | { readonly is: 'new' }
  /** 0.5 is half as many again, -0.5 half as many. */
  | { readonly is: 'change'; readonly by: number };

export interface ScenarioRow {
  readonly scenario: string;
  readonly title: string;
  readonly count: number;
  readonly countText: string;
  readonly share: number | null;
  readonly shareText: string;
  readonly trend: Trend;
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
  readonly where: string;
  readonly whereShare: number | null;
  readonly owner: string;
  readonly fix: string;
}

/** More scenarios than this no catalogue has. */
const MOST_ROWS = 1000;

export function scenarioRows(frame: DataFrame, theme: GrafanaTheme2): ReadonlyMap<string, ScenarioRow> {
  const fields = new Map(frame.fields.map((field) => [field.name, field]));
  const text = (name: string, row: number) => brief(String(fields.get(name)?.values[row] ?? ''));
  const number = (name: string, row: number) => finite([fields.get(name)?.values[row]])[0] ?? null;
  const written = (name: string, value: number | null) => writtenAs(fields.get(name), value, theme);
  const rows = Array.from({ length: Math.min(frame.length, MOST_ROWS) }, (_, row): ScenarioRow => {
    const [count, share] = [number('count', row) ?? 0, number('share', row)];
    return {
      scenario: text('scenario', row),
      title: text('title', row),
      count,
      countText: written('count', count),
      share,
      shareText: written('share', share),
      trend: trendOf(number('previous', row), number('trend', row)),
      firstSeen: number('firstSeen', row),
      lastSeen: number('lastSeen', row),
      where: text('where', row),
      whereShare: number('whereShare', row),
      owner: text('owner', row),
      fix: text('fix', row),
    };
  });
  return new Map(rows.map((row) => [row.scenario, row]));
}

function trendOf(previous: number | null, change: number | null): Trend {
  if (previous === null) {
    return { is: 'unknown' };
  }
  return change === null ? { is: 'new' } : { is: 'change', by: change };
}

function writtenAs(field: Field | undefined, value: number | null, theme: GrafanaTheme2): string {
  return field === undefined || value === null ? '–' : countOf({ field }, theme)(value);
}
