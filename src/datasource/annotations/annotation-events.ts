import { locationUtil, type AnnotationEvent, type DataFrame } from '@grafana/data';
import { runbookPath } from '../../core/query';
import { askedOf, type Asked } from '../../ui/asked-conditions';
import { addConditions } from '../../ui/condition-parameter';

/** The episodes of a frame as Grafana’s annotations. Their text is HTML: everything is escaped, and one link is ours. */
export function eventsOf(frame: DataFrame): AnnotationEvent[] {
  return Array.from({ length: frame.length }, (_, row) => {
    const cell = (name: string) => frame.fields.find((field) => field.name === name)?.values[row] as unknown;
    const text = (name: string) => String(cell(name) ?? '');
    const time = Number(cell('time'));
    const timeEnd = Number(cell('timeEnd') ?? time);
    return {
      id: text('id'),
      time,
      timeEnd,
      isRegion: true,
      title: escaped(text('title')),
      text: `${escaped(text('text'))}<br /><a href="${escaped(runbook(text('scenario'), time, timeEnd, askedOf(frame)))}">Open runbook</a>`,
      tags: text('tags').split(','),
    };
  });
}

/**
 * With data source, range and conditions carried over, below the path under which Grafana lives. The range has as much
 * time again on either side: in that of the episode alone there is no quieter time, and so no episode.
 */
function runbook(scenario: string, begin: number, end: number, asked: Asked | undefined): string {
  const from = begin - (end - begin);
  const to = Math.min(end + (end - begin), Math.max(end, Date.now()));
  const params = new URLSearchParams({
    ...(asked ? { ds: asked.ds } : {}),
    from: String(from),
    to: String(to),
  });
  addConditions(params, asked?.where ?? []);
  return locationUtil.assureBaseUrl(`${runbookPath(encodeURIComponent(scenario))}?${params.toString()}`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
