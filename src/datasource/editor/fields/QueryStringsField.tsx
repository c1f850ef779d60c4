import React from 'react';
import { SwitchField } from './SwitchField';

interface Props {
  readonly id: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function QueryStringsField(field: Props) {
  return (
    <SwitchField
      label="Query strings"
      tooltip="Show addresses with their query strings, which may carry keys"
      {...field}
    />
  );
}
