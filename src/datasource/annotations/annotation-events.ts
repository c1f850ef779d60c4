import { locationUtil, type AnnotationEvent, type DataFrame } from '@grafana/data';
import { runbookPath } from '../../core/query';

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
      text: `${escaped(text('text'))}<br /><a href="${escaped(runbook(text('scenario'), time, timeEnd))}">Open runbook</a>`,
      tags: text('tags').split(','),
    };
  });
}

/** With the range carried over, below the path under which Grafana lives. */
function runbook(scenario: string, from: number, to: number): string {
  return locationUtil.assureBaseUrl(`${runbookPath(encodeURIComponent(scenario))}?from=${from}&to=${to}`);
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
