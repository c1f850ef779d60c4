import React from 'react';
import { InlineFieldRow } from '@grafana/ui';
import type { QueryOf } from '../../../core/query';
import type { EditorProps } from '../editor-props';
import { ChoiceField } from '../fields/ChoiceField';
import { stepOptions } from '../fields/options';
import { OutcomesField } from '../fields/OutcomesField';
import { ScenariosField } from '../fields/ScenariosField';

export function EpisodesFields({ datasource, query, set, id }: EditorProps<QueryOf<'episodes'>>) {
  return (
    <InlineFieldRow>
      <ScenariosField id={id('scenarios')} datasource={datasource} value={query} onChange={set} />
      <ChoiceField
        id={id('step')}
        label="Step"
        tooltip="How finely the range is looked at, aligned in UTC"
        width={12}
        options={stepOptions}
        value={query.step}
        onChange={(step) => set({ step })}
      />
      <OutcomesField id={id('outcomes')} value={query.outcomes} onChange={(outcomes) => set({ outcomes })} />
    </InlineFieldRow>
  );
}
