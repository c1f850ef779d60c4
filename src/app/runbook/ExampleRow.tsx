import React, { Fragment } from 'react';
import type { Example } from '../../core/scenarios';

/** The columns of an observed row that are given, and where it was seen. */
export function ExampleRow({ example: { row, source } }: { readonly example: Example }) {
  return (
    <>
      {Object.entries(row).map(([name, value], i) => (
        <Fragment key={name}>
          {i > 0 && ', '}
          {name} {value === '' ? '(empty)' : <code>{String(value)}</code>}
        </Fragment>
      ))}
      : {source}
    </>
  );
}
