import React from 'react';
import type { QueryOf } from '../../../core/query';
import type { EditorProps } from '../editor-props';
import { ChoiceField } from '../fields/ChoiceField';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import { OutcomesField } from '../fields/OutcomesField';
import { QueryStringsField } from '../fields/QueryStringsField';
import { ScenariosField } from '../fields/ScenariosField';

const formatOptions = [
  { value: 'table' as const, label: 'table' },
  { value: 'logs' as const, label: 'log lines' },
];

export function FailuresFields({ datasource, query, set, id }: EditorProps<QueryOf<'failures'>>) {
  return (
    <FieldRow>
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
      <QueryStringsField
        id={id('query-strings')}
        value={query.queryStrings}
        onChange={(queryStrings) => set({ queryStrings })}
      />
    </FieldRow>
  );
}
