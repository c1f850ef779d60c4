import React, { type ComponentType } from 'react';
import { RadioButtonGroup } from '@grafana/ui';
import { settingLabels, type DataSourceSettings } from '../../../core/settings';
import { Section } from '../Section';
import type { SectionProps } from '../section-props';
import { FilesFields } from './FilesFields';
import { LogAnalyticsFields } from './log-analytics/LogAnalyticsFields';
import { WideField } from './WideField';

type Source = DataSourceSettings['source'];

interface Choice {
  readonly label: string;
  readonly description: string;
  readonly about: string;
  /** What only this source needs. */
  readonly Fields?: ComponentType<SectionProps>;
}

const choices: Readonly<Record<Source, Choice>> = {
  demo: {
    label: 'Demo',
    description: 'Invented requests of the last seven days',
    about:
      'Invented requests of two API Management instances, always up to now. Nothing is stored and nothing is read.',
  },
  files: {
    label: 'Log files',
    description: 'Exported gateway logs on the Grafana server',
    about:
      'Exported logs: rows of ApiManagementGatewayLogs or AzureDiagnostics, or records of a diagnostic export, as JSON (also compressed with gzip) or Parquet.',
    Fields: FilesFields,
  },
  'log-analytics': {
    label: 'Log Analytics',
    description: 'The workspace that API Management’s diagnostic settings send to',
    about:
      'The gateway logs in Azure Monitor. Whoever asks needs the role Log Analytics Reader on the workspace, or Monitoring Reader on the instances.',
    Fields: LogAnalyticsFields,
  },
};
const options = (Object.keys(choices) as Source[]).map((value) => ({
  value,
  label: choices[value].label,
  ariaLabel: choices[value].label, // else Grafana 10 reads the description in its place
  description: choices[value].description,
}));

/** Where the logs are, and then only what that source needs. */
export function SourceSection(props: SectionProps) {
  const { settings, disabled, set } = props;
  const { about, Fields } = choices[settings.source] ?? { about: 'This source is not known.' };
  return (
    <Section title="Where the gateway logs are" about={about}>
      <WideField label={settingLabels.source} labelWidth={14} disabled={disabled}>
        <RadioButtonGroup
          aria-label={settingLabels.source}
          options={options}
          value={settings.source}
          onChange={(source) => set({ source })}
        />
      </WideField>
      {Fields && <Fields {...props} />}
    </Section>
  );
}
