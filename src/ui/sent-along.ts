/** What frames of our data source send along. Others may claim to be it: what is not of its form is left out. */
import type { Episode, ScenarioCard, SeriesCustom, TimingWall } from '../core/frames';

/** Far more than our own frames have, and as many as are drawn in a moment. */
const MOST_EPISODES = 10_000;
const MOST_WALLS = 20;

export function sentEpisodes(episodes: readonly unknown[]): readonly Episode[] {
  return episodes.slice(0, MOST_EPISODES).filter((one): one is Episode => {
    const isWhole = isRecord(one) && ['from', 'to', 'count', 'peak'].every((name) => Number.isFinite(one[name]));
    return isWhole && typeof one.scenario === 'string';
  });
} // prettier-ignore

export function sentWalls(walls: readonly unknown[]): readonly TimingWall[] {
  return walls.slice(0, MOST_WALLS).filter((one): one is TimingWall => {
    const isWhole = isRecord(one) && ['ms', 'near'].every((name) => Number.isFinite(one[name]));
    return isWhole && typeof one.title === 'string' && typeof one.suggests === 'string';
  });
}

const TEXTS = [
  'title',
  'family',
  'familyTitle',
  'owner',
  'ownerTitle',
  'summary',
  'runbook',
  'color',
  'colorInFamily',
];
const LISTS = ['causes', 'checks', 'remediation'];

export function sentCards(cards: object): Readonly<Record<string, ScenarioCard>> {
  return Object.fromEntries(Object.entries(cards).filter((entry): entry is [string, ScenarioCard] => isCard(entry[1])));
} // prettier-ignore

const isCard = (card: unknown) =>
  isRecord(card) &&
  TEXTS.every((name) => typeof card[name] === 'string') &&
  LISTS.every((name) => isListOf(card[name], (item) => typeof item === 'string')) &&
  isListOf(
    card.links,
    (link) => isRecord(link) && typeof link.title === 'string' && typeof link.url === 'string',
  );

export const isTotals = (totals: unknown): totals is SeriesCustom['totals'] =>
  isRecord(totals) && ['failed', 'masked', 'succeeded'].every((name) => Number.isFinite(totals[name]));

const isListOf = (list: unknown, isItem: (item: unknown) => boolean) =>
  Array.isArray(list) && list.every(isItem);

export const isRecord = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === 'object' && part !== null;
