import { errorTable } from '../../src/core/errors';
import type { Files } from './files';
import { code, origin, page, prose, table } from './markdown';

/** Every error that a user can meet. */
export function errorPage(): Files {
  const rows = Object.entries(errorTable).map(([id, { sentence, hint, fault, status }]) => [
    code(id),
    prose(sentence),
    prose(hint),
    fault === 'plugin' ? 'the plugin’s' : 'yours',
    String(status),
  ]);
  const text = page(
    '# Errors',
    origin('src/core/errors.ts'),
    'Every error has a code that stays, a sentence, a hint that says what to do next, and says whose fault it was. _Yours_ is a fault in a query, a setting, a file or a service that the plugin asks (Grafana’s word is _downstream_); _the plugin’s_ is a bug, and worth a report. Words in braces are filled in.',
    table(['code', 'what it says', 'what to do', 'whose fault', 'HTTP status'], rows),
  );
  return new Map([['docs/errors.md', text]]);
}
