import React, { useId } from 'react';
import { Field, Select } from '@grafana/ui';
import { settingLabels } from '../../../core/settings';
import type { CheckedCatalogue } from './checked-catalogue';
import { Issues } from './Issues';
import { OverrideCard } from './OverrideCard';

type Overrides = Readonly<Record<string, unknown>>;

interface Props {
  readonly value: Overrides;
  readonly catalogue: CheckedCatalogue;
  readonly disabled: boolean;
  readonly onChange: (value: Overrides) => void;
}

/** What a team says otherwise of scenarios that it does not write itself. */
export function OverridesField({ value, catalogue, disabled, onChange }: Props) {
  const id = `${useId()}-overridden`;
  const options = [...catalogue.scenarios.values()]
    .filter((scenario) => !Object.hasOwn(value, scenario.id))
    .map((scenario) => ({ value: scenario.id, label: scenario.title, description: scenario.id }));
  return (
    <>
      {Object.entries(value).map(([scenario, override]) => (
        <OverrideCard
          key={scenario}
          title={catalogue.titles.get(scenario) ?? scenario}
          value={override}
          usual={catalogue.scenarios.get(scenario)}
          disabled={disabled}
          onChange={(changed) => onChange({ ...value, [scenario]: changed })}
          onRemove={() => {
            document.getElementById(id)?.focus(); // else the focus is lost with the card
            onChange(Object.fromEntries(Object.entries(value).filter(([one]) => one !== scenario)));
          }}
        />
      ))}
      <Issues issues={catalogue.issues('overrides')} />
      {!disabled && (
        <Field
          label={settingLabels.overrides}
          description="Who owns it with you, what you do about it, where your pages are."
        >
          <Select
            inputId={id}
            placeholder="Choose a scenario"
            options={options}
            value={null}
            allowCustomValue
            onChange={({ value: scenario }) => scenario && onChange({ ...value, [scenario]: {} })}
          />
        </Field>
      )}
    </>
  );
}
