import React from 'react';
import { InlineField, Input } from '@grafana/ui';
import { hasVariable } from '../../has-variable';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A whole number from 1 to `most`, taken when the field is left; a variable is kept as it is typed. */
export function NumberField({ id, label, tooltip, most, value, onChange }: Props) {
  return (
    <InlineField label={label} tooltip={tooltip}>
      <Input
        id={id}
        width={10}
        key={value}
        inputMode="numeric"
        defaultValue={value}
        onBlur={({ currentTarget }) => {
          const next = numberOf(currentTarget.value, most) ?? value;
          currentTarget.value = String(next);
          if (next !== value) {
            onChange(next);
          }
        }}
      />
    </InlineField>
  );
}

/** What was typed, as the backend takes it once variables are filled in. */
function numberOf(typed: string, most: number): number | undefined {
  if (hasVariable(typed)) {
    return typed.trim() as unknown as number;
  }
  const number = Math.round(Number(typed));
  return number > 0 ? Math.min(number, most) : undefined;
}
