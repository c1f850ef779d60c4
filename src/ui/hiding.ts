import type { FieldConfigEditorBuilder } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import type { HiddenFrom } from './plot';

/** Grafana’s override that hides a series from the graph, the legend or the tooltip. */
export function addHiding(builder: FieldConfigEditorBuilder<{ hideFrom?: HiddenFrom }>): void {
  commonOptionsBuilder.addHideFrom(builder as Parameters<typeof commonOptionsBuilder.addHideFrom>[0]);
}
