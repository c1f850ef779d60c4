import React from 'react';
import { IconButton, InlineField, InlineFieldRow, MultiSelect, Select } from '@grafana/ui';
import { rowDimensions } from '../core/plan';
import type { Filter } from '../core/query';

export const dimensionOptions = rowDimensions.map(({ id, title }) => ({ value: id, label: title }));

const operators = [
  { value: 'in' as const, label: '=', description: 'One of these' },
  { value: 'notIn' as const, label: '≠', description: 'None of these' },
];

interface Props {
  readonly inputId: string;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly onRemove: () => void;
}

export function FilterRow({ inputId, filter, onChange, onRemove }: Props) {
  return (
    <InlineFieldRow>
      <InlineField label="Where" labelWidth={10}>
        <Select
          inputId={inputId}
          aria-label="Dimension"
          width={20}
          options={dimensionOptions}
          value={filter.dimension}
          onChange={({ value = 'api' }) => onChange({ ...filter, dimension: value })}
        />
      </InlineField>
      <Select
        aria-label="Comparison"
        width={8}
        options={operators}
        value={filter.op}
        onChange={({ value = 'in' }) => onChange({ ...filter, op: value })}
      />
      <MultiSelect
        inputId={`${inputId}-values`}
        aria-label="Values"
        width={40}
        placeholder="Type a value or a $variable"
        options={filter.values.map((value) => ({ value, label: value }))}
        value={[...filter.values]}
        allowCustomValue
        onChange={(chosen) => onChange({ ...filter, values: chosen.flatMap(({ value }) => value ?? []) })}
      />
      <IconButton name="times" tooltip="Remove this filter" onClick={onRemove} />
    </InlineFieldRow>
  );
}
