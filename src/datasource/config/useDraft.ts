import { useState } from 'react';

export type Read<T> = { readonly value: T } | { readonly problem: string };

interface Draft {
  readonly text: string;
  /** Why the text stands for nothing yet; what was stored last is in force until it does. */
  readonly problem: string | undefined;
  readonly type: (text: string) => void;
}

/** Text for a value that is typed: it stays as typed, and the value is stored whenever the text stands for one. */
export function useDraft<T>(
  value: T,
  print: (value: T) => string,
  read: (text: string) => Read<T>,
  store: (value: T) => void,
): Draft {
  const stored = standingFor(value);
  const [draft, setDraft] = useState({ text: print(value), stands: stored });
  const text = draft.stands === stored ? draft.text : print(value);
  const found = read(text);
  return {
    text,
    problem: 'problem' in found ? found.problem : undefined,
    type: (typed) => {
      const next = read(typed);
      setDraft({ text: typed, stands: 'value' in next ? standingFor(next.value) : stored });
      if ('value' in next) {
        store(next.value);
      }
    },
  };
}

/** Grafana gives objects back with their keys in another order. */
function standingFor(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
