import React from 'react';
import { InlineField } from '@grafana/ui';
import type { Severity } from '../../../core/scenarios';
import { ManySelect } from '../../../ui/ManySelect';
import { variableOptions } from './variable-options';

const severities = ['critical', 'warning', 'info'] as const satisfies readonly Severity[];
const options = severities.map((value) => ({ value, label: value }));

interface Props {
  readonly id: string;
  readonly value: readonly Severity[];
  readonly onChange: (value: readonly Severity[]) => void;
}

/** How bad the scenarios are that are asked for; none means all. */
export function SeveritiesField({ id, value, onChange }: Props) {
  return (
    <InlineField label="Severity">
      <ManySelect
        inputId={id}
        width={24}
        placeholder="All"
        options={[...options, ...variableOptions()]}
        value={value}
        isClearable
        onChange={(chosen) => onChange(chosen as readonly string[] as readonly Severity[])}
      />
    </InlineField>
  );
}
