import { OTHER_SERIES, type FieldConfig } from '../../../frames';
import { families, owners, UNCLASSIFIED, type Scenario } from '../../../scenarios';
import { colouring, familyColour, NEUTRAL_COLOUR, shadeInTurn } from '../../colours';
import { scenarioLinks } from '../../links';
import { selection } from '../../choice';
import { splitDimensions } from './plans';
import type { ScenarioSeriesQuery } from './query';
import { countsOf, sum, zeros, type Split, type Tally } from './tally';

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
export interface Group {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly config: FieldConfig;
  readonly colour: string;
  readonly scenarios: readonly string[];
  /** Shown even where it counts nothing. */
  readonly always: boolean;
  /** Last, however large. */
  readonly rest: boolean;
}

/**
 * The selected series: the largest first, then unclassified, then the others added up as one.
 * @param watched every line by itself, with its zeros, as alert rules need it
 * @param told more labels of a line
 */
export function seriesOf(
  query: ScenarioSeriesQuery,
  all: readonly Scenario[],
  tally: Tally,
  slots: number,
  watched: boolean,
  told: (group: Group, split: Split) => Readonly<Record<string, string>> = () => ({}),
): Series[] {
  const groups = groupsOf(query, all, watched);
  const lines = groups
    .flatMap((group) =>
      tally.splits
        .filter((split) => group.always || countsOf(group.scenarios, split).length > 0)
        .map((split) => lineOf(group, split, slots)),
    )
    .filter(({ group, total }) => group.always || total > 0)
    .sort((a, b) => b.total - a.total);
  if (lines.length === 0) {
    const nowhere: Split = { values: [], requests: zeros(slots), scenarios: new Map() };
    lines.push(...groups.filter(({ rest }) => rest).map((group) => lineOf(group, nowhere, slots)));
  }
  const top = watched ? lines.length : query.top;
  const ranked = [false, true].map((rest) => lines.filter(({ group }) => group.rest === rest));
  const severalServices = new Set(tally.splits.map(({ values }) => values[0])).size > 1;
  const kept = ranked.flatMap((part) => part.slice(0, top));
  const shown = kept.map(({ group, split, counts }) => ({
    labels: { ...group.labels, ...splitLabels(query, split), ...told(group, split) },
    config: {
      ...group.config,
      color: fixed(shadeInTurn(group.colour, turnOf(group, split, kept))),
      displayNameFromDS: displayName(query, group, split, severalServices),
    },
    counts,
    requests: split.requests,
  }));
  const hidden = ranked.flatMap((part) => part.slice(top));
  return hidden.length === 0 ? shown : [...shown, otherSeries(query, hidden, slots)];
}

interface Line {
  readonly group: Group;
  readonly split: Split;
  readonly counts: readonly number[];
  readonly total: number;
}

/** Which of the lines of its group it is, by name: the order by size changes from minute to minute. */
function turnOf(group: Group, { values }: Split, lines: readonly Line[]): number {
  const name = values.join();
  return lines.filter((line) => line.group === group && line.split.values.join() < name).length;
}

function lineOf(group: Group, split: Split, slots: number): Line {
  const counts = sum(countsOf(group.scenarios, split), slots);
  return { group, split, counts, total: counts.reduce((a, b) => a + b, 0) };
}

function groupsOf(query: ScenarioSeriesQuery, all: readonly Scenario[], watched: boolean): Group[] {
  const selected = selection(query, all);
  // Who names a scenario wants to see its zeros.
  const named = watched || selected.length < all.length;
  const unsplit = query.splitBy === null;
  const unit = units[query.as];
  const colour = colouring(selected);
  if (query.by === 'family') {
    return [...new Set(selected.map(({ family }) => family))].map((family) => ({
      name: families[family],
      labels: { family },
      config: { unit },
      colour: familyColour(family),
      scenarios: selected.filter((scenario) => scenario.family === family).map(({ id }) => id),
      always: named || (unsplit && family === 'other'),
      rest: family === 'other',
    }));
  }
  return selected.map((scenario) => ({
    name: scenario.title,
    labels: { scenario: scenario.id, family: scenario.family, owner: scenario.owner },
    config: {
      unit,
      description: `${scenario.summary} Owner: ${owners[scenario.owner]}.`,
      links: scenarioLinks(scenario),
    },
    colour: colour(scenario.id, all),
    scenarios: [scenario.id],
    always: named || (unsplit && scenario.id === UNCLASSIFIED.scenario),
    rest: scenario.id === UNCLASSIFIED.scenario,
  }));
}

const fixed = (fixedColor: string) => ({ mode: 'fixed', fixedColor }) as const;

function splitLabels(query: ScenarioSeriesQuery, { values }: Split): Record<string, string> {
  return Object.fromEntries(values.map((value, i) => [splitDimensions(query)[i] ?? '', value]));
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

function otherSeries(query: ScenarioSeriesQuery, hidden: readonly Line[], slots: number): Series {
  const splits = [...new Set(hidden.map(({ split }) => split))];
  return {
    labels: { scenario: OTHER_SERIES },
    config: {
      displayNameFromDS: `${hidden.length} other series`,
      unit: units[query.as],
      color: fixed(NEUTRAL_COLOUR),
    },
    counts: sum(
      hidden.map(({ counts }) => counts),
      slots,
    ),
    requests: sum(
      splits.map(({ requests }) => requests),
      slots,
    ),
  };
}
