/** What has to be known about an answer where its numbers are read: pure. */
import type { PanelData } from '@grafana/data';

export interface Note {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}

type Answer = Pick<PanelData, 'series' | 'errors' | 'error'>;

/** How an answer says how old it is. */
const AGE = 'Age of the answer';

/** Errors of single queries, warnings of the frames, and how old the answer is; the worst first, each once. */
export function answerNotes(data: Answer): readonly Note[] {
  const notes = [
    ...problemsOf(data).map((text): Note => ({ severity: 'error', text })),
    ...warningsOf(data),
    ...ageNotes(data),
  ];
  return [...new Map(notes.map((note) => [note.text, note])).values()];
}

/** What queries failed with. */
export function problemsOf({ errors, error }: Answer): readonly string[] {
  const all = errors && errors.length > 0 ? errors : error ? [error] : [];
  return all.map(({ message, data }) => message ?? data?.message ?? 'A query failed.');
}

/** Why there is nothing to see, as far as the frames tell. */
export function reasonFor({ series }: Pick<PanelData, 'series'>): string | undefined {
  const notices = series.flatMap(({ meta }) => meta?.notices ?? []);
  return (notices.find(isWarning) ?? notices[0])?.text;
}

/** Grafana leaves out that a notice is an information. */
const isWarning = ({ severity }: { readonly severity?: string }) =>
  severity === 'warning' || severity === 'error';

function warningsOf({ series }: Answer): readonly Note[] {
  const warnings = series
    .flatMap(({ meta }) => meta?.notices ?? [])
    .filter(isWarning)
    .map(({ severity, text }): Note => ({ severity: severity === 'error' ? 'error' : 'warning', text }));
  const isPartial = series.some(
    ({ meta }) => (meta?.custom as { partial?: unknown } | undefined)?.partial === true,
  );
  return isPartial && warnings.length === 0
    ? [{ severity: 'warning', text: 'Rows may be missing: the log store did not answer completely.' }]
    : warnings;
}

function ageNotes({ series }: Answer): readonly Note[] {
  const ages = series
    .flatMap(({ meta }) => meta?.stats ?? [])
    .flatMap(({ displayName, value }) => (displayName === AGE && Number.isFinite(value) ? [value] : []));
  const seconds = Math.round(Math.max(0, ...ages) / 1000);
  return seconds === 0
    ? []
    : [{ severity: 'info', text: `This was read ${seconds.toLocaleString()} s ago (cached).` }];
}
