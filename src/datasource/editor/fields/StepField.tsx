import React from 'react';
import { steps, type Step } from '../../../core/query';
import { ChoiceField } from './ChoiceField';

type Chosen = 'auto' | Step;

const options = ['auto' as const, ...(Object.keys(steps) as Step[])].map((value) => ({
  value,
  label: value,
}));

interface Props {
  readonly id: string;
  readonly tooltip?: string;
  readonly value: Chosen;
  readonly onChange: (value: Chosen) => void;
}

export function StepField({ tooltip = 'Length of a bucket, aligned in UTC', ...field }: Props) {
  return <ChoiceField label="Step" tooltip={tooltip} width={12} options={options} {...field} />;
}
