import { useMemo } from 'react';
import type { PanelProps } from '@grafana/data';
import type { ScenarioCard } from '../../core/frames';
import { panelScope } from '../panel-scope';
import { annotationMarks } from './annotation-marks';
import type { EpisodeMark } from './episode-marks';
import type { TooltipMode } from './tooltip-rows';

type Panel = Pick<
  PanelProps<{ readonly tooltip: { readonly mode: TooltipMode } }>,
  'data' | 'options' | 'timeRange' | 'timeZone' | 'eventBus' | 'onChangeTimeRange' | 'replaceVariables'
>;

/** What a panel hands on to its plot: its range and where it leads, its marks, and what it shares with others. */
export function usePanelPlot(
  { data, options, timeRange, timeZone, eventBus, onChangeTimeRange, replaceVariables }: Panel,
  episodes: readonly EpisodeMark[] = NO_EPISODES,
  cards: Readonly<Record<string, ScenarioCard>> = NO_CARDS,
) {
  const scope = useMemo(
    () => panelScope({ data, timeRange, replaceVariables }),
    [data, timeRange, replaceVariables],
  );
  const annotations = useMemo(
    () => annotationMarks(data.annotations ?? [], cards, episodes),
    [data.annotations, cards, episodes],
  );
  const tooltip = options.tooltip.mode;
  return { scope, episodes, annotations, tooltip, timeZone, eventBus, onRange: onChangeTimeRange };
}

const NO_EPISODES: readonly EpisodeMark[] = [];
const NO_CARDS: Readonly<Record<string, ScenarioCard>> = {};
