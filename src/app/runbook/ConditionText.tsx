import React from 'react';
import { saysOf } from '../../core/explain';
import type { Predicate } from '../../core/predicate';

/** A condition in words; conditions of several parts as nested lists. */
export function ConditionText({ when }: { readonly when: Predicate }) {
  if ('not' in when) {
    return <Parts head="this does not hold:" parts={[when.not]} />;
  }
  if ('all' in when || 'any' in when) {
    const parts = 'all' in when ? when.all : when.any;
    const [only, ...others] = parts;
    return only && others.length === 0 ? (
      <ConditionText when={only} />
    ) : (
      <Parts head={'all' in when ? 'all of these hold:' : 'at least one of these holds:'} parts={parts} />
    );
  }
  return (
    <>
      <code>{when.column}</code> {saysOf(when)}
    </>
  );
}

function Parts({ head, parts }: { readonly head: string; readonly parts: readonly Predicate[] }) {
  return (
    <>
      {head}
      <ul>
        {parts.map((part, i) => (
          <li key={i}>
            <ConditionText when={part} />
          </li>
        ))}
      </ul>
    </>
  );
}
