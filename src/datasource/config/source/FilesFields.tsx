import React, { useId } from 'react';
import { Input } from '@grafana/ui';
import { settingLabels } from '../../../core/settings';
import type { SectionProps } from '../section-props';
import { WIDE, WideField } from './WideField';

export function FilesFields({ settings, disabled, set }: SectionProps) {
  const id = useId();
  return (
    <>
      <WideField
        label={settingLabels.path}
        labelWidth={14}
        tooltip="A file, a folder or a pattern such as exports/*.json, below the folder that Grafana’s administrator allows"
        disabled={disabled}
      >
        <Input
          id={`${id}-path`}
          width={WIDE}
          placeholder="exports/"
          value={settings.path}
          onChange={({ currentTarget }) => set({ path: currentTarget.value })}
        />
      </WideField>
      <p>
        The folder is set in Grafana’s configuration, as <code>files_folder</code> in the section{' '}
        <code>[plugin.gatewaylens-apim-datasource]</code>.
      </p>
    </>
  );
}
