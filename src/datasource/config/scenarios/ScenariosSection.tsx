import React, { useId, useMemo } from 'react';
import { Field, Input } from '@grafana/ui';
import { settingLabels } from '../../../core/settings';
import { Section } from '../Section';
import type { SectionProps } from '../section-props';
import { checkedCatalogue } from './checked-catalogue';
import { CustomScenariosField } from './CustomScenariosField';
import { DisabledField } from './DisabledField';
import { OverridesField } from './OverridesField';

/** Which scenarios are in force, and what a team says otherwise of them. */
export function ScenariosSection({ settings, disabled, set }: SectionProps) {
  const id = useId();
  const { customScenarios, customScenariosFile, disabledScenarios, overrides } = settings;
  const parts = JSON.stringify([customScenarios, customScenariosFile, disabledScenarios, overrides]);
  // The text stands for its parts, which are new objects at every drawing.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const catalogue = useMemo(() => checkedCatalogue(settings), [parts]);
  return (
    <Section
      title="Scenarios"
      about={`${catalogue.scenarios.size} scenarios explain failed requests. A team can add its own, leave some out, and say otherwise who mends what and how. One that is wrong is left out and harms no other.`}
    >
      <CustomScenariosField
        value={customScenarios}
        issues={catalogue.issues('customScenarios')}
        disabled={disabled}
        onChange={(list) => set({ customScenarios: list })}
      />
      <Field
        label={settingLabels.customScenariosFile}
        description="A list in YAML or JSON, below the folder that Grafana’s administrator allows; “Save & test” says what is wrong with it."
        disabled={disabled}
      >
        <Input
          id={`${id}-file`}
          placeholder="scenarios.yaml"
          value={customScenariosFile}
          onChange={({ currentTarget }) => set({ customScenariosFile: currentTarget.value })}
        />
      </Field>
      <DisabledField
        value={disabledScenarios}
        catalogue={catalogue}
        disabled={disabled}
        onChange={(ids) => set({ disabledScenarios: ids })}
      />
      <OverridesField
        value={overrides}
        catalogue={catalogue}
        disabled={disabled}
        onChange={(changed) => set({ overrides: changed })}
      />
    </Section>
  );
}
