import React from 'react';
import { PluginPage } from '@grafana/runtime';
import { DataSources } from './DataSources';

export function DataSourcesPage() {
  return (
    <PluginPage subTitle="Whether they work, and what each lacks.">
      <DataSources />
    </PluginPage>
  );
}
