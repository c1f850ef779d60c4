import React, { useState } from 'react';
import type { SelectableValue, TimeRange } from '@grafana/data';
import { IconButton, InlineField, InlineFieldRow, MultiSelect, Select } from '@grafana/ui';
import type { Filter } from '../../../core/query';
import type { AskingDataSource } from '../../asking-data-source';
import { dimensionOptions } from './options';
import { variableOptions } from './variable-options';

const operators = [
  { value: 'in' as const, label: '=', description: 'One of these' },
  { value: 'notIn' as const, label: '≠', description: 'None of these' },
];

interface Props {
  readonly id: string;
  readonly datasource: AskingDataSource;
  readonly range: TimeRange | undefined;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly onRemove: () => void;
}

/** A condition on a dimension; the values that occur in the range are offered, others can be typed. */
export function FilterRow({ id, datasource, range, filter, onChange, onRemove }: Props) {
  const { options, isLoading, load } = useValues(datasource, filter.dimension, range);
  return (
    <InlineFieldRow>
      <InlineField label="Where" labelWidth={10}>
        <Select
          inputId={id}
          aria-label="Dimension"
          width={22}
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
        inputId={`${id}-values`}
        aria-label="Values"
        width={50}
        placeholder="Choose or type values, or a $variable"
        options={[...variableOptions(), ...options]}
        value={filter.values.map((value) => ({ value, label: value === '' ? '(empty)' : value }))}
        allowCustomValue
        allowCreateWhileLoading
        isLoading={isLoading}
        onOpenMenu={load}
        closeMenuOnSelect={false}
        onChange={(chosen) => onChange({ ...filter, values: chosen.flatMap(({ value }) => value ?? []) })}
      />
      <IconButton name="times" tooltip="Remove this filter" onClick={onRemove} />
    </InlineFieldRow>
  );
}

/** The values of a dimension in the range, asked for when somebody looks. What cannot be had can still be typed. */
function useValues(
  datasource: AskingDataSource,
  dimension: Filter['dimension'],
  range: TimeRange | undefined,
) {
  const [state, setState] = useState<{ dimension: string; options: SelectableValue<string>[] }>();
  const [isLoading, setLoading] = useState(false);
  const load = () => {
    if (state?.dimension === dimension || isLoading) {
      return;
    }
    setLoading(true);
    void datasource
      .values(dimension, range, [])
      .catch(() => [])
      .then((values) => {
        const options = values.map((value) => ({ value, label: value === '' ? '(empty)' : value }));
        setState({ dimension, options });
        setLoading(false);
      });
  };
  return { options: state?.dimension === dimension ? state.options : [], isLoading, load };
}
