import React, { useState } from 'react';
import type { SelectableValue } from '@grafana/data';
import { MultiSelect } from '@grafana/ui';
import { EMPTY } from '../core/empty-value';
import { byMatch } from './by-match';

interface Props {
  readonly inputId: string;
  readonly 'aria-label'?: string;
  readonly width?: number;
  readonly placeholder: string;
  readonly options: readonly SelectableValue<string>[];
  readonly value: readonly string[];
  readonly disabled?: boolean;
  readonly isLoading?: boolean;
  readonly isClearable?: boolean;
  /** Whether what was typed is a value when the field is left, and not only a search. */
  readonly keepsTyped?: boolean;
  readonly onOpenMenu?: () => void;
  readonly onChange: (value: readonly string[]) => void;
}

/**
 * Several values, chosen or typed, also while the options are still loading. The list stays open for more of them, so
 * Tab chooses only where something was typed, and leaves the field otherwise.
 */
export function ManySelect({ options, value, keepsTyped = false, onChange, ...field }: Props) {
  const [typed, setTyped] = useState('');
  const labelOf = (one: string) => options.find((option) => option.value === one)?.label ?? (one || EMPTY);
  const isNew = typed !== '' && !value.includes(typed);
  return (
    <MultiSelect
      {...field}
      options={byMatch(typed, options)}
      value={value.map((one) => ({ value: one, label: labelOf(one) }))}
      allowCustomValue
      allowCreateWhileLoading
      closeMenuOnSelect={false}
      tabSelectsValue={typed !== ''}
      onInputChange={setTyped}
      onBlur={() => keepsTyped && isNew && onChange([...value, typed])}
      onChange={(chosen) => onChange(chosen.flatMap((option) => option.value ?? []))}
    />
  );
}
