import React, { useEffect, useMemo, useState } from 'react';
import {
  applyFieldOverrides,
  CoreApp,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  getPanelOptionsWithDefaults,
  type LoadingState,
  type DataFrame,
  type EventBus,
  type Field,
  type PanelData,
  type PanelPlugin,
  type TimeRange,
} from '@grafana/data';
import { PanelChrome, PanelContextProvider, useTheme2 } from '@grafana/ui';
import { loadPlugin } from './shared-modules';

export interface PanelDefinition {
  readonly type: string;
  readonly title: string;
  readonly options?: object;
  readonly fieldConfig?: { defaults: object; overrides: [] };
  readonly targets?: readonly object[];
}

interface Props {
  readonly panel: PanelDefinition;
  readonly series: readonly DataFrame[];
  readonly state: LoadingState;
  readonly errors?: PanelData['errors'];
  readonly annotations?: readonly DataFrame[] | undefined;
  readonly range: TimeRange;
  readonly width: number;
  readonly height: number;
  /** The dashboard’s, over which its panels share the crosshair. */
  readonly eventBus: EventBus;
  readonly onRange: (range: { from: number; to: number }) => void;
}

const FOLDERS: Readonly<Record<string, string>> = {
  'gatewaylens-apimerrors-panel': 'panels/error-taxonomy/',
  'gatewaylens-apimtiming-panel': 'panels/timing-attribution/',
  'gatewaylens-apimconnections-panel': 'panels/backend-connections/',
};

/** One panel of a dashboard: ours as built; in place of Grafana's own panels, which are no library, their numbers. */
export function WorkbenchPanel(props: Props) {
  const { panel, series, state, errors, annotations, range, width, height, eventBus, onRange } = props;
  const folder = FOLDERS[panel.type];
  const [plugin, setPlugin] = useState<PanelPlugin>();
  const theme = useTheme2();
  useEffect(() => {
    if (folder) {
      void loadPlugin<PanelPlugin>(folder).then(setPlugin);
    }
  }, [folder]);

  const defaults =
    plugin &&
    getPanelOptionsWithDefaults({
      plugin,
      currentOptions: (panel.options ?? {}) as Record<string, unknown>,
      currentFieldConfig: panel.fieldConfig ?? { defaults: {}, overrides: [] },
      isAfterPluginChange: false,
    });
  const shown = useMemo(
    () =>
      applyFieldOverrides({
        data: [...series],
        fieldConfig: defaults?.fieldConfig ?? { defaults: {}, overrides: [] },
        fieldConfigRegistry: plugin?.fieldConfigRegistry,
        replaceVariables: (text) => text,
        theme,
        timeZone: 'utc',
      }),
    [series, defaults?.fieldConfig, plugin, theme],
  );
  const request = useMemo(() => requestOf(panel), [panel]);
  const data = useMemo(
    () => ({ state, series: shown, errors, annotations, timeRange: range, request }) as unknown as PanelData,
    [state, shown, errors, annotations, range, request],
  );
  const Panel = plugin?.panel;

  return (
    <PanelContextProvider value={{ eventBus, eventsScope: 'workbench', app: CoreApp.Dashboard }}>
      <PanelChrome
        title={folder ? panel.title : `${panel.title} (the panel is Grafana’s own: its numbers)`}
        width={width}
        height={height}
        loadingState={state}
      >
        {(innerWidth, innerHeight) =>
          Panel && defaults ? (
            <Panel
              id={1}
              title={panel.title}
              width={innerWidth}
              height={innerHeight}
              data={data}
              timeRange={range}
              timeZone="utc"
              options={defaults.options}
              fieldConfig={defaults.fieldConfig}
              transparent={false}
              renderCounter={1}
              replaceVariables={(text: string) => text}
              eventBus={eventBus}
              onOptionsChange={() => undefined}
              onFieldConfigChange={() => undefined}
              onChangeTimeRange={onRange}
            />
          ) : !folder ? (
            <FrameTable series={shown} height={innerHeight} />
          ) : null
        }
      </PanelChrome>
    </PanelContextProvider>
  );
}

/** The queries as they were asked: of the workbench’s one data source. */
const requestOf = ({ targets = [] }: PanelDefinition) => ({
  targets: targets.map((target) => ({
    ...target,
    datasource: { type: 'gatewaylens-apim-datasource', uid: 'workbench' },
  })),
});

/** Every series with its last and its largest value. */
function FrameTable({ series, height }: { readonly series: readonly DataFrame[]; readonly height: number }) {
  const rows = series.flatMap((frame) =>
    frame.fields
      .filter(({ type }) => type === FieldType.number)
      .map((field) => ({
        name: getFieldDisplayName(field, frame, [...series]),
        cells: numbersOf(field),
      })),
  );
  return (
    <div style={{ height, overflow: 'auto' }}>
      <table style={{ width: '100%' }}>
        <thead>
          <tr>
            {['Series', 'Last', 'Largest'].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              {[name, ...cells].map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The last and the largest value, as the field writes numbers. */
function numbersOf({ values, display }: Field<number | null>): readonly string[] {
  const last = values.at(-1) ?? null;
  const largest = values.reduce(
    (most, value) => (value !== null && value > (most ?? value - 1) ? value : most),
    null,
  );
  return [last, largest].map((value) =>
    value === null ? '–' : display ? formattedValueToString(display(value)) : String(value),
  );
}
