import React, { useEffect, useMemo, useState } from 'react';
import {
  applyFieldOverrides,
  CoreApp,
  EventBusSrv,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  getPanelOptionsWithDefaults,
  LoadingState,
  type DataFrame,
  type Field,
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
}

interface Props {
  readonly panel: PanelDefinition;
  readonly series: readonly DataFrame[];
  readonly state: LoadingState;
  readonly range: TimeRange;
  readonly width: number;
  readonly height: number;
  readonly onRange: (range: { from: number; to: number }) => void;
}

const FOLDERS: Readonly<Record<string, string>> = {
  'gatewaylens-apimerrors-panel': 'panels/error-taxonomy/',
  'gatewaylens-apimtiming-panel': 'panels/timing-attribution/',
  'gatewaylens-apimconnections-panel': 'panels/backend-connections/',
};

/** One panel of a dashboard: ours as built; in place of Grafana's own panels, which are no library, their numbers. */
export function WorkbenchPanel({ panel, series, state, range, width, height, onRange }: Props) {
  const folder = FOLDERS[panel.type];
  const [plugin, setPlugin] = useState<PanelPlugin>();
  const theme = useTheme2();
  const eventBus = useMemo(() => new EventBusSrv(), []);
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
  const Panel = plugin?.panel;
  const isFirst = state === LoadingState.Loading && series.length === 0;

  return (
    <PanelContextProvider value={{ eventBus, eventsScope: 'workbench', app: CoreApp.Dashboard }}>
      <PanelChrome
        title={folder ? panel.title : `${panel.title} (the panel is Grafana’s own: its numbers)`}
        width={width}
        height={height}
        loadingState={state}
      >
        {(innerWidth, innerHeight) =>
          isFirst ? null : Panel && defaults ? (
            <Panel
              id={1}
              title={panel.title}
              width={innerWidth}
              height={innerHeight}
              data={{ state, series: shown, timeRange: range }}
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
