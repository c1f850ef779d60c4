import React, { useId } from 'react';
import { Field, MultiSelect } from '@grafana/ui';
import { isChoosable, type CheckedCatalogue } from './checked-catalogue';
import { Issues } from './Issues';

interface Props {
  readonly value: readonly string[];
  readonly catalogue: CheckedCatalogue;
  readonly disabled: boolean;
  readonly onChange: (value: readonly string[]) => void;
}

export function DisabledField({ value, catalogue, disabled, onChange }: Props) {
  const id = useId();
  const options = [...catalogue.titles]
    .filter(([scenario]) => isChoosable(scenario))
    .map(([scenario, label]) => ({ value: scenario, label, description: scenario }));
  return (
    <>
      <Field
        label="Scenarios that are not in force"
        description="Requests that only they would explain are shown as unclassified."
        disabled={disabled}
      >
        <MultiSelect
          inputId={`${id}-disabled`}
          placeholder="None"
          options={options}
          value={value.map((one) => ({ value: one, label: catalogue.titles.get(one) ?? one }))}
          allowCustomValue
          isClearable
          closeMenuOnSelect={false}
          onChange={(chosen) => onChange(chosen.flatMap((option) => option.value ?? []))}
        />
      </Field>
      <Issues issues={catalogue.issues('disabledScenarios')} />
    </>
  );
}
