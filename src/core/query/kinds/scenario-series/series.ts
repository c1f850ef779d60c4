import type { FieldConfig } from '../../../frames';
import { families, owners, type Scenario } from '../../../scenarios';
import { familyColour, NEUTRAL_COLOUR, scenarioColour } from '../../colours';
import { scenarioLinks } from '../../links';
import type { ScenarioSeriesQuery } from '../../model';
import { splitDimensions } from './plans';
import { sum, type Split, type Tally } from './tally';

/** One line of the result, before its numbers become counts, rates or shares. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly config: FieldConfig;
  readonly counts: readonly number[];
  /** All requests of the same split, whatever became of them: what a share is of. */
  readonly requests: readonly number[];
}

/** Grafana's names of units. */
const units = { count: 'short', rate: 'reqps', share: 'percentunit' } as const;

/** What one line stands for in each split: a scenario, or a family of them. */
interface Group {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly config: FieldConfig;
  readonly scenarios: readonly string[];
  /** Shown even where it counts nothing. */
  readonly always: boolean;
  /** Last, however large. */
  readonly rest: boolean;
}

/** The selected series: the largest first, then unclassified, which is always there, then the others added up as one. */
export function seriesOf(
  query: ScenarioSeriesQuery,
  all: readonly Scenario[],
  tally: Tally,
  slots: number,
): Series[] {
  const severalServices = new Set(tally.splits.map(({ values }) => values[0])).size > 1;
  const lines = groupsOf(query, all)
    .flatMap((group) =>
      tally.splits.map((split) => ({ group, split, counts: countsOf(group, split, slots) })),
    )
    .map((line) => ({ ...line, total: line.counts.reduce((a, b) => a + b, 0) }))
    .filter(({ group, total }) => group.always || total > 0)
    .sort((a, b) => b.total - a.total);
  // An alert rule watches every line by its labels, so none may go into a sum.
  const top = query.result === 'window' ? lines.length : query.top;
  const ranked = [false, true].map((rest) => lines.filter(({ group }) => group.rest === rest));
  const shown = ranked
    .flatMap((part) => part.slice(0, top))
    .map(({ group, split, counts }) => ({
      labels: { ...group.labels, ...splitLabels(query, split) },
      config: { ...group.config, displayNameFromDS: displayName(query, group, split, severalServices) },
      counts,
      requests: split.requests,
    }));
  const hidden = ranked.flatMap((part) => part.slice(top)).map(({ counts }) => counts);
  return hidden.length === 0 ? shown : [...shown, otherSeries(query, hidden, tally, slots)];
}

/** The scenarios that the query asks for. */
export function selection(query: ScenarioSeriesQuery, all: readonly Scenario[]): readonly Scenario[] {
  if (query.scenarios.length === 0 && query.families.length === 0) {
    return all;
  }
  return all.filter(({ id, family }) => query.scenarios.includes(id) || query.families.includes(family));
}

function groupsOf(query: ScenarioSeriesQuery, all: readonly Scenario[]): Group[] {
  const selected = selection(query, all);
  // An alert rule needs a number for everything it watches, and who names a scenario wants to see its zeros.
  const named = query.result === 'window' || selected.length < all.length;
  const unit = units[query.as];
  if (query.by === 'family') {
    return [...new Set(selected.map(({ family }) => family))].map((family) => ({
      name: families[family],
      labels: { family },
      config: { unit, color: fixed(familyColour(family)) },
      scenarios: selected.filter((scenario) => scenario.family === family).map(({ id }) => id),
      always: named || family === 'other',
      rest: family === 'other',
    }));
  }
  return selected.map((scenario) => ({
    name: scenario.title,
    labels: { scenario: scenario.id, family: scenario.family, owner: scenario.owner },
    config: {
      unit,
      color: fixed(scenarioColour(scenario.id, all)),
      description: `${scenario.summary} Owner: ${owners[scenario.owner]}.`,
      links: scenarioLinks(scenario),
    },
    scenarios: [scenario.id],
    always: named || scenario.id === 'unclassified',
    rest: scenario.id === 'unclassified',
  }));
}

const fixed = (fixedColor: string) => ({ mode: 'fixed', fixedColor }) as const;

function countsOf(group: Group, split: Split, slots: number): number[] {
  return sum(
    group.scenarios.map((id) => split.scenarios.get(id) ?? []),
    slots,
  );
}

function splitLabels(query: ScenarioSeriesQuery, { values }: Split): Record<string, string> {
  return Object.fromEntries(splitDimensions(query).map((id, i) => [id, values[i] ?? '']));
}

function displayName(
  query: ScenarioSeriesQuery,
  { name }: Group,
  { values }: Split,
  severalServices: boolean,
): string {
  const parts = splitDimensions(query).length > 1 && !severalServices ? values.slice(1) : values;
  return [name, ...parts.map((part) => part || '(none)')].join(' · ');
}

function otherSeries(
  query: ScenarioSeriesQuery,
  hidden: readonly number[][],
  tally: Tally,
  slots: number,
): Series {
  return {
    labels: { scenario: 'other-series' },
    config: {
      displayNameFromDS: `${hidden.length} other series`,
      unit: units[query.as],
      color: fixed(NEUTRAL_COLOUR),
    },
    counts: sum(hidden, slots),
    requests: sum(
      tally.splits.map(({ requests }) => requests),
      slots,
    ),
  };
}
