/** The services of a Grafana that its libraries ask for, as far as the plugin uses them. */
import { EventBusSrv, standardEditorsRegistry, standardFieldConfigEditorRegistry } from '@grafana/data';
import {
  setAppEvents,
  setBackendSrv,
  setEchoSrv,
  setTemplateSrv,
  type BackendSrv,
  type BackendSrvRequest,
  type EchoSrv,
  type TemplateSrv,
} from '@grafana/runtime';
import { from } from 'rxjs';

async function http({ method = 'GET', url, data }: BackendSrvRequest) {
  const response = await fetch(url, {
    method,
    ...(data === undefined ? {} : { body: JSON.stringify(data) as string }),
    headers: { 'content-type': 'application/json' },
  });
  const answer: unknown = await response.json();
  const { ok, status, statusText } = response;
  if (!ok) {
    // Grafana rejects with what it received, which plugins read the message from.

    throw { status, statusText, data: answer, config: { url, method } };
  }
  return { ok, status, statusText, data: answer, config: { url, method } };
}

const EDITORS =
  'number slider boolean text strings select multi-select radio unit color fieldColor links mappings thresholds';
const FIELD_OPTIONS = 'unit min max decimals displayName color noValue links mappings thresholds filterable';

export function startServices(): void {
  setBackendSrv({
    fetch: (request: BackendSrvRequest) => from(http(request)),
    get: async (url: string) => (await http({ url })).data,
    post: async (url: string, data: unknown) => (await http({ method: 'POST', url, data })).data,
  } as unknown as BackendSrv);
  setTemplateSrv({
    getVariables: () => [],
    replace: (text?: string) => text ?? '',
    containsTemplate: () => false,
    updateTimeRange: () => undefined,
  } as unknown as TemplateSrv);
  setAppEvents(new EventBusSrv());
  setEchoSrv({
    addBackend: () => undefined,
    addEvent: () => undefined,
    flush: () => undefined,
  } as unknown as EchoSrv);
  standardEditorsRegistry.setInit(() =>
    EDITORS.split(' ').map((id) => ({ id, name: id, editor: () => null }) as never),
  );
  standardFieldConfigEditorRegistry.setInit(() =>
    FIELD_OPTIONS.split(' ').map(
      (id) =>
        ({
          id,
          path: id,
          name: id,
          defaultValue: id === 'color' ? { mode: 'palette-classic' } : undefined,
          editor: () => null,
          override: () => null,
          process: (value: unknown) => value,
          shouldApply: () => true,
        }) as never,
    ),
  );
}
