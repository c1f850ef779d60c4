import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2 } from '@grafana/ui';
import { amount } from '../../core/amount';
import { pageUrl } from '../scope/address';
import type { Scope } from '../scope/use-scope';
import type { Entry } from './entries';

interface Props {
  readonly entry: Entry;
  /** Failed requests in the range; undefined where it does not occur, or that is not known. */
  readonly count: number | undefined;
  readonly scope: Scope;
}

export function EntryItem({ entry: { card, provenance, isDisabled }, count, scope }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.entry}>
      <a className={styles.link} href={pageUrl(card.runbook, scope.address)}>
        {card.title}
      </a>
      {count !== undefined && <Badge text={`${amount(count)} failed`} color="red" />}
      <Badge text={card.ownerTitle} color="blue" />
      {provenance.map((text) => (
        <Badge key={text} text={text} color="purple" />
      ))}
      {isDisabled && <Badge text="Disabled" color="orange" />}
      <p className={styles.summary}>{card.summary}</p>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  entry: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    marginBottom: theme.spacing(1.5),
    maxWidth: '110ch',
  }),
  link: css({ color: theme.colors.text.link, fontWeight: theme.typography.fontWeightMedium }),
  summary: css({ flexBasis: '100%', margin: 0 }),
});
