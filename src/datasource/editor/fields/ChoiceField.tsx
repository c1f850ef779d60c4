import React from 'react';
import type { SelectableValue } from '@grafana/data';
import { InlineField } from '@grafana/ui';
import { OneSelect } from './OneSelect';

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

/** One of several words, or a variable that stands for one. */
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
      <OneSelect inputId={id} width={width} options={options} value={value} onChange={onChange} />
    </InlineField>
  );
}
