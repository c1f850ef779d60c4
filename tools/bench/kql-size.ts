import { completeQuery, queryTypes } from '../../src/core/query';
import { asKql, type QueryContext } from '../../src/core/query/kinds';
import { builtinCatalogue } from '../../src/core/scenarios';
import type { Benchmark } from './benchmark';
import { rangeOf } from './log-data';

const MOST_BYTES = 64 * 1024;

const range = rangeOf(1);
const context: QueryContext = {
  catalogue: builtinCatalogue,
  range,
  maxDataPoints: 0,
  forAlert: false,
  now: range.to,
};

/** The texts of all plans that the kinds of query make with their defaults, over both tables of a workspace. */
function texts(): readonly { readonly kind: string; readonly bytes: number }[] {
  return Object.keys(queryTypes).flatMap((kind) =>
    asKql(completeQuery({ kind }), context, ['resource', 'legacy']).map((kql) => ({
      kind,
      bytes: Buffer.byteLength(kql),
    })),
  );
}

/** What has to go over the wire, and what the service has to take apart. */
export const kqlSize: Benchmark = {
  title: 'Size of KQL',
  run: async () => {
    const all = texts();
    const { kind, bytes } = all.reduce((one, other) => (other.bytes > one.bytes ? other : one));
    return [
      {
        what: `The longest of ${all.length} queries, of kind ${kind}`,
        measured: `${(bytes / 1024).toFixed(1)} KB`,
        target: `${MOST_BYTES / 1024} KB`,
        isMet: bytes < MOST_BYTES,
      },
    ];
  },
};
