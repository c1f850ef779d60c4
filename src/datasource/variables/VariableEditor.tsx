import React from 'react';
import type { QueryEditorProps } from '@grafana/data';
import type { AskingDataSource } from '../asking-data-source';
import { ChoiceField } from '../editor/fields/ChoiceField';
import { FieldRow } from '../editor/fields/FieldRow';
import { FiltersField } from '../editor/fields/FiltersField';
import { dimensionOptions } from '../editor/fields/options';
import type { GatewaylensQuery, GatewaylensSettings } from '../query';
import { DEFAULT_VALUES, type VariableQuery } from './variable-query';

type Props = QueryEditorProps<AskingDataSource, GatewaylensQuery, GatewaylensSettings, VariableQuery>;

const options = [
  ...dimensionOptions,
  { value: 'scenario' as const, label: 'Scenario', description: 'Every scenario of the catalogue' },
  { value: 'family' as const, label: 'Family', description: 'Every family of scenarios' },
];

/** What the variable’s values are, and of which requests. */
export function VariableEditor({ datasource, query, range, onChange }: Props) {
  const { values = DEFAULT_VALUES, where = [] } = query;
  const id = (name: string) => `gatewaylens-variable-${name}`;
  const set = (change: Partial<VariableQuery>) => onChange({ ...query, values, where, ...change });
  return (
    <>
      <FieldRow>
        <ChoiceField
          id={id('values')}
          label="Values of"
          labelWidth={12}
          width={32}
          options={options}
          value={values}
          onChange={(chosen) => set({ values: chosen })}
        />
      </FieldRow>
      {values !== 'scenario' && values !== 'family' && (
        <FiltersField
          id={id}
          datasource={datasource}
          range={range}
          value={where}
          onChange={(changed) => set({ where: changed })}
        />
      )}
    </>
  );
}
