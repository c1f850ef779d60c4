import React from 'react';
import { InlineFieldRow } from '@grafana/ui';
import type { QueryOf } from '../../../core/query';
import type { EditorProps } from '../editor-props';
import { ChoiceField } from '../fields/ChoiceField';
import { NumberField } from '../fields/NumberField';
import { OutcomesField } from '../fields/OutcomesField';
import { ScenariosField } from '../fields/ScenariosField';
import { SwitchField } from '../fields/SwitchField';

const formatOptions = [
  { value: 'table' as const, label: 'table' },
  { value: 'logs' as const, label: 'log lines' },
];

export function FailuresFields({ datasource, query, set, id }: EditorProps<QueryOf<'failures'>>) {
  return (
    <InlineFieldRow>
      <ScenariosField id={id('scenarios')} datasource={datasource} value={query} onChange={set} />
      <ChoiceField
        id={id('format')}
        label="As"
        width={14}
        options={formatOptions}
        value={query.format}
        onChange={(format) => set({ format })}
      />
      <OutcomesField id={id('outcomes')} value={query.outcomes} onChange={(outcomes) => set({ outcomes })} />
      <NumberField
        id={id('limit')}
        label="Rows at most"
        tooltip="The newest are shown"
        most={1000}
        value={query.limit}
        onChange={(limit) => set({ limit })}
      />
      <SwitchField
        id={id('query-strings')}
        label="Query strings"
        tooltip="Show addresses with their query strings, which may carry keys"
        value={query.queryStrings}
        onChange={(queryStrings) => set({ queryStrings })}
      />
    </InlineFieldRow>
  );
}
