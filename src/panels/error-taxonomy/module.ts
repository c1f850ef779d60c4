import { FieldColorModeId, FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { addHiding } from '../../ui/hiding';
import { addPlotOptions } from '../../ui/plot-options';
import { ErrorTaxonomyPanel } from './ErrorTaxonomyPanel';
import type { TaxonomyOptions } from './options';

export const plugin = new PanelPlugin<TaxonomyOptions>(ErrorTaxonomyPanel)
  .useFieldConfig({
    standardOptions: {
      // Series of other data sources bring no colours along: without this, all would have that of the first threshold.
      [FieldConfigProperty.Color]: {
        settings: { byValueSupport: false, bySeriesSupport: true, preferThresholdsMode: false },
        defaultValue: { mode: FieldColorModeId.PaletteClassic },
      },
    },
    useCustomConfig: addHiding,
  })
  .setDataSupport({ annotations: true })
  .setPanelOptions((builder) =>
    addPlotOptions(
      builder
        .addBooleanSwitch({
          path: 'showEpisodes',
          name: 'Mark episodes',
          description:
            'A mark above the graph for every stretch of time in which a scenario was far above its quiet level',
          defaultValue: true,
        })
        .addRadio({
          path: 'families',
          name: 'Families',
          description: 'What is shown first; everybody can fold and unfold a family in the table',
          defaultValue: 'open',
          settings: {
            options: [
              { value: 'open', label: 'By scenario' },
              { value: 'folded', label: 'By family' },
            ],
          },
        }),
      { displayMode: 'table', placement: 'right' },
    ),
  );
