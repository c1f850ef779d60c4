/** Options that our panels share, stored as Grafana’s own panels store them. */
import type { PanelOptionsEditorBuilder } from '@grafana/data';
import type { TooltipMode } from './plot';

export interface PlotOptions {
  readonly legend: {
    readonly showLegend: boolean;
    readonly displayMode: 'list' | 'table';
    readonly placement: 'bottom' | 'right';
  };
  readonly tooltip: { readonly mode: TooltipMode };
}

export function addPlotOptions<O extends PlotOptions>(
  builder: PanelOptionsEditorBuilder<O>,
  legend: Pick<PlotOptions['legend'], 'displayMode' | 'placement'>,
): PanelOptionsEditorBuilder<O> {
  builder.addRadio({
    path: 'tooltip.mode',
    name: 'Tooltip mode',
    category: ['Tooltip'],
    defaultValue: 'multi',
    settings: {
      options: [
        { value: 'single', label: 'Single' },
        { value: 'multi', label: 'All' },
        { value: 'none', label: 'Hidden' },
      ],
    },
  });
  return addLegendOptions(builder, legend);
}

function addLegendOptions<O extends PlotOptions>(
  builder: PanelOptionsEditorBuilder<O>,
  { displayMode, placement }: Pick<PlotOptions['legend'], 'displayMode' | 'placement'>,
): PanelOptionsEditorBuilder<O> {
  const isShown = ({ legend }: O) => legend.showLegend;
  return builder
    .addBooleanSwitch({
      path: 'legend.showLegend',
      name: 'Visibility',
      category: ['Legend'],
      defaultValue: true,
    })
    .addRadio({
      path: 'legend.displayMode',
      name: 'Mode',
      category: ['Legend'],
      defaultValue: displayMode,
      showIf: isShown,
      settings: {
        options: [
          { value: 'list', label: 'List' },
          { value: 'table', label: 'Table' },
        ],
      },
    })
    .addRadio({
      path: 'legend.placement',
      name: 'Placement',
      category: ['Legend'],
      defaultValue: placement,
      showIf: isShown,
      settings: {
        options: [
          { value: 'bottom', label: 'Bottom' },
          { value: 'right', label: 'Right' },
        ],
      },
    });
}
