import React from 'react';
import type { SelectableValue } from '@grafana/data';
import { InlineField, Select } from '@grafana/ui';
import { shownWith } from './options';
import { variableOptions } from './variable-options';

interface Props<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly tooltip?: string;
  readonly width?: number;
  readonly labelWidth?: number;
  readonly options: readonly SelectableValue<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of several words, or a variable that stands for one: the query is checked when its variables are filled in. */
export function ChoiceField<T extends string>({
  id,
  label,
  tooltip,
  width = 16,
  labelWidth,
  options,
  value,
  onChange,
}: Props<T>) {
  return (
    <InlineField label={label} {...(tooltip ? { tooltip } : {})} {...(labelWidth ? { labelWidth } : {})}>
      <Select
        inputId={id}
        width={width}
        options={shownWith(value, [...options, ...variableOptions()])}
        value={value as string}
        onChange={(chosen) => chosen.value !== undefined && onChange(chosen.value as T)}
      />
    </InlineField>
  );
}
