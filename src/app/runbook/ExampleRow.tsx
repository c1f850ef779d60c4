import React, { Fragment } from 'react';
import { EMPTY } from '../../core/empty-value';
import type { Example } from '../../core/scenarios';

/** The columns of an observed row that are given, and where it was seen. */
export function ExampleRow({ example: { row, source } }: { readonly example: Example }) {
  return (
    <>
      {Object.entries(row).map(([name, value], i) => (
        <Fragment key={name}>
          {i > 0 && ', '}
          {name} {value === '' ? EMPTY : <code>{String(value)}</code>}
        </Fragment>
      ))}
      : {source}
    </>
  );
}
