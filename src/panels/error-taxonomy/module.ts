import { PanelPlugin } from '@grafana/data';
import { ErrorTaxonomyPanel } from './ErrorTaxonomyPanel';
import type { TaxonomyOptions } from './options';

export const plugin = new PanelPlugin<TaxonomyOptions>(ErrorTaxonomyPanel)
  .useFieldConfig()
  .setPanelOptions((builder) =>
    builder
      .addBooleanSwitch({
        path: 'showEpisodes',
        name: 'Mark episodes',
        description:
          'A mark above the graph for every stretch of time in which a scenario was far above its quiet level',
        defaultValue: true,
      })
      .addBooleanSwitch({ path: 'legend.showLegend', name: 'Legend', defaultValue: true })
      .addRadio({
        path: 'legend.displayMode',
        name: 'Legend mode',
        defaultValue: 'table',
        settings: {
          options: [
            { value: 'list', label: 'List' },
            { value: 'table', label: 'Table' },
          ],
        },
      })
      .addRadio({
        path: 'legend.placement',
        name: 'Legend placement',
        defaultValue: 'right',
        settings: {
          options: [
            { value: 'bottom', label: 'Bottom' },
            { value: 'right', label: 'Right' },
          ],
        },
      }),
  );
