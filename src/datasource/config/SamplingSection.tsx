import React, { useId } from 'react';
import { InlineField, InlineSwitch, Input } from '@grafana/ui';
import { settingLabels, type Sampling } from '../../core/settings';
import { NumberInput } from './NumberInput';
import { Rows } from './Rows';
import { Section } from './Section';
import type { SectionProps } from './section-props';

const added: Sampling = { percent: 100, alwaysLogErrors: true };
const isPercentage = (percent: number) => percent > 0 && percent <= 100;

/** Where not every request is logged, numbers are marked as what they are. */
export function SamplingSection({ settings: { sampling }, disabled, set }: SectionProps) {
  const id = useId();
  return (
    <Section
      title={settingLabels.sampling}
      about="Say here where API Management’s diagnostic setting logs less than 100 % of the requests: numbers that are off because of it are then marked. Nothing is multiplied."
    >
      <Rows
        noun="percentage"
        rows={sampling}
        added={added}
        disabled={disabled}
        onChange={(rows) => set({ sampling: rows })}
      >
        {(one, change, i) => (
          <>
            <InlineField
              label={settingLabels['sampling.service']}
              tooltip="Leave empty for every instance without an entry of its own"
              disabled={disabled}
            >
              <Input
                id={`${id}-service-${i}`}
                width={24}
                placeholder="every instance"
                value={one.service ?? ''}
                onChange={({ currentTarget }) => change({ service: currentTarget.value || undefined })}
              />
            </InlineField>
            <NumberInput
              id={`${id}-percent-${i}`}
              label={settingLabels['sampling.percent']}
              tooltip="How many of 100 requests are logged"
              suffix="%"
              disabled={disabled}
              value={one.percent}
              accepts={isPercentage}
              expected="A number above 0, up to 100"
              onChange={(percent) => change({ percent })}
            />
            <InlineField
              label={settingLabels['sampling.alwaysLogErrors']}
              tooltip="As in the diagnostic setting: failed requests are all logged, whatever the percentage"
              disabled={disabled}
            >
              <InlineSwitch
                id={`${id}-errors-${i}`}
                value={one.alwaysLogErrors ?? true}
                onChange={({ currentTarget }) => change({ alwaysLogErrors: currentTarget.checked })}
              />
            </InlineField>
          </>
        )}
      </Rows>
    </Section>
  );
}
