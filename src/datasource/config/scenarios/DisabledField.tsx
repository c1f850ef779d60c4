import React, { useId } from 'react';
import { Field } from '@grafana/ui';
import { settingLabels } from '../../../core/settings';
import { ManySelect } from '../../../ui/ManySelect';
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
        label={settingLabels.disabledScenarios}
        description="Requests that they would explain are shown as unclassified, unless a scenario of your own explains them."
        disabled={disabled}
      >
        <ManySelect
          inputId={`${id}-disabled`}
          placeholder="None"
          options={options}
          value={value}
          isClearable
          onChange={onChange}
        />
      </Field>
      <Issues issues={catalogue.issues('disabledScenarios')} />
    </>
  );
}
