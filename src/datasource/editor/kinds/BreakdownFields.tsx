import React from 'react';
import type { QueryOf } from '../../../core/query';
import type { EditorProps } from '../editor-props';
import { ChoiceField } from '../fields/ChoiceField';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import { dimensionOptions } from '../fields/options';
import { OutcomesField } from '../fields/OutcomesField';
import { ScenariosField } from '../fields/ScenariosField';

export function BreakdownFields({ datasource, query, set, id }: EditorProps<QueryOf<'breakdown'>>) {
  return (
    <FieldRow>
      <ScenariosField id={id('scenarios')} datasource={datasource} value={query} onChange={set} />
      <ChoiceField
        id={id('by')}
        label="By"
        tooltip="The dimension whose values are compared"
        width={20}
        options={dimensionOptions}
        value={query.by}
        onChange={(by) => set({ by })}
      />
      <OutcomesField id={id('outcomes')} value={query.outcomes} onChange={(outcomes) => set({ outcomes })} />
      <NumberField
        id={id('top')}
        label="Rows at most"
        tooltip="Those with the most failures are shown"
        most={1000}
        value={query.top}
        onChange={(top) => set({ top })}
      />
    </FieldRow>
  );
}
