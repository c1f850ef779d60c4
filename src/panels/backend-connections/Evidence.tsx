import React from 'react';
import { css } from '@emotion/css';
import {
  dateTimeFormat,
  formattedValueToString,
  getValueFormat,
  type GrafanaTheme2,
  type TimeZone,
} from '@grafana/data';
import { ClipboardButton, LinkButton, useStyles2 } from '@grafana/ui';
import { appUrl } from '../../ui/links';
import { ScenarioLinks } from '../../ui/ScenarioLinks';
import type { Cell, Type } from './view-model';

interface Props {
  readonly cell: Cell;
  readonly type: Type;
  readonly host: string;
  readonly from: number;
  readonly to: number;
  readonly timeZone: TimeZone;
}

const format = getValueFormat('ms');

/** What the rows behind a cell have in common, the newest of them, and what to do. */
export function Evidence({ cell, type: { title, card }, host, from, to, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const facts: readonly (readonly [string, string])[] = [
    ['Requests', cell.count.toLocaleString()],
    ['Of all calls to the host', cell.share === null ? 'not known' : `${(100 * cell.share).toFixed(1)} %`],
    ['Typical duration', cell.typicalMs === null ? 'not known' : formattedValueToString(format(cell.typicalMs))],
    ...(cell.atConnectWall > 0 ? [['Near 21 s, where connecting is given up', cell.atConnectWall.toLocaleString()] as const] : []),
    ...(cell.atIdleWall > 0 ? [['Near 240 s, where idle connections are dropped', cell.atIdleWall.toLocaleString()] as const] : []),
    ['Last seen', cell.lastSeen === null ? 'not known' : dateTimeFormat(cell.lastSeen, { timeZone })],
  ];
  return (
    <div className={styles.card}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.host}>{host || 'Backend host not known'}</p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <React.Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </React.Fragment>
        ))}
      </dl>
      {cell.sampleMessage && <pre className={styles.message}>{cell.sampleMessage}</pre>}
      {card && (
        <>
          <p>{card.summary}</p>
          <p>{card.remediation[0]}</p>
        </>
      )}
      <div className={styles.links}>
        {cell.sampleId && (
          <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => cell.sampleId}>
            Copy correlation id
          </ClipboardButton>
        )}
        {card && (
          <>
            <LinkButton size="sm" icon="book" href={appUrl(`${card.runbook}?from=${from}&to=${to}`)}>
              Open runbook
            </LinkButton>
            <ScenarioLinks card={{ ...card, links: card.links.slice(0, 1) }} />
          </>
        )}
      </div>
    </div>
  );
} // prettier-ignore

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({ maxWidth: theme.spacing(65), maxHeight: '70vh', overflow: 'auto' }),
  title: css({ ...theme.typography.h5, marginBottom: theme.spacing(0.5) }),
  host: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    columnGap: theme.spacing(2),
    justifyContent: 'start',
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0 },
  }),
  message: css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: theme.spacing(16) }),
  links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginTop: theme.spacing(1) }),
});
