import React, { lazy, Suspense } from 'react';
import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import type { GatewaylensSettings } from '../query';
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

/** The data source's settings, section by section. What is not ours in `jsonData` stays as it is. */
export function ConfigEditor({
  options,
  onOptionsChange,
}: DataSourcePluginOptionsEditorProps<GatewaylensSettings>) {
  const section: SectionProps = {
    settings: editedSettings(options.jsonData),
    disabled: options.readOnly === true,
    set: (change) => onOptionsChange({ ...options, jsonData: { ...options.jsonData, ...change } }),
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
