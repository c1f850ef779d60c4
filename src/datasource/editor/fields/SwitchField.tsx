import React from 'react';
import { InlineField, InlineSwitch } from '@grafana/ui';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function SwitchField({ id, label, tooltip, value, onChange }: Props) {
  return (
    <InlineField label={label} tooltip={tooltip}>
      <InlineSwitch id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    </InlineField>
  );
}
