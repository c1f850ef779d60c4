/** The scenarios that a catalogue page lists, from the data source where it answers, else as they are built in. */
import type { ScenarioCard, TaxonomyCustom } from '../../core/frames';
import type { Answers, ServedCatalogue } from '../asking/data-source';
import { cards } from '../cards';

export interface Entry {
  readonly id: string;
  readonly card: ScenarioCard;
  /** Where it comes from, where that is not simply built in. */
  readonly provenance: readonly string[];
  readonly isDisabled: boolean;
}

export function entriesOf(served: ServedCatalogue | undefined): readonly Entry[] {
  if (!served) {
    return Object.entries(cards).map(([id, card]) => ({ id, card, provenance: [], isDisabled: false }));
  }
  const inForce = served.order.flatMap((id) => {
    const card = served.scenarios[id];
    return card ? [{ id, card, provenance: provenanceOf(served, id), isDisabled: false }] : [];
  });
  const disabled = served.disabled.flatMap(({ id }) => {
    const card = Object.hasOwn(cards, id) ? cards[id] : undefined;
    return card ? [{ id, card, provenance: [], isDisabled: true }] : [];
  });
  return [...inForce, ...disabled];
}

const ORIGINS = { 'built-in': [], settings: ['Custom'], file: ['Custom, from a file'] } as const;

/** Where a scenario comes from, where that is not simply built in. */
export function provenanceOf(
  { provenance }: Pick<ServedCatalogue, 'provenance'>,
  id: string,
): readonly string[] {
  const found = Object.hasOwn(provenance, id) ? provenance[id] : undefined;
  return found === undefined
    ? []
    : [
        ...ORIGINS[found.origin],
        ...(found.replaces === undefined ? [] : [`Replaces ${found.replaces}`]),
        ...(found.overridden.length === 0 ? [] : [`Overridden: ${found.overridden.join(', ')}`]),
      ];
}

export interface Choice {
  readonly search: string;
  readonly family: string | null;
  readonly owner: string | null;
  /** Only scenarios that occur. */
  readonly occurring: boolean;
}

/** @param counts undefined while they are not known; then all may occur */
export function chosen(
  entries: readonly Entry[],
  { search, family, owner, occurring }: Choice,
  counts: Counts | undefined,
): readonly Entry[] {
  const wanted = search.trim().toLowerCase();
  return entries.filter(
    ({ id, card }) =>
      (family === null || card.family === family) &&
      (owner === null || card.owner === owner) &&
      (!occurring || counts === undefined || (counts.get(id) ?? 0) > 0) &&
      [id, card.title, card.summary, card.ownerTitle].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** Failed requests by scenario. */
export type Counts = ReadonlyMap<string, number>;

export function countsIn(answers: Answers): Counts | undefined {
  const [frame] = answers.get('failures') ?? [];
  const column = (name: string): readonly unknown[] =>
    frame?.fields.find((field) => field.name === name)?.values ?? [];
  const isAnswer = (frame?.meta?.custom as Partial<TaxonomyCustom> | undefined)?.totals !== undefined;
  return isAnswer
    ? new Map(column('scenario').map((id, i) => [String(id), Number(column('count')[i])]))
    : undefined;
}
