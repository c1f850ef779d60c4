import { dateTimeFormat, type TimeRange } from '@grafana/data';
import { amount } from '../../core/amount';
import type { ScenarioCard } from '../../core/frames';
import type { Filter } from '../../core/query';
import { inOneDirection } from '../../ui/in-one-direction';
import { filterText } from '../scope/filter-text';
import type { Live, Place } from './live';
import { percentOrUnknown, timeText, trendWords } from './words';

interface HandOver {
  readonly card: ScenarioCard;
  readonly live: Live;
  readonly source: string;
  readonly where: readonly Filter[];
  readonly range: TimeRange;
  readonly timeZone: string;
  /** Of this runbook, absolute and with fixed times. */
  readonly link: string;
}

/** What the next one on call needs to know, as plain text for a ticket or a chat. */
export function handOver({ card, live, source, where, range, timeZone, link }: HandOver): string {
  const at = (ms: number) => dateTimeFormat(ms, { timeZone, format: 'YYYY-MM-DD HH:mm' });
  const zone = dateTimeFormat(range.to, { timeZone, format: '[UTC]Z' }).replace('+00:00', '');
  return [
    `${card.title} (${card.familyTitle}, owner: ${card.ownerTitle}, severity: ${card.severity})`,
    card.summary,
    '',
    `${at(range.from.valueOf())} to ${at(range.to.valueOf())} ${zone}, data source ${source}`,
    ...(where.length > 0 ? [`Only ${where.map(filterText).join('; ')}`] : []),
    `${amount(live.failures, 'failed request')}, ${percentOrUnknown(live.share)} of all failures; ${trendWords(live.failures, live.previous, live.trend)}`,
    ...(live.masked > 0 ? [`${amount(live.masked, 'more request')} with this error that the caller did not notice`] : []),
    ...sinceLines(live, timeZone, zone),
    ...live.places.filter(({ values }) => values.length > 0).map(placeLine),
    ...live.notices.map((notice) => `Note: ${notice}`),
    '',
    'What to do:',
    ...card.remediation.map((text) => `- ${text}`),
    '',
    `Runbook: ${link}`,
  ].map(oneLine).join('\n'); // prettier-ignore
}

/** Names come from logs: none of them may begin a line of its own, or turn one round. */
const oneLine = (line: string) => inOneDirection(line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));

function sinceLines({ episode, firstSeen, lastSeen }: Live, timeZone: string, zone: string): string[] {
  const at = (ms: number) => `${timeText(ms, timeZone)} ${zone}`;
  return [
    ...(episode
      ? [
          episode.ongoing
            ? `Since ${at(episode.from)}, goes on`
            : `Last episode ${at(episode.from)} to ${at(episode.to)}`,
        ]
      : []),
    ...(firstSeen !== null && lastSeen !== null
      ? [`First seen in the range ${at(firstSeen)}, last ${at(lastSeen)}`]
      : []),
  ];
}

const placeLine = ({ title, values }: Place) =>
  `${title}: ${values.map(({ name, share }) => `${name} (${percentOrUnknown(share)})`).join(', ')}`;
