import React from 'react';
import type { QueryOf } from '../../../core/query';
import { hasVariable } from '../../has-variable';
import type { EditorProps } from '../editor-props';
import { ChoiceField } from '../fields/ChoiceField';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import { dimensionOptions } from '../fields/options';
import { StepField } from '../fields/StepField';

const requestsOptions = [
  { value: 'all' as const, label: 'all' },
  { value: 'failed' as const, label: 'failed' },
];
const perOptions = [
  { value: 'time' as const, label: 'time' },
  { value: 'scenario' as const, label: 'Scenario' },
  ...dimensionOptions,
];

export function TimingFields({ query, set, id }: EditorProps<QueryOf<'timing'>>) {
  return (
    <FieldRow>
      <ChoiceField
        id={id('requests')}
        label="Requests"
        width={12}
        options={requestsOptions}
        value={query.requests}
        onChange={(requests) => set({ requests })}
      />
      <ChoiceField
        id={id('per')}
        label="Per"
        tooltip="Over time, or for each value of a dimension, the slowest first"
        width={20}
        options={perOptions}
        value={query.per}
        onChange={(per) => set({ per })}
      />
      {(query.per === 'time' || hasVariable(query.per)) && (
        <StepField id={id('step')} value={query.step} onChange={(step) => set({ step })} />
      )}
      {query.per !== 'time' && (
        <NumberField
          id={id('top')}
          label="Rows at most"
          tooltip="The slowest are shown"
          most={200}
          value={query.top}
          onChange={(top) => set({ top })}
        />
      )}
    </FieldRow>
  );
}
