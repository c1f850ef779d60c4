import { useEffect, useState } from 'react';
import type { Observable } from 'rxjs';
import { problemOf, type Problem } from '../../ui/problem';

export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'answered'; readonly answer: T }
  | { readonly state: 'failed'; readonly problem: Problem };

/**
 * What was asked last; nothing is asked without a key.
 * @param key stands for all that the answer depends on; another one asks again, and cancels what was asked before
 */
export function useAsked<T>(key: string | undefined, ask: () => Observable<T>): Asked<T> {
  const [last, setLast] = useState<{ readonly key: string; readonly asked: Asked<T> }>();
  useEffect(() => {
    if (key === undefined) {
      return;
    }
    const keep = (asked: Asked<T>) => setLast({ key, asked });
    const running = ask().subscribe({
      next: (answer) => keep({ state: 'answered', answer }),
      error: (thrown: unknown) => keep({ state: 'failed', problem: problemOf(thrown) }),
    });
    return () => running.unsubscribe();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for what is asked
  }, [key]);
  return last !== undefined && last.key === key ? last.asked : { state: 'loading' };
}
