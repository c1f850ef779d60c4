import React, { useId } from 'react';
import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { FieldSet, InlineField, Input, RadioButtonGroup } from '@grafana/ui';
import { defaultSettings, type DataSourceSettings } from '../core/settings';
import type { GatewaylensSettings } from './query';

const sources = [
  { value: 'demo' as const, label: 'Demo', description: 'Invented requests of the last seven days' },
  { value: 'files' as const, label: 'Log files', description: 'Exported gateway logs on the Grafana server' },
];

export function ConfigEditor({
  options,
  onOptionsChange,
}: DataSourcePluginOptionsEditorProps<GatewaylensSettings>) {
  const id = useId();
  const settings = { ...defaultSettings, ...options.jsonData };
  const set = (change: Partial<DataSourceSettings>) =>
    onOptionsChange({ ...options, jsonData: { ...options.jsonData, ...settings, ...change } });

  return (
    <FieldSet label="Where the gateway logs are">
      <InlineField label="Source" labelWidth={14}>
        <RadioButtonGroup
          aria-label="Source"
          options={sources}
          value={settings.source}
          onChange={(source) => set({ source })}
        />
      </InlineField>
      {settings.source === 'demo' ? (
        <p>
          Invented requests of two API Management instances, always up to now. Nothing is stored and nothing
          is read.
        </p>
      ) : (
        <>
          <InlineField
            label="Path"
            labelWidth={14}
            tooltip="A file, a folder or a pattern such as exports/*.json, below the folder that Grafana’s administrator allows"
          >
            <Input
              id={`${id}-path`}
              width={50}
              placeholder="exports/"
              value={settings.path}
              onChange={({ currentTarget }) => set({ path: currentTarget.value })}
            />
          </InlineField>
          <p>
            JSON, as it is or compressed with gzip, or Parquet: rows of <code>ApiManagementGatewayLogs</code>{' '}
            or <code>AzureDiagnostics</code>, or records of a diagnostic export. The folder is set in
            Grafana’s configuration as <code>files_folder</code> in the section{' '}
            <code>[plugin.gatewaylens-apim-datasource]</code>.
          </p>
        </>
      )}
    </FieldSet>
  );
}
