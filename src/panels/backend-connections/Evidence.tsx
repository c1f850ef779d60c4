import React from 'react';
import { css } from '@emotion/css';
import {
  dateTimeFormat,
  formattedValueToString,
  getValueFormat,
  type GrafanaTheme2,
  type TimeZone,
} from '@grafana/data';
import { ClipboardButton, useStyles2 } from '@grafana/ui';
import { CardFrame } from '../../ui/CardFrame';
import type { PanelScope } from '../../ui/panel-scope';
import { ScenarioActions } from '../../ui/ScenarioActions';
import type { Cell, Type } from './view-model';

interface Props {
  readonly cell: Cell;
  /** How the typical duration is called: it may be an estimate. */
  readonly typicalTitle: string;
  readonly type: Type;
  readonly host: string;
  readonly scope: PanelScope;
  readonly timeZone: TimeZone;
}

const format = getValueFormat('ms');

/** What the rows behind a cell have in common, the newest of them, and what to do. */
export function Evidence({ cell, typicalTitle, type: { id, title, card }, host, scope, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const facts: readonly (readonly [string, string])[] = [
    ['Requests', cell.count.toLocaleString()],
    ['Of all calls to the host', cell.share === null ? 'not known' : `${(100 * cell.share).toFixed(1)} %`],
    [typicalTitle, cell.typicalMs === null ? 'not known' : formattedValueToString(format(cell.typicalMs))],
    ...(cell.atConnectWall > 0 ? [['Near 21 s, where connecting is given up', cell.atConnectWall.toLocaleString()] as const] : []),
    ...(cell.atIdleWall > 0 ? [['Near 240 s, where idle connections are dropped', cell.atIdleWall.toLocaleString()] as const] : []),
    ['Last seen', cell.lastSeen === null ? 'not known' : dateTimeFormat(cell.lastSeen, { timeZone })],
  ];
  return (
    <CardFrame title={title}>
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
      {cell.sampleId && (
        <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => cell.sampleId}>
          Copy correlation id
        </ClipboardButton>
      )}
      {card && <ScenarioActions id={id} card={card} scope={scope} />}
    </CardFrame>
  );
} // prettier-ignore

const getStyles = (theme: GrafanaTheme2) => ({
  host: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    columnGap: theme.spacing(2),
    justifyContent: 'start',
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0 },
  }),
  message: css({
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxHeight: theme.spacing(16),
    overflow: 'auto',
  }),
});
