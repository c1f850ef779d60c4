import React, { useId } from 'react';
import { InlineField, Input, Select } from '@grafana/ui';
import { settingLabels, tiers, type ServiceSize, type Tier } from '../../core/settings';
import { NumberInput } from './NumberInput';
import { Rows } from './Rows';
import { Section } from './Section';
import type { SectionProps } from './section-props';

const tierOptions = (Object.keys(tiers) as Tier[]).map((value) => ({ value, label: tiers[value] }));
const added: ServiceSize = { service: '', tier: 'premium', units: 1 };
const isUnits = (units: number) => Number.isInteger(units) && units >= 1 && units <= 100;

/** From tier and units follows how many connections a gateway may hold to a backend host. */
export function SizesSection({ settings: { services }, disabled, set }: SectionProps) {
  const id = useId();
  return (
    <Section
      title={settingLabels.services}
      about="Tier and units tell how many connections a gateway may hold to a backend host. Without them, estimated connections are held against no limit."
    >
      <Rows
        noun="size"
        rows={services}
        added={added}
        disabled={disabled}
        onChange={(rows) => set({ services: rows })}
      >
        {(size, change, i) => (
          <>
            <InlineField
              label={settingLabels['services.service']}
              tooltip="Name of the API Management instance, as it is logged"
              disabled={disabled}
              invalid={size.service === ''}
              error="The name of the instance is missing"
            >
              <Input
                id={`${id}-service-${i}`}
                width={24}
                placeholder="contoso"
                value={size.service}
                onChange={({ currentTarget }) => change({ service: currentTarget.value })}
              />
            </InlineField>
            <InlineField
              label={settingLabels['services.region']}
              tooltip="Leave empty for every region without an entry of its own"
              disabled={disabled}
            >
              <Input
                id={`${id}-region-${i}`}
                width={20}
                placeholder="every region"
                value={size.region ?? ''}
                onChange={({ currentTarget }) => change({ region: currentTarget.value || undefined })}
              />
            </InlineField>
            <InlineField label={settingLabels['services.tier']} disabled={disabled}>
              <Select
                inputId={`${id}-tier-${i}`}
                width={18}
                options={tierOptions}
                value={size.tier}
                onChange={({ value }) => value && change({ tier: value })}
              />
            </InlineField>
            <NumberInput
              id={`${id}-units-${i}`}
              label={settingLabels['services.units']}
              tooltip="Scale units in that region"
              disabled={disabled}
              value={size.units ?? 1}
              accepts={isUnits}
              expected="A whole number from 1 to 100"
              onChange={(units) => change({ units })}
            />
          </>
        )}
      </Rows>
    </Section>
  );
}
