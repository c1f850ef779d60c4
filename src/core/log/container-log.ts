/**
 * The log that a self-hosted gateway writes to its container's output. As text an entry begins with its level and time
 * and goes on with `key: value` pairs; objects and lists among the values are JSON over several lines. Two forms were
 * seen: older ones write texts bare and have no tag, newer ones write `[GatewayLogs]` and quote their texts. The time of
 * the prefix comes from a 12-hour clock in some versions, so only the field `timeGenerated` is believed. As JSON an entry
 * is an object in one line, with or without such a beginning.
 */
import { readJson } from './read-json';
import { asUtc } from './slashed-time';

/** Whatever the container's runtime puts before it, an entry begins with a level in brackets and a time. */
const BEGINNING = /^[^[{]{0,200}?\[[A-Za-z]+\]\s?\d{4}-\d\d?-\d\d?T[\d:.]+Z?(?: \[\w+\])?,\s*/;
/** Where the time is written otherwise: the pair that comes first, which no line of JSON has without quotes before it. */
const BEFORE_FIRST_PAIR = /^[^"{]{0,200}?(?=\bisRequestSuccess: )/;
/** A line that was cut at its beginning still has pairs that only gateway records have. */
const TELLING_PAIR = /\b(?:isRequestSuccess|responseCode): /;

export function beginsContainerEntry(line: string): boolean {
  return BEGINNING.test(line) || BEFORE_FIRST_PAIR.test(line);
}

/** `kubectl logs --prefix`, `docker compose logs`, and the times that both can add. */
const SHOWN =
  /^(?:\[pod\/[^\]\s]{1,400}\] |[\w.-]{1,200} +\| )?(?:\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) )?/;

/** A line without what programs that show the logs of containers put before each: objects go on over several lines. */
export const withoutShown = (line: string): string => line.replace(SHOWN, '');

export function isContainerLog(text: string): boolean {
  return text.split('\n').some((shown) => {
    const line = withoutShown(shown);
    const isTagged = !shown.startsWith('{') && objectEntry(line) !== undefined;
    return isTagged || unwrapped(shown) || beginsContainerEntry(line) || isRequestEntry(line);
  });
}

/** Most of what a container writes is not about requests. */
export function isRequestEntry(entry: string): boolean {
  return TELLING_PAIR.test(entry);
}

/** What a runtime or `kubectl --timestamps` puts before an object, and the beginning of an entry in text. */
const BEFORE_OBJECT = /^[^[{]{0,200}?(?:\[[A-Za-z]+\]\s?[\d:.T-]+Z?(?: \[\w+\])?,\s*)?(?=\{.*\}\s*$)/;

/** The object that a line is an entry of; undefined for any other line. */
export function objectEntry(line: string): object | undefined {
  const before = BEFORE_OBJECT.exec(line);
  const found = before ? parsed(line.slice(before[0].length)) : undefined;
  return typeof found === 'object' && found !== null ? found : undefined;
}

/** A piece of what a container wrote, as its runtime stores it. */
export interface Piece {
  /** Standard output or standard error, which are stored among each other. */
  readonly stream: string;
  readonly text: string;
  /** Whether the line that it is of goes on in the next piece. */
  readonly goesOn: boolean;
}

const CRI = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) (stdout|stderr) ([FP])(?: |$)/;
const DOCKER = /^\{"(?:log|stream|time)": *"/;

/** Takes a line out of what container runtimes store it in: CRI’s prefix, or Docker’s object; undefined for any other. */
export function unwrapped(line: string): Piece | undefined {
  const cri = CRI.exec(line);
  if (cri) {
    return { stream: cri[1] ?? '', text: line.slice(cri[0].length), goesOn: cri[2] === 'P' };
  }
  const { log, stream } = (DOCKER.test(line) ? (parsed(line) ?? {}) : {}) as Record<string, unknown>;
  return typeof log === 'string' && typeof stream === 'string'
    ? { stream, text: log.replace(/\r?\n$/, ''), goesOn: !log.endsWith('\n') }
    : undefined;
}

/**
 * @param entry the first line of an entry and those that follow it up to the next entry
 * @returns the pairs as a record in camelCase, or undefined when there are none, or when the entry is cut within its
 *   error or what tells its outcome: it would be read as another request
 */
export function containerRecord(entry: string): object | undefined {
  const record: Record<string, unknown> = {};
  let at = (BEGINNING.exec(entry) ?? BEFORE_FIRST_PAIR.exec(entry))?.[0].length ?? 0;
  for (;;) {
    PAIR.lastIndex = at;
    const key = PAIR.exec(entry)?.[1];
    if (key === undefined) {
      break;
    }
    const { value, end } = valueAt(entry, PAIR.lastIndex);
    if (value === undefined ? key === 'lastError' : OUTCOMES.get(key)?.test(String(value)) === false) {
      return undefined;
    }
    // Newer versions repeat the correlation id at the end.
    record[key] ??= key === 'timeGenerated' ? asUtc(String(value)) : value;
    at = end;
  }
  return Object.keys(record).length === 0 ? undefined : record;
}

/** What they look like when they are whole. */
const OUTCOMES = new Map([
  ['isRequestSuccess', /^(?:true|false)$/i],
  ['responseCode', /^(?:0|\d{3})$/],
]);
const PAIR = /[\s,]*([A-Za-z]\w*): /y;
const QUOTED = /"(?:[^"\\]|\\.)*"/y;
/** Bare text ends before the next pair, or with the line: addresses contain commas. */
const BARE = /[^\n]*?(?=, [a-zA-Z]\w*: |\r?\n|\r?$)/y;

function valueAt(text: string, from: number): { readonly value: unknown; readonly end: number } {
  const first = text[from];
  if (first === '{' || first === '[') {
    const end = endOfJson(text, from);
    return { value: parsed(text.slice(from, end)), end };
  }
  const form = first === '"' ? QUOTED : BARE;
  form.lastIndex = from;
  const found = form.exec(text)?.[0] ?? '';
  return { value: first === '"' ? (parsed(found) ?? found) : found, end: from + found.length };
}

/** Where the object or list that begins here ends, or the text. */
function endOfJson(text: string, from: number): number {
  let depth = 0;
  const mark = /"(?:[^"\\]|\\[^])*"|[{}[\]]/g;
  mark.lastIndex = from;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    depth += found[0] === '{' || found[0] === '[' ? 1 : found[0] === '}' || found[0] === ']' ? -1 : 0;
    if (depth === 0) {
      return mark.lastIndex;
    }
  }
  return text.length;
}

function parsed(json: string): unknown {
  try {
    return readJson(json);
  } catch {
    return undefined;
  }
}
