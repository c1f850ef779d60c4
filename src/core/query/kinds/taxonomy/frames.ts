import type { Notice, Field, FieldConfig, Frame, TaxonomyCustom } from '../../../frames';
import { reader, shownText, type Answer } from '../../../plan';
import type { Catalogue } from '../../../scenarios';
import { selection } from '../../choice';
import { colouring } from '../../colours';
import { explainLinks, runbookLinks } from '../../links';
import { byCount, namedScenarios } from '../../named-scenarios';
import { scenarioCards } from '../../scenario-card';
import { estimate, numbers, texts, times } from '../../table-fields';
import { emptyNotices, requestsOf, totalsOf } from '../../totals';
import type { QueryContext } from '../kind';
import type { TaxonomyQuery } from './query';

interface Row {
  readonly scenario: string;
  readonly count: number;
  readonly sure: number;
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
  readonly callers: number;
  readonly sampleId: string;
  readonly sampleMessage: string;
}

export function frames(
  query: TaxonomyQuery,
  { catalogue }: QueryContext,
  [scenarios, places, all, before, allBefore]: readonly Answer[],
): readonly Frame[] {
  if (!scenarios || !places || !all) {
    return [];
  }
  const rows = rowsOf(scenarios).sort(byCount);
  const totals = totalsOf(all);
  const custom: TaxonomyCustom = {
    kind: 'taxonomy',
    catalogueVersion: catalogue.version,
    totals,
    outcomes: query.outcomes,
    scenarios: scenarioCards(
      rows.map(({ scenario }) => scenario),
      catalogue,
      colouring(selection(query, catalogue.scenarios)),
    ),
  };
  return [
    {
      name: 'taxonomy',
      meta: {
        preferredVisualisationType: 'table',
        notices: [
          ...emptyNotices(totals, rows.length),
          ...(rows.length > 0 ? previousNotices(allBefore) : []),
        ],
        custom,
      },
      fields: fieldsOf(catalogue, rows, custom, {
        most: placesOf(places),
        previous: previousOf(before, allBefore),
        callersTitle: estimate('Callers', scenarios, 'distinct'),
      }),
    },
  ];
}

interface Beside {
  readonly most: (scenario: string) => Place | undefined;
  readonly previous: (scenario: string) => number | null;
  readonly callersTitle: FieldConfig;
}

function fieldsOf(
  catalogue: Catalogue,
  rows: readonly Row[],
  { totals, outcomes }: TaxonomyCustom,
  { most, previous, callersTitle }: Beside,
): readonly Field[] {
  const named = namedScenarios(catalogue);
  const failed = outcomes.reduce((sum, outcome) => sum + totals[outcome], 0);
  const column = <T>(value: (row: Row) => T) => rows.map(value);
  return [
    texts('scenario', 'Id', column(({ scenario }) => scenario)),
    texts('title', 'Scenario', column(({ scenario }) => named.title(scenario)), { links: RUNBOOK }),
    texts('family', 'Family', column(({ scenario }) => named.family(scenario))),
    texts('owner', 'Owner', column(({ scenario }) => named.owner(scenario))),
    numbers('count', 'Failures', column(({ count }) => count), 'short'),
    numbers('share', 'Share of failures', column(({ count }) => ratio(count, failed)), 'percentunit'),
    numbers('shareOfRequests', 'Share of requests', column(({ count }) => ratio(count, requestsOf(totals))), 'percentunit'),
    numbers('previous', 'Range before', column(({ scenario }) => previous(scenario)), 'short'),
    numbers('trend', 'Change', column(({ scenario, count }) => change(count, previous(scenario))), 'percentunit'),
    times('firstSeen', 'First seen', column(({ firstSeen }) => firstSeen)),
    times('lastSeen', 'Last seen', column(({ lastSeen }) => lastSeen)),
    texts('where', 'Where most', column(({ scenario }) => most(scenario)?.text ?? '')),
    numbers('whereShare', 'Share there', column(({ scenario, count }) => ratio(most(scenario)?.count ?? 0, count)), 'percentunit'),
    numbers('callers', 'Callers', column(({ callers }) => callers), 'short', callersTitle),
    numbers('sure', 'High confidence', column(({ sure, count }) => ratio(sure, count)), 'percentunit'),
    texts('fix', 'Fix', column(({ scenario }) => named.get(scenario)?.remediation[0] ?? '')),
    texts('sampleId', 'Correlation id of the newest', column(({ sampleId }) => sampleId), { links: EXPLAIN }),
    texts('sampleMessage', 'Its message', column(({ sampleMessage }) => sampleMessage)),
  ]; // prettier-ignore
}

const EXPLAIN = explainLinks('__value.raw');

/** Of a table's row: the id stands in its first field. */
const RUNBOOK = runbookLinks('${__data.fields[0]}');

function rowsOf({ table }: Answer): Row[] {
  const read = reader(table);
  return table.rows.map((row) => ({
    scenario: String(read(row, 'Scenario')),
    count: Number(read(row, 'Count')),
    sure: Number(read(row, 'Sure')),
    firstSeen: read(row, 'FirstSeen') as number | null,
    lastSeen: read(row, 'LastSeen') as number | null,
    callers: Number(read(row, 'Callers')),
    sampleId: String(read(row, 'SampleId')),
    sampleMessage: shownText(String(read(row, 'SampleMessage'))),
  }));
}

interface Place {
  readonly text: string;
  readonly count: number;
}

/** Service, API and backend host with the most failures of each scenario. */
function placesOf({ table }: Answer): (scenario: string) => Place | undefined {
  const read = reader(table);
  const most = new Map<string, Place>();
  for (const row of table.rows) {
    const [scenario, ...place] = ['Scenario', 'Service', 'ApiId', 'BackendHost'].map((name) =>
      String(read(row, name)),
    );
    const found = {
      text: place.filter((part) => part !== '').join(' · '),
      count: Number(read(row, 'Count')),
    };
    const known = most.get(scenario ?? '');
    if (!known || found.count > known.count || (found.count === known.count && found.text < known.text)) {
      most.set(scenario ?? '', found);
    }
  }
  return (scenario) => most.get(scenario);
}

/** How much of the range before may be without logs. */
const UNLOGGED = 0.05;

/** Counts of the range before; null where its logs begin too late to compare, or there are none. */
function previousOf(
  before: Answer | undefined,
  all: Answer | undefined,
): (scenario: string) => number | null {
  if (!before || !all || !isLogged(all)) {
    return () => null;
  }
  const read = reader(before.table);
  const counts = new Map(
    before.table.rows.map((row) => [String(read(row, 'Scenario')), Number(read(row, 'Count'))]),
  );
  return (scenario) => counts.get(scenario) ?? 0;
}

function isLogged({ table, range: { from, to } }: Answer): boolean {
  const read = reader(table);
  const first = Math.min(...table.rows.map((row) => Number(read(row, 'FirstSeen') ?? Infinity)));
  return first <= from + (to - from) * UNLOGGED;
}

function previousNotices(all: Answer | undefined): readonly Notice[] {
  return all === undefined || isLogged(all)
    ? []
    : [
        {
          severity: 'info',
          text: 'There is no change to show: the range before has no logs, or only for a part of it.',
        },
      ];
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
/** Null where there was none before: it is new, not infinitely more. */
const change = (count: number, before: number | null) => (before ? count / before - 1 : null);
