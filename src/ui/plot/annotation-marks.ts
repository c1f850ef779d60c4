/** Dashboard annotations, of our query or of any other source, as marks. Their text is HTML that nobody checked. */
import type { DataFrame } from '@grafana/data';
import type { ScenarioCard } from '../../core/frames';
import { brief } from './brief';
import type { EpisodeMark } from './episode-marks';

export interface AnnotationMark {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly links: readonly AnnotationLink[];
  /** As Grafana stores it, by name or as CSS. */
  readonly color: string;
  /** The scenario that one of its tags names. */
  readonly scenario: { readonly id: string; readonly card: ScenarioCard } | undefined;
}

export interface AnnotationLink {
  readonly title: string;
  readonly url: string;
}

const MOST = 500;
const MOST_TEXT = 5000;
const MOST_LINKS = 3;

/** @param episodes that have a mark of their own: an annotation of the same is left out */
export function annotationMarks(
  frames: readonly DataFrame[],
  cards: Readonly<Record<string, ScenarioCard>>,
  episodes: readonly EpisodeMark[],
): readonly AnnotationMark[] {
  const marks: AnnotationMark[] = [];
  for (const frame of frames) {
    for (let row = 0; row < frame.length && marks.length < MOST; row++) {
      const mark = markOf(frame, row, cards);
      if (mark && !isMarked(mark, episodes)) {
        marks.push(mark);
      }
    }
  }
  return marks;
}

function markOf(
  frame: DataFrame,
  row: number,
  cards: Readonly<Record<string, ScenarioCard>>,
): AnnotationMark | undefined {
  const cell = (name: string): unknown => frame.fields.find((field) => field.name === name)?.values[row];
  const from = Number(cell('time') ?? NaN);
  if (!Number.isFinite(from)) {
    return undefined;
  }
  const to = Number(cell('timeEnd') ?? from);
  const { text, links } = readable(cell('text'));
  const given = cell('tags');
  const tags = Array.isArray(given) ? given.map((tag) => brief(String(tag))) : [];
  const id = tags.find((tag) => Object.hasOwn(cards, tag));
  const card = id === undefined ? undefined : cards[id];
  const title = brief(readable(cell('title')).text || text || 'Annotation');
  return {
    from,
    to: Number.isFinite(to) ? Math.max(from, to) : from,
    title,
    text: text === title ? '' : text,
    tags,
    links,
    color: typeof cell('color') === 'string' ? (cell('color') as string) : '',
    scenario: id !== undefined && card ? { id, card } : undefined,
  };
}

const isMarked = ({ scenario, from, to }: AnnotationMark, episodes: readonly EpisodeMark[]) =>
  scenario !== undefined &&
  episodes.some((episode) => episode.scenario === scenario.id && episode.from <= to && from <= episode.to);

/** HTML as its words and its links; a document of its own runs and loads nothing. */
function readable(html: unknown): { readonly text: string; readonly links: readonly AnnotationLink[] } {
  if (typeof html !== 'string' || html === '') {
    return { text: '', links: [] };
  }
  const document = new DOMParser().parseFromString(html.slice(0, MOST_TEXT), 'text/html');
  const anchors = [...document.querySelectorAll('a[href]')];
  const links = anchors
    .map((anchor) => ({ title: brief(anchor.textContent ?? ''), url: anchor.getAttribute('href') ?? '' }))
    .filter(({ title, url }) => title.trim() !== '' && /^(https:\/\/|\/(?![/\\]))/.test(url))
    .slice(0, MOST_LINKS);
  anchors.forEach((anchor) => anchor.remove());
  document.querySelectorAll('script,style').forEach((element) => element.remove());
  document.querySelectorAll('br,p,div,li').forEach((element) => element.append('\n'));
  return { text: (document.body.textContent ?? '').trim(), links };
}
