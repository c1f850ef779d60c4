import React from 'react';
import type { QueryOf } from '../../../core/query';
import type { EditorProps } from '../editor-props';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import { StepField } from '../fields/StepField';

export function ConnectionFields({ query, set, id }: EditorProps<QueryOf<'connection-failures'>>) {
  return (
    <FieldRow>
      <StepField id={id('step')} value={query.step} onChange={(step) => set({ step })} />
      <NumberField
        id={id('top')}
        label="Hosts at most"
        tooltip="Those with the most failures are shown"
        most={200}
        value={query.top}
        onChange={(top) => set({ top })}
      />
    </FieldRow>
  );
}
