import React, { useState } from 'react';
import type { SelectableValue } from '@grafana/data';
import { Select } from '@grafana/ui';
import { byMatch } from '../../../ui/by-match';
import { hasVariable } from '../../has-variable';
import { variableOptions } from './variable-options';

interface Props<T extends string> {
  readonly inputId?: string;
  readonly 'aria-label'?: string;
  readonly width: number;
  readonly autoFocus?: boolean;
  readonly options: readonly SelectableValue<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of several words, or a variable that stands for one: the query is checked when its variables are filled in. */
export function OneSelect<T extends string>({ options, value, onChange, ...field }: Props<T>) {
  const [typed, setTyped] = useState('');
  const offered = shownWith(value, [...options, ...variableOptions()]);
  return (
    <Select
      {...field}
      options={byMatch(typed, offered)}
      value={value as string}
      allowCustomValue
      isValidNewOption={(text) => hasVariable(text) && !offered.some((option) => option.value === text)}
      onInputChange={(text) => setTyped(text)}
      onChange={(chosen) => chosen.value !== undefined && onChange(chosen.value as T)}
    />
  );
}

/** The options with the present value among them, such as the name of a variable that is gone. */
function shownWith(value: string, options: readonly SelectableValue<string>[]): SelectableValue<string>[] {
  return options.some((option) => option.value === value)
    ? [...options]
    : [...options, { value, label: value }];
}
