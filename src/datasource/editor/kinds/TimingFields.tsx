import React from 'react';
import { InlineFieldRow } from '@grafana/ui';
import type { QueryOf } from '../../../core/query';
import type { EditorProps } from '../editor-props';
import { ChoiceField } from '../fields/ChoiceField';
import { NumberField } from '../fields/NumberField';
import { dimensionOptions } from '../fields/options';
import { StepField } from '../fields/StepField';

const perOptions = [{ value: 'time' as const, label: 'time' }, ...dimensionOptions];

export function TimingFields({ query, set, id }: EditorProps<QueryOf<'timing'>>) {
  return (
    <InlineFieldRow>
      <ChoiceField
        id={id('per')}
        label="Per"
        tooltip="Over time, or for each value of a dimension, the slowest first"
        width={20}
        options={perOptions}
        value={query.per}
        onChange={(per) => set({ per })}
      />
      {query.per === 'time' ? (
        <StepField id={id('step')} value={query.step} onChange={(step) => set({ step })} />
      ) : (
        <NumberField
          id={id('top')}
          label="Rows at most"
          tooltip="The slowest are shown"
          most={200}
          value={query.top}
          onChange={(top) => set({ top })}
        />
      )}
    </InlineFieldRow>
  );
}
