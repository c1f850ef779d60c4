import { PanelPlugin } from '@grafana/data';
import { addHiding } from '../../ui/hiding';
import { addPlotOptions } from '../../ui/plot-options';
import type { TimingOptions } from './options';
import { amongIds, amongs } from './parts';
import { TimingPanel } from './TimingPanel';

export const plugin = new PanelPlugin<TimingOptions>(TimingPanel)
  .useFieldConfig({ useCustomConfig: addHiding })
  .setDataSupport({ annotations: true })
  .setPanelOptions((builder) =>
    addPlotOptions(
      builder
        .addRadio({
          path: 'among',
          name: 'Requests',
          description: 'Which are shown first; everybody can choose in the panel',
          defaultValue: 'all',
          settings: { options: amongIds.map((value) => ({ value, label: amongs[value] })) },
        })
        .addBooleanSwitch({
          path: 'showWholeRange',
          name: 'Whole range',
          description: 'Bars for the range as a whole above the graph, where there is room',
          defaultValue: true,
        })
        .addBooleanSwitch({
          path: 'showPercentiles',
          name: 'Percentiles',
          description: 'p50, p95 and p99 of the total; percentiles of parts do not add up',
          defaultValue: true,
        }),
      { displayMode: 'list', placement: 'bottom' },
    ),
  );
