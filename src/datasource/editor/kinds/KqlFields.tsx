import React from 'react';
import { Alert } from '@grafana/ui';
import type { QueryOf } from '../../../core/query';
import { kqlRefusals } from '../../kql-access';
import type { EditorProps } from '../editor-props';
import { ChoiceField } from '../fields/ChoiceField';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import { QueryStringsField } from '../fields/QueryStringsField';
import { StepField } from '../fields/StepField';
import { SwitchField } from '../fields/SwitchField';
import { KqlHelp } from '../kql/KqlHelp';
import { KqlText } from '../kql/KqlText';

const formatOptions = [
  { value: 'series' as const, label: 'series', description: 'Numbers over time: a datetime, numbers, texts as labels' },
  { value: 'numeric' as const, label: 'numeric', description: 'One number per row and column, as alert rules and stat panels take it' },
  { value: 'table' as const, label: 'table', description: 'The answer as it comes' },
  { value: 'logs' as const, label: 'log lines', description: 'A datetime, a text, and what else there is' },
]; // prettier-ignore

export function KqlFields({ datasource, query, set, id }: EditorProps<QueryOf<'kql'>>) {
  const { kqlAccess } = datasource;
  const isOfRows = query.format !== 'series' && query.format !== 'numeric';
  return (
    <>
      {kqlAccess !== 'allowed' && (
        <Alert severity="warning" title="This query will not run">
          {kqlRefusals[kqlAccess]}
        </Alert>
      )}
      <KqlText text={query.text} onRun={(text) => set({ text })} />
      <KqlHelp />
      <FieldRow>
        <ChoiceField
          id={id('format')}
          label="As"
          width={14}
          options={formatOptions}
          value={query.format}
          onChange={(format) => set({ format })}
        />
        <StepField
          id={id('step')}
          tooltip="What $__interval stands for"
          value={query.step}
          onChange={(step) => set({ step })}
        />
        {isOfRows && (
          <NumberField
            id={id('limit')}
            label="Rows at most"
            tooltip="The first are shown, in the order of the query"
            most={10_000}
            value={query.limit}
            onChange={(limit) => set({ limit })}
          />
        )}
        <SwitchField
          id={id('dashboard-time')}
          label="Only this range"
          tooltip="Nothing outside of the range is read, whatever the query says. Switch it off to compare with other times."
          value={query.dashboardTime}
          onChange={(dashboardTime) => set({ dashboardTime })}
        />
        <QueryStringsField
          id={id('query-strings')}
          value={query.queryStrings}
          onChange={(queryStrings) => set({ queryStrings })}
        />
      </FieldRow>
    </>
  );
}
