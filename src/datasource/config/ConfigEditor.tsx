import React, { lazy, Suspense } from 'react';
import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import type { GatewaylensSecrets, GatewaylensSettings, SecretName } from '../query';
import { editedSettings } from './edited-settings';
import { SamplingSection } from './SamplingSection';
import type { SectionProps } from './section-props';
import { SizesSection } from './SizesSection';
import { SourceSection } from './source/SourceSection';

/** It checks scenarios as the backend does, which takes the whole catalogue: loaded with this page only. */
const ScenariosSection = lazy(() =>
  import(/* webpackChunkName: "scenario-settings" */ './scenarios/ScenariosSection').then(
    ({ ScenariosSection }) => ({ default: ScenariosSection }),
  ),
);

type Props = DataSourcePluginOptionsEditorProps<GatewaylensSettings, GatewaylensSecrets>;

/** The data source's settings, section by section. What is not ours in `jsonData` stays as it is. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const section: SectionProps = {
    uid: options.uid,
    settings: editedSettings(options.jsonData),
    disabled: options.readOnly === true,
    set: (change) => onOptionsChange({ ...options, jsonData: { ...options.jsonData, ...change } }),
    secret: secretProps(options, onOptionsChange),
  };
  return (
    <>
      <SourceSection {...section} />
      <SizesSection {...section} />
      <SamplingSection {...section} />
      <Suspense fallback={<LoadingPlaceholder text="Loading…" />}>
        <ScenariosSection {...section} />
      </Suspense>
    </>
  );
}

function secretProps(
  options: Props['options'],
  onOptionsChange: Props['onOptionsChange'],
): SectionProps['secret'] {
  const { secureJsonFields, secureJsonData } = options;
  const change = (name: SecretName, value: string, isSet: boolean) =>
    onOptionsChange({
      ...options,
      secureJsonFields: { ...secureJsonFields, [name]: isSet },
      secureJsonData: { ...secureJsonData, [name]: value },
    });
  return {
    isSet: (name) => secureJsonFields?.[name] === true,
    typed: (name) => secureJsonData?.[name] ?? '',
    set: (name, value) => change(name, value, false),
    reset: (name) => change(name, '', false),
  };
}
