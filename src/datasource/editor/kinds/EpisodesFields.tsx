import React from 'react';
import type { QueryOf } from '../../../core/query';
import type { EditorProps } from '../editor-props';
import { FieldRow } from '../fields/FieldRow';
import { OutcomesField } from '../fields/OutcomesField';
import { ScenariosField } from '../fields/ScenariosField';
import { StepField } from '../fields/StepField';

export function EpisodesFields({ datasource, query, set, id }: EditorProps<QueryOf<'episodes'>>) {
  return (
    <FieldRow>
      <ScenariosField id={id('scenarios')} datasource={datasource} value={query} onChange={set} />
      <StepField
        id={id('step')}
        tooltip="How finely the range is looked at, aligned in UTC"
        value={query.step}
        onChange={(step) => set({ step })}
      />
      <OutcomesField id={id('outcomes')} value={query.outcomes} onChange={(outcomes) => set({ outcomes })} />
    </FieldRow>
  );
}
