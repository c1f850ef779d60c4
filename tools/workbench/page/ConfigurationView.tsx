import React, { useEffect, useState } from 'react';
import type { DataSourcePluginOptionsEditorProps, DataSourceSettings } from '@grafana/data';
import { Alert, Button } from '@grafana/ui';
import type { GatewaylensDataSource } from '../../../src/datasource/datasource';
import type { GatewaylensSettings } from '../../../src/datasource/query';

const URL = '/api/datasources/uid/workbench';

type Tested = Awaited<ReturnType<GatewaylensDataSource['testDatasource']>>;

interface Props {
  readonly datasource: GatewaylensDataSource;
  readonly Editor: React.ComponentType<DataSourcePluginOptionsEditorProps<GatewaylensSettings>>;
}

/** The configuration editor with Grafana's "Save & test"; `?provisioned` shows it as of a provisioned data source. */
export function ConfigurationView({ datasource, Editor }: Props) {
  const [options, setOptions] = useState<DataSourceSettings<GatewaylensSettings>>();
  const [tested, setTested] = useState<Tested>();
  useEffect(() => {
    const readOnly = new URLSearchParams(window.location.search).has('provisioned');
    void fetch(URL)
      .then((answer) => answer.json() as Promise<GatewaylensSettings>)
      .then((jsonData) =>
        setOptions({ uid: 'workbench', jsonData, readOnly } as DataSourceSettings<GatewaylensSettings>),
      );
  }, []);
  const saveAndTest = async () => {
    await fetch(URL, { method: 'PUT', body: JSON.stringify(options?.jsonData) });
    setTested(await datasource.testDatasource());
  };
  return options ? (
    <>
      <Editor options={options} onOptionsChange={setOptions} />
      <Button disabled={options.readOnly === true} onClick={() => void saveAndTest()}>
        Save & test
      </Button>
      {tested && (
        <Alert title={tested.message} severity={tested.status}>
          <details style={{ whiteSpace: 'pre-wrap' }}>{tested.details?.verboseMessage}</details>
        </Alert>
      )}
    </>
  ) : null;
}
