import React from 'react';
import { InlineField, Input } from '@grafana/ui';
import { useDraft, type Read } from './useDraft';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly suffix?: string;
  readonly disabled: boolean;
  readonly value: number;
  /** Whether the number can be stored. */
  readonly accepts: (value: number) => boolean;
  /** Said where it cannot. */
  readonly expected: string;
  readonly onChange: (value: number) => void;
}

export function NumberInput(props: Props) {
  const { id, label, tooltip, suffix, disabled, value, accepts, expected, onChange } = props;
  const read = (text: string): Read<number> => {
    const number = Number(text.trim().replace(',', '.') || NaN);
    return accepts(number) ? { value: number } : { problem: expected };
  };
  const { text, problem, type } = useDraft(value, String, read, onChange);
  return (
    <InlineField
      label={label}
      tooltip={tooltip}
      disabled={disabled}
      invalid={problem !== undefined}
      error={problem}
    >
      <Input
        id={id}
        width={10}
        inputMode="decimal"
        suffix={suffix}
        value={text}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
    </InlineField>
  );
}
