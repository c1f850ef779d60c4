import React from 'react';
import type { QueryOf } from '../../../core/query';
import type { EditorProps } from '../editor-props';
import { FieldRow } from '../fields/FieldRow';
import { OutcomesField } from '../fields/OutcomesField';
import { ScenariosField } from '../fields/ScenariosField';
import { SwitchField } from '../fields/SwitchField';

export function TaxonomyFields({ datasource, query, set, id }: EditorProps<QueryOf<'taxonomy'>>) {
  return (
    <FieldRow>
      <ScenariosField id={id('scenarios')} datasource={datasource} value={query} onChange={set} />
      <OutcomesField id={id('outcomes')} value={query.outcomes} onChange={(outcomes) => set({ outcomes })} />
      <SwitchField
        id={id('previous')}
        label="Trend"
        tooltip="Compare with the range of the same length before; costs a second look at the log"
        value={query.previous}
        onChange={(previous) => set({ previous })}
      />
    </FieldRow>
  );
}
