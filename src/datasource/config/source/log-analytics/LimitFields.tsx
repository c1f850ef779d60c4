import React, { useId } from 'react';
import { InlineField, InlineSwitch } from '@grafana/ui';
import { settingLabels } from '../../../../core/settings';
import { NumberInput } from '../../NumberInput';
import type { SectionProps } from '../../section-props';

const isTimeout = (seconds: number) => seconds >= 5 && seconds <= 600;

export function LimitFields({ settings, disabled, set }: SectionProps) {
  const id = useId();
  return (
    <>
      <NumberInput
        id={`${id}-timeout`}
        label={settingLabels.timeout}
        tooltip="After so long a query is given up, waiting for its turn included. Azure itself ends queries after 10 minutes."
        suffix="s"
        disabled={disabled}
        value={settings.timeout}
        accepts={isTimeout}
        expected="A number from 5 to 600"
        onChange={(timeout) => set({ timeout })}
      />
      <Switch
        id={`${id}-basic`}
        label={settingLabels.basicLogsEnabled}
        tooltip="The table is on the Basic plan: Azure charges for the data that each query scans, so choose short ranges and a slow refresh"
        disabled={disabled}
        value={settings.basicLogsEnabled}
        onChange={(basicLogsEnabled) => set({ basicLogsEnabled })}
      />
      <Switch
        id={`${id}-partial`}
        label={settingLabels.partialResultsInAlerts}
        tooltip="Let alert rules use answers that Azure calls incomplete; otherwise they are errors there. Dashboards show them with a notice."
        disabled={disabled}
        value={settings.partialResultsInAlerts}
        onChange={(partialResultsInAlerts) => set({ partialResultsInAlerts })}
      />
      <Switch
        id={`${id}-kql`}
        label={settingLabels.expertKql}
        tooltip="Let queries be written in KQL by hand. Whoever may query this data source, Viewers too, can then read everything in Log Analytics that its identity may read, other tables and query strings of addresses among it."
        disabled={disabled}
        value={settings.expertKql}
        onChange={(expertKql) => set({ expertKql })}
      />
    </>
  );
}

interface SwitchProps {
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly disabled: boolean;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function Switch({ id, label, tooltip, disabled, value, onChange }: SwitchProps) {
  return (
    <InlineField label={label} tooltip={tooltip} disabled={disabled}>
      <InlineSwitch id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    </InlineField>
  );
}
