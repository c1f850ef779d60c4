import { PanelPlugin } from '@grafana/data';
import { addHiding } from '../../ui/hiding';
import { addPlotOptions } from '../../ui/plot-options';
import { ConnectionsPanel } from './ConnectionsPanel';
import type { ConnectionOptions } from './options';

export const plugin = new PanelPlugin<ConnectionOptions>(ConnectionsPanel)
  .useFieldConfig({ useCustomConfig: addHiding })
  .setDataSupport({ annotations: true })
  .setPanelOptions((builder) =>
    addPlotOptions(
      builder
        .addBooleanSwitch({
          path: 'showGraph',
          name: 'Graph',
          description: 'Failures over time above the hosts, where there is room',
          defaultValue: true,
        })
        .addBooleanSwitch({
          path: 'showEpisodes',
          name: 'Mark episodes',
          description:
            'A mark above the graph for every stretch of time in which a type of failure was far above its quiet level',
          defaultValue: true,
          showIf: ({ showGraph }) => showGraph,
        }),
      { displayMode: 'list', placement: 'bottom' },
    ),
  );
