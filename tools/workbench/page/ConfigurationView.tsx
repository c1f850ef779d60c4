import React, { useEffect, useState } from 'react';
import type { DataSourcePluginOptionsEditorProps, DataSourceSettings } from '@grafana/data';
import { Alert, Button } from '@grafana/ui';
import type { GatewaylensSettings } from '../../../src/datasource/query';

const URL = '/api/datasources/uid/workbench';

interface Health {
  readonly status: string;
  readonly message: string;
}

interface Props {
  readonly Editor: React.ComponentType<DataSourcePluginOptionsEditorProps<GatewaylensSettings>>;
}

/** The configuration editor with Grafana's "Save & test". */
export function ConfigurationView({ Editor }: Props) {
  const [options, setOptions] = useState<DataSourceSettings<GatewaylensSettings>>();
  const [health, setHealth] = useState<Health>();
  useEffect(() => {
    void fetch(URL)
      .then((answer) => answer.json() as Promise<GatewaylensSettings>)
      .then((jsonData) => setOptions({ jsonData } as DataSourceSettings<GatewaylensSettings>));
  }, []);
  const saveAndTest = async () => {
    await fetch(URL, { method: 'PUT', body: JSON.stringify(options?.jsonData) });
    setHealth((await (await fetch(`${URL}/health`)).json()) as Health);
  };
  return options ? (
    <>
      <Editor options={options} onOptionsChange={setOptions} />
      <Button onClick={() => void saveAndTest()}>Save & test</Button>
      {health && <Alert title={health.message} severity={health.status === 'OK' ? 'success' : 'error'} />}
    </>
  ) : null;
}
